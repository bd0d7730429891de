import { type Kysely, sql } from 'kysely';
import type { AccountTransaction } from '../accounts/account-store.ts';
import type { Declaration } from '../catalog/working-copy.ts';
import type { Run } from './database.ts';
import type { Tables } from './tables.ts';
import { integer, template, text } from './template.ts';

/** Where a name is kept beside an id, and the column by which its organisation is known; null where it belongs to none. */
const places = [
  { table: 'version', id: 'author_id', name: 'author', owner: 'resource_id' },
  { table: 'working_copy', id: 'author_id', name: 'author_name', owner: 'organization_id' },
  { table: 'record_template', id: 'author_id', name: 'author_name', owner: 'organization_id' },
  { table: 'removed', id: 'author_id', name: 'author_name', owner: 'organization_id' },
  { table: 'approval', id: 'asked_id', name: 'asked_name', owner: 'resource_id' },
  { table: 'approval', id: 'approved_id', name: 'approved_name', owner: 'resource_id' },
  { table: 'bulk_change', id: 'by_id', name: 'by_name', owner: 'organization_id' },
  { table: 'bulk_change', id: 'undone_by_id', name: 'undone_by', owner: 'organization_id' },
  { table: 'site_text', id: 'author_id', name: 'author', owner: null },
] as const;

/** Compiles what writes another name in place of a person's, wherever it is kept with what they did; found by id, for others may be called alike. */
export function nameEraser(
  db: Kysely<Tables>,
): (run: Run) => Pick<AccountTransaction, 'eraseName'> {
  const everywhere = places.map(({ table, id, name }) =>
    template({ person: text(), by: text() }, (slots) => ({
      compile: () =>
        sql<never>`update ${sql.table(table)} set ${sql.ref(name)} = ${slots.by}
          where ${sql.ref(id)} = ${slots.person}`.compile(db),
    })),
  );
  const inOne = places.flatMap(({ table, id, name, owner }) =>
    owner === null
      ? []
      : template({ person: text(), by: text(), organization: text() }, (slots) => ({
          compile: () =>
            sql<never>`update ${sql.table(table)} set ${sql.ref(name)} = ${slots.by}
              where ${sql.ref(id)} = ${slots.person} and ${sql.ref(owner)} in
                (select id from resource where organization_id = ${slots.organization})`.compile(
              db,
            ),
        })),
  );
  // A declaration is one JSON text, and the two databases have no words in common for a change inside it.
  const declared = template({ person: text() }, ({ person }) =>
    db
      .selectFrom('declaration as d')
      .innerJoin('resource as r', 'r.id', 'd.resource_id')
      .select(['d.resource_id', 'd.version', 'd.declaration', 'r.organization_id'])
      .where(sql<boolean>`instr(d.declaration, ${person}) > 0`),
  );
  const declaredInCopies = template({ person: text() }, ({ person }) =>
    db
      .selectFrom('working_copy')
      .select(['resource_id', 'declaration', 'organization_id'])
      .where(sql<boolean>`instr(declaration, ${person}) > 0`),
  );
  const declare = template(
    { resource: text(), version: integer(), declaration: text() },
    ({ resource, version, declaration }) =>
      db
        .updateTable('declaration')
        .set({ declaration })
        .where('resource_id', '=', resource)
        .where('version', '=', version),
  );
  const declareInCopy = template({ resource: text(), declaration: text() }, (slots) =>
    db
      .updateTable('working_copy')
      .set({ declaration: slots.declaration })
      .where('resource_id', '=', slots.resource),
  );

  return (run) => ({
    async eraseName({ person, by, organization }) {
      const statements =
        organization === undefined
          ? everywhere.map((statement) => statement({ person, by }))
          : inOne.map((statement) => statement({ person, by, organization }));
      for (const statement of statements) await run(statement);
      const isMeant = (row: { readonly organization_id: string }): boolean =>
        organization === undefined || row.organization_id === organization;
      for (const row of (await run(declared({ person }))).rows.filter(isMeant)) {
        const declaration = signedBy(row.declaration, person, by);
        await run(declare({ resource: row.resource_id, version: row.version, declaration }));
      }
      for (const row of (await run(declaredInCopies({ person }))).rows.filter(isMeant)) {
        if (row.declaration === null) continue;
        const declaration = signedBy(row.declaration, person, by);
        await run(declareInCopy({ resource: row.resource_id, declaration }));
      }
    },
  });
}

/** A declaration, JSON text, with another name of the person who made it. */
function signedBy(text: string, id: string, name: string): string {
  const declaration = JSON.parse(text) as Declaration;
  if (declaration.declaredBy.id !== id) return text;
  return JSON.stringify({ ...declaration, declaredBy: { id, name } });
}
