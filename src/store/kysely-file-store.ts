import type { Kysely } from 'kysely';
import type { DistributionFile, FileState } from '../distributions/distribution-file.ts';
import type { FileReader, FileStore, FileTransaction } from '../distributions/file-store.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Database, Run } from './database.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** Rows read at once when all are walked, and files forgotten in one transaction. */
const batch = 500;

/** The store of files over either database. */
export function kyselyFileStore(database: Database): FileStore {
  const ledger = openLedger(database.kysely);
  const statements = fileStatements(database.kysely);
  return {
    ...reader(statements, database.read),
    transact: (work) =>
      database.write((run) => work({ ...writer(statements, run), ...ledger(run) })),
    async counts() {
      const { rows } = await database.read(statements.counts({}));
      return new Map(rows.map(({ state, number }) => [state, Number(number)]));
    },
    async *referencedBlobs() {
      for (let after = ''; ; ) {
        const { rows } = await database.read(statements.references({ after, limit: batch }));
        for (const { id: _, ...digests } of rows)
          yield* Object.values(digests).filter((digest) => digest !== null);
        const last = rows.at(-1);
        if (last === undefined) return;
        after = last.id;
      }
    },
  };
}

type Statements = ReturnType<typeof fileStatements>;

function reader(say: Statements, run: Run): FileReader {
  return {
    async find(id) {
      const [row] = (await run(say.byId({ id }))).rows;
      return row && parse(row.content);
    },
    async ready(distribution, checksum) {
      const query =
        checksum === undefined
          ? say.ready({ distribution })
          : say.withChecksum({ distribution, checksum });
      const [row] = (await run(query)).rows;
      return row && parse(row.content);
    },
    async ofDataset(resource) {
      return (await run(say.ofDataset({ resource }))).rows.map(({ content }) => parse(content));
    },
    async following(standard) {
      return (await run(say.following({ standard }))).rows.map(({ content }) => parse(content));
    },
  };
}

function writer(say: Statements, run: Run): Omit<FileTransaction, keyof Ledger> {
  return {
    ...reader(say, run),
    async add(file) {
      await run(say.insert(rowOf(file)));
    },
    async replace(file) {
      const { numAffectedRows } = await run(
        say.update({ ...rowOf(file), before: file.revision - 1 }),
      );
      if (numAffectedRows === 1n) return;
      throw new CatalogError('version-conflict', {
        sv: 'Någon annan har ändrat något om filen under tiden. Ladda om sidan och gör om det du gjorde.',
        en: 'Somebody else has changed something about the file meanwhile. Reload the page and do it again.',
      });
    },
    async remove(id) {
      await run(say.remove({ id }));
    },
    async expired(time) {
      return (await run(say.expired({ time }))).rows.map(({ id }) => id);
    },
  };
}

/** What we wrote ourselves. */
function parse(content: string): DistributionFile {
  return JSON.parse(content) as DistributionFile;
}

function rowOf(file: DistributionFile) {
  const { id, distribution, owner, state, revision, expires, digest, result, rows, decision } =
    file;
  return {
    ...{ id, distribution, state, revision, expires, digest },
    organization: owner?.organization ?? null,
    resource: owner?.resource ?? null,
    standard: decision.standard?.split('/')[0] ?? null,
    result: result?.digest ?? null,
    checksum: result?.sha1 ?? null,
    parquet: rows?.parquet ?? null,
    findings: rows?.findings ?? null,
    content: JSON.stringify(file),
  };
}

function fileStatements(db: Kysely<Tables>) {
  const row = {
    id: text(),
    distribution: text(),
    organization: nullableText(),
    resource: nullableText(),
    state: text<FileState>(),
    revision: integer(),
    standard: nullableText(),
    expires: nullableText(),
    digest: text(),
    result: nullableText(),
    checksum: nullableText(),
    parquet: nullableText(),
    findings: nullableText(),
    content: text(),
  };
  const files = db.selectFrom('distribution_file').select('content');
  const ready = (distribution: string) =>
    files
      .where('distribution_id', '=', distribution)
      .where('state', '=', 'ready')
      .orderBy('id', 'desc')
      .limit(1);
  return {
    byId: template({ id: text() }, ({ id }) => files.where('id', '=', id)),
    ready: template({ distribution: text() }, ({ distribution }) => ready(distribution)),
    withChecksum: template(
      { distribution: text(), checksum: text() },
      ({ distribution, checksum }) => ready(distribution).where('checksum', '=', checksum),
    ),
    ofDataset: template({ resource: text() }, ({ resource }) =>
      files
        .where('resource_id', '=', resource)
        .where('state', '!=', 'discarded')
        .orderBy('id', 'desc'),
    ),
    following: template({ standard: text() }, ({ standard }) =>
      files.where('standard', '=', standard).where('state', '=', 'ready').orderBy('id', 'desc'),
    ),
    references: template({ after: text(), limit: integer() }, ({ after, limit }) =>
      db
        .selectFrom('distribution_file')
        .select(['id', 'digest', 'result', 'parquet', 'findings'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit),
    ),
    counts: template({}, () =>
      db
        .selectFrom('distribution_file')
        .select(['state', ({ fn }) => fn.countAll().as('number')])
        .groupBy('state'),
    ),
    expired: template({ time: text() }, ({ time }) =>
      db
        .selectFrom('distribution_file')
        .select('id')
        .where('expires', '<=', time)
        .orderBy('expires')
        .limit(batch),
    ),
    insert: template(row, ({ distribution, organization, resource, ...same }) =>
      db.insertInto('distribution_file').values({
        ...same,
        distribution_id: distribution,
        organization_id: organization,
        resource_id: resource,
      }),
    ),
    update: template(
      { ...row, before: integer() },
      ({ id, before, distribution, organization, resource, ...same }) =>
        db
          .updateTable('distribution_file')
          .set({
            ...same,
            distribution_id: distribution,
            organization_id: organization,
            resource_id: resource,
          })
          .where('id', '=', id)
          .where('revision', '=', before),
    ),
    remove: template({ id: text() }, ({ id }) =>
      db.deleteFrom('distribution_file').where('id', '=', id),
    ),
  };
}
