import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** How often each record was looked at and fetched, day by day. Nothing tells by whom. */
export async function usage(ddl: Ddl, _db: Kysely<Tables>): Promise<void> {
  const { key, integer } = ddl;
  await ddl
    .createTable('usage_day')
    .addColumn('resource_id', key(36), (column) => column.notNull())
    .addColumn('day', key(10), (column) => column.notNull())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('views', integer, (column) => column.notNull())
    .addColumn('downloads', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('usage_day_key', ['resource_id', 'day'])
    .execute();
  await ddl.createIndex('usage_by_organization', 'usage_day', ['organization_id', 'day']);
}
