import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Files that have been handed in, with what is found out and decided about them; their bytes are in the blobs. */
export async function files(ddl: Ddl, _db: Kysely<Tables>): Promise<void> {
  const { key, longText, integer } = ddl;
  await ddl
    .createTable('distribution_file')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('distribution_id', key(36), (column) => column.notNull())
    .addColumn('organization_id', key(36))
    .addColumn('resource_id', key(36))
    .addColumn('state', key(16), (column) => column.notNull())
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('standard', key(120))
    .addColumn('expires', key(40))
    .addColumn('digest', key(64), (column) => column.notNull())
    .addColumn('result', key(64))
    .addColumn('checksum', key(40))
    .addColumn('parquet', key(64))
    .addColumn('findings', key(64))
    .addColumn('content', longText, (column) => column.notNull())
    .execute();
  await ddl.createIndex('distribution_file_by_distribution', 'distribution_file', [
    'distribution_id',
    'checksum',
    'id',
  ]);
  await ddl.createIndex('distribution_file_by_resource', 'distribution_file', [
    'resource_id',
    'id',
  ]);
  await ddl.createIndex('distribution_file_by_standard', 'distribution_file', [
    'standard',
    'state',
    'id',
  ]);
  await ddl.createIndex('distribution_file_by_expiry', 'distribution_file', ['expires']);
}
