import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Scores of published datasets, the score of each day, and whether addresses answered. */
export async function quality(ddl: Ddl, _db: Kysely<Tables>): Promise<void> {
  const { key, longText, integer } = ddl;
  await ddl
    .createTable('record_quality')
    .addColumn('resource_id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('content', longText, (column) => column.notNull())
    .execute();
  await ddl.createIndex('record_quality_by_organization', 'record_quality', ['organization_id']);

  await ddl
    .createTable('quality_day')
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('day', key(10), (column) => column.notNull())
    .addColumn('datasets', integer, (column) => column.notNull())
    .addColumn('average', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('quality_day_key', ['organization_id', 'day'])
    .execute();

  await ddl
    .createTable('link_check')
    .addColumn('url_hash', key(64), (column) => column.notNull().primaryKey())
    .addColumn('due', key(40), (column) => column.notNull())
    .addColumn('content', longText, (column) => column.notNull())
    .execute();
  await ddl.createIndex('link_check_due', 'link_check', ['due']);
}
