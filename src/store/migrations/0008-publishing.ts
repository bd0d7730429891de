import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Rules of organisations, approvals, changes to many records, and logotypes. All of it goes with the organisation. */
export async function publishing(ddl: Ddl, _db: Kysely<Tables>): Promise<void> {
  const { key, text, longText, integer } = ddl;
  await ddl
    .createTable('publishing_rules')
    .addColumn('organization_id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('four_eyes', integer, (column) => column.notNull())
    .addColumn('declaration', integer, (column) => column.notNull())
    .addColumn('classified_by', text)
    .addColumn('ground', text)
    .addColumn('colour', key(7))
    .addForeignKeyConstraint(
      'publishing_rules_organization',
      ['organization_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();

  await ddl
    .createTable('approval')
    .addColumn('resource_id', key(36), (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('asked_id', key(64), (column) => column.notNull())
    .addColumn('asked_name', text, (column) => column.notNull())
    .addColumn('approved_id', key(64), (column) => column.notNull())
    .addColumn('approved_name', text, (column) => column.notNull())
    .addColumn('at', key(40), (column) => column.notNull())
    .addPrimaryKeyConstraint('approval_key', ['resource_id', 'version'])
    .addForeignKeyConstraint(
      'approval_resource',
      ['resource_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();

  await ddl
    .createTable('bulk_change')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('action', key(16), (column) => column.notNull())
    .addColumn('property', key(64))
    .addColumn('by_id', key(64), (column) => column.notNull())
    .addColumn('by_name', text, (column) => column.notNull())
    .addColumn('at', key(40), (column) => column.notNull())
    .addColumn('undone_by', text)
    .addColumn('undone_at', key(40))
    .addColumn('count', integer, (column) => column.notNull())
    .addForeignKeyConstraint(
      'bulk_change_organization',
      ['organization_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('bulk_change_by_organization', 'bulk_change', ['organization_id', 'at']);
  await ddl.createIndex('bulk_change_by_time', 'bulk_change', ['at']);

  // No key to the record: a draft may be deleted, and the rest of the change can still be undone.
  await ddl
    .createTable('bulk_record')
    .addColumn('bulk_id', key(36), (column) => column.notNull())
    .addColumn('resource_id', key(36), (column) => column.notNull())
    .addColumn('version_before', integer, (column) => column.notNull())
    .addColumn('version_after', integer, (column) => column.notNull())
    .addColumn('from_id', key(36))
    .addPrimaryKeyConstraint('bulk_record_key', ['bulk_id', 'resource_id'])
    .addForeignKeyConstraint(
      'bulk_record_change',
      ['bulk_id'],
      'bulk_change',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();

  await ddl
    .createTable('logotype')
    .addColumn('organization_id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('digest', key(64), (column) => column.notNull())
    .addColumn('alternative', text, (column) => column.notNull())
    .addColumn('width', integer, (column) => column.notNull())
    .addColumn('height', integer, (column) => column.notNull())
    .addColumn('saved', key(40), (column) => column.notNull())
    .addColumn('png', longText, (column) => column.notNull())
    .addForeignKeyConstraint(
      'logotype_organization',
      ['organization_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}
