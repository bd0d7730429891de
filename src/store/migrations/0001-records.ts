import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Records, their versions, the change log, tokens and what the store knows of itself. */
export async function records(ddl: Ddl, db: Kysely<Tables>): Promise<void> {
  const { key, text, longText, integer } = ddl;
  await ddl
    .createTable('resource')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('kind', key(16), (column) => column.notNull())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('owner_id', key(36))
    .addColumn('name', key(255), (column) => column.notNull())
    .addColumn('iri', text, (column) => column.notNull())
    .addColumn('iri_hash', key(64), (column) => column.notNull())
    .addColumn('state', key(16), (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('digest', key(64), (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('changed', key(40), (column) => column.notNull())
    .addColumn('published', key(40))
    .addColumn('content', longText, (column) => column.notNull())
    .addUniqueConstraint('resource_name', ['kind', 'name'])
    .addUniqueConstraint('resource_iri', ['iri_hash'])
    .addForeignKeyConstraint('resource_owner', ['owner_id'], 'resource', ['id'])
    .execute();
  // Each list is walked in the order of one of these, and rows that do not fit are left out before they are read.
  await ddl.createIndex('resource_by_organization', 'resource', [
    'organization_id',
    'id',
    'kind',
    'state',
  ]);
  await ddl.createIndex('resource_by_kind', 'resource', ['kind', 'id', 'state', 'organization_id']);
  await ddl.createIndex('resource_by_id', 'resource', ['id', 'kind', 'state', 'organization_id']);

  await ddl
    .createTable('version')
    .addColumn('resource_id', key(36), (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('state', key(16), (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('saved', key(40), (column) => column.notNull())
    .addColumn('content', longText, (column) => column.notNull())
    .addPrimaryKeyConstraint('version_key', ['resource_id', 'version'])
    .addForeignKeyConstraint(
      'version_resource',
      ['resource_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();

  // No key to the record: what the log has told stays told when an organisation is purged.
  await ddl
    .createTable('change')
    .addColumn('revision', integer, (column) => column.notNull().primaryKey())
    .addColumn('resource_id', key(36), (column) => column.notNull())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('kind', key(16), (column) => column.notNull())
    .addColumn('operation', key(16), (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('at', key(40), (column) => column.notNull())
    .execute();

  await ddl
    .createTable('counter')
    .addColumn('name', key(32), (column) => column.notNull().primaryKey())
    .addColumn('value', integer, (column) => column.notNull())
    .execute();
  const counters = await db.selectFrom('counter').select('name').execute();
  if (counters.length === 0) {
    await db.insertInto('counter').values({ name: 'revision', value: 0 }).execute();
  }
  await ddl
    .createTable('organization_revision')
    .addColumn('organization_id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('revision', integer, (column) => column.notNull())
    .execute();

  await ddl
    .createTable('token')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('hash', key(64), (column) => column.notNull())
    .addColumn('role', key(16), (column) => column.notNull())
    .addColumn('organization_id', key(36))
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('expires', key(40))
    .addUniqueConstraint('token_hash', ['hash'])
    .execute();
  await ddl.createIndex('token_by_organization', 'token', ['organization_id', 'id']);

  await ddl
    .createTable('idempotency')
    .addColumn('key_hash', key(64), (column) => column.notNull().primaryKey())
    .addColumn('fingerprint', text, (column) => column.notNull())
    .addColumn('resource', text, (column) => column.notNull())
    .addColumn('at', integer, (column) => column.notNull())
    .execute();
  await ddl.createIndex('idempotency_by_age', 'idempotency', ['at']);

  await ddl
    .createTable('meta')
    .addColumn('name', key(64), (column) => column.notNull().primaryKey())
    .addColumn('value', text, (column) => column.notNull())
    .execute();
}
