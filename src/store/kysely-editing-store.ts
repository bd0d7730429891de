import type {
  Declaration,
  EditingReader,
  EditingStore,
  EditingWriter,
} from '../catalog/working-copy.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Database, Run } from './database.ts';
import { copyOfRow, removedOfRow, templateOfRow, valuesOfCopy } from './editing-rows.ts';
import { type EditingStatements, editingStatements } from './editing-statements.ts';
import { failureOf } from './failure.ts';
import { openLedger } from './ledger.ts';

/** Working copies, declarations, templates and what was thrown away, over either database. */
export function kyselyEditingStore(database: Database): EditingStore {
  const ledger = openLedger(database.kysely);
  const statements = editingStatements(database.kysely);
  const writing = <T>(work: (writer: EditingWriter) => Promise<T>): Promise<T> =>
    database.write((run) => work(editingWriter(statements, run)));
  return {
    ...editingReader(statements, database.read),
    saveCopy: (copy) => writing((to) => to.saveCopy(copy)),
    dropCopy: (resource, revision) => writing((to) => to.dropCopy(resource, revision)),
    keepDeclaration: (resource, version, declaration) =>
      writing((to) => to.keepDeclaration(resource, version, declaration)),
    saveTemplate: (template) => writing((to) => to.saveTemplate(template)),
    removeTemplate: (organization, id) => writing((to) => to.removeTemplate(organization, id)),
    keepRemoved: (removed) => writing((to) => to.keepRemoved(removed)),
    forgetRemoved: (organization, id) => writing((to) => to.forgetRemoved(organization, id)),
    forgetRemovedBefore: (time) => writing((to) => to.forgetRemovedBefore(time)),
    transact: (work) =>
      database.write((run) =>
        work({
          ...editingReader(statements, run),
          ...editingWriter(statements, run),
          ...ledger(run),
        }),
      ),
  };
}

/** Reading of editing by whatever runs queries: the store, or a transaction. */
export function editingReader(statements: EditingStatements, run: Run): EditingReader {
  return {
    async copyOf(resource) {
      const row = (await run(statements.copyOf({ id: resource }))).rows[0];
      return row && copyOfRow(row);
    },
    async copies(organization) {
      return (await run(statements.copies({ organization }))).rows.map(copyOfRow);
    },
    async declarationOf(resource, version) {
      const row = (await run(statements.declarationOf({ id: resource, version }))).rows[0];
      return row && (JSON.parse(row.declaration) as Declaration);
    },
    async templates(organization) {
      return (await run(statements.templates({ organization }))).rows.map(templateOfRow);
    },
    async removed(organization) {
      return (await run(statements.removed({ organization }))).rows.map(removedOfRow);
    },
  };
}

/** Writing of editing in a transaction. */
export function editingWriter(statements: EditingStatements, run: Run): EditingWriter {
  return {
    async saveCopy(copy) {
      const values = valuesOfCopy(copy);
      if (copy.revision > 1) {
        const { numAffectedRows } = await run(
          statements.replaceCopy({ ...values, before: copy.revision - 1 }),
        );
        if (numAffectedRows !== 1n) throw overtaken();
        return;
      }
      await orRefuse(() => run(statements.addCopy(values)), overtaken);
    },
    async dropCopy(resource, revision) {
      const { numAffectedRows } = await run(statements.dropCopy({ id: resource, revision }));
      if (numAffectedRows !== 1n) throw overtaken();
    },
    async keepDeclaration(resource, version, declaration) {
      await run(statements.dropDeclaration({ id: resource, version }));
      await run(
        statements.addDeclaration({
          id: resource,
          version,
          declaration: JSON.stringify(declaration),
        }),
      );
    },
    async saveTemplate({ author, content, ...same }) {
      const { id, organization } = same;
      await run(statements.removeTemplate({ id, organization }));
      const values = {
        ...same,
        author: author.id,
        authorName: author.name,
        content: JSON.stringify(content),
      };
      await orRefuse(
        () => run(statements.addTemplate(values)),
        () =>
          new CatalogError('name-taken', {
            sv: `Det finns redan en mall som heter ${same.name}. Välj ett annat namn.`,
            en: `There is a template called ${same.name} already. Choose another name.`,
          }),
      );
    },
    async removeTemplate(organization, id) {
      const { numAffectedRows } = await run(statements.removeTemplate({ organization, id }));
      return numAffectedRows === 1n;
    },
    async keepRemoved({ author, content, ...same }) {
      await run(
        statements.keepRemoved({
          ...same,
          author: author.id,
          authorName: author.name,
          content: JSON.stringify(content),
        }),
      );
    },
    async forgetRemoved(organization, id) {
      const { numAffectedRows } = await run(statements.forgetRemoved({ organization, id }));
      return numAffectedRows === 1n;
    },
    async forgetRemovedBefore(at) {
      const { numAffectedRows } = await run(statements.forgetRemovedBefore({ at }));
      return Number(numAffectedRows ?? 0n);
    },
  };
}

async function orRefuse(work: () => Promise<unknown>, refusal: () => CatalogError): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw failureOf(error) === 'duplicate' ? refusal() : error;
  }
}

function overtaken(): CatalogError {
  return new CatalogError('version-conflict', {
    sv: 'Någon annan har sparat sedan du öppnade beskrivningen. Jämför, och välj vad som ska gälla.',
    en: 'Somebody else has saved since you opened the description. Compare, and choose what is to hold.',
  });
}
