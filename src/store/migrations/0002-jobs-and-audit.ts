import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Work that waits for a worker, and what has been done by whom: both are written with what asks for them. */
export async function jobsAndAudit(ddl: Ddl, db: Kysely<Tables>): Promise<void> {
  const { key, text, longText, integer } = ddl;
  await ddl
    .createTable('job')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('kind', key(32), (column) => column.notNull())
    .addColumn('payload', longText, (column) => column.notNull())
    .addColumn('unique_key', key(255))
    .addColumn('priority', integer, (column) => column.notNull())
    .addColumn('state', key(16), (column) => column.notNull())
    .addColumn('run_at', integer, (column) => column.notNull())
    .addColumn('attempts', integer, (column) => column.notNull())
    .addColumn('lease_until', integer)
    .addColumn('lease_token', key(64))
    .addColumn('last_error', text)
    .addColumn('created', integer, (column) => column.notNull())
    .addColumn('finished', integer)
    // A finished job gives its key back by setting it to null: both databases let null stand any number of times.
    .addUniqueConstraint('job_key', ['unique_key'])
    .execute();
  await ddl.createIndex('job_due', 'job', ['state', 'priority', 'run_at']);
  await ddl.createIndex('job_by_kind', 'job', ['kind', 'created']);

  await ddl
    .createTable('audit')
    .addColumn('number', integer, (column) => column.notNull().primaryKey())
    .addColumn('at', key(40), (column) => column.notNull())
    .addColumn('organization_id', key(36))
    .addColumn('actor_kind', key(16), (column) => column.notNull())
    .addColumn('actor_id', key(64))
    .addColumn('action', key(40), (column) => column.notNull())
    .addColumn('object_kind', key(32), (column) => column.notNull())
    .addColumn('object_id', key(255), (column) => column.notNull())
    .addColumn('details', longText, (column) => column.notNull())
    .addColumn('personal', text)
    .addColumn('personal_hash', key(64), (column) => column.notNull())
    .addColumn('previous', key(64), (column) => column.notNull())
    .addColumn('hash', key(64), (column) => column.notNull())
    .execute();
  await ddl.createIndex('audit_by_organization', 'audit', ['organization_id', 'number']);
  await ddl.createIndex('audit_by_object', 'audit', ['object_id', 'number']);
  const counters = await db
    .selectFrom('counter')
    .select('name')
    .where('name', '=', 'audit')
    .execute();
  if (counters.length === 0)
    await db.insertInto('counter').values({ name: 'audit', value: 0 }).execute();
}
