import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Organisations on their way in, and the hashes of the links that are sent to them. */
export async function onboarding(ddl: Ddl, _db: Kysely<Tables>): Promise<void> {
  const { key, longText, integer } = ddl;
  await ddl
    .createTable('onboarding')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('state', key(16), (column) => column.notNull())
    .addColumn('organization_id', key(36))
    .addColumn('place_key', key(64), (column) => column.notNull())
    .addColumn('email_key', key(64), (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('content', longText, (column) => column.notNull())
    .execute();
  await ddl.createIndex('onboarding_by_state', 'onboarding', ['state', 'id']);
  await ddl.createIndex('onboarding_by_organization', 'onboarding', ['organization_id']);
  await ddl.createIndex('onboarding_by_place', 'onboarding', ['place_key', 'created']);
  await ddl.createIndex('onboarding_by_email', 'onboarding', ['email_key', 'created']);

  await ddl
    .createTable('onboarding_link')
    .addColumn('hash', key(64), (column) => column.notNull().primaryKey())
    .addColumn('onboarding_id', key(36), (column) => column.notNull())
    .addColumn('purpose', key(16), (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .execute();
  await ddl.createIndex('onboarding_link_by_onboarding', 'onboarding_link', [
    'onboarding_id',
    'purpose',
  ]);
}
