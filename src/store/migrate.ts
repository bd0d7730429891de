import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from './database-kind.ts';
import { ddl } from './ddl.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import type { Tables } from './tables.ts';

/** Seconds that a starter waits for another one that migrates. */
const patience = 120;

/**
 * Brings the schema to the version this program knows, under a lock, so that any number may start at once.
 *
 * @returns the schema's version
 * @throws Error when a newer program has been at this database, saying what to do.
 */
export async function migrate(db: Kysely<Tables>, kind: DatabaseKind, now: Date): Promise<number> {
  if (kind === 'sqlite') {
    // One transaction for all of it: SQLite can roll back tables too.
    return await db.transaction().execute((trx) => apply(trx, kind, now));
  }
  return await db.connection().execute(async (connection) => {
    const { rows: names } = await sql<{ name: string }>`select database() as name`.execute(
      connection,
    );
    // Locks belong to the server, not to the database, and their names are at most 64 characters.
    const lock = `datatorget-${createHash('sha256')
      .update(names[0]?.name ?? '')
      .digest('hex')
      .slice(0, 40)}`;
    const { rows } = await sql<{
      held: number | null;
    }>`select get_lock(${lock}, ${patience}) as held`.execute(connection);
    if (rows[0]?.held !== 1) {
      throw new Error(
        `Another process has been migrating the database for ${patience} s. Look at it, then start again.`,
      );
    }
    try {
      return await apply(connection, kind, now);
    } finally {
      await sql`select release_lock(${lock})`.execute(connection);
    }
  });
}

async function apply(db: Kysely<Tables>, kind: DatabaseKind, now: Date): Promise<number> {
  const words = ddl(db, kind);
  await words
    .createTable('migration')
    .addColumn('version', words.integer, (column) => column.notNull().primaryKey())
    .addColumn('name', words.key(100), (column) => column.notNull())
    .addColumn('applied', words.key(40), (column) => column.notNull())
    .execute();
  const { newest } = await db
    .selectFrom('migration')
    .select((query) => query.fn.max('version').as('newest'))
    .executeTakeFirstOrThrow();
  const current = newest ?? 0;
  if (current > allMigrations.length) {
    throw new Error(
      `The database has schema version ${current}, this program knows ${allMigrations.length}. ` +
        'Start the newer version of Datatorget that made it, or restore a backup from before the upgrade.',
    );
  }
  for (const [index, { name, migrate: step }] of allMigrations.entries()) {
    const version = index + 1;
    if (version <= current) continue;
    await step(words, db);
    await db
      .insertInto('migration')
      .values({ version, name, applied: now.toISOString() })
      .execute();
  }
  return allMigrations.length;
}
