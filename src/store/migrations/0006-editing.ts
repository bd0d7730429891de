import type { Ddl } from '../ddl.ts';

/** What is being written: working copies, declarations, templates, and what was thrown away. All go with the record or organisation. */
export async function editing(ddl: Ddl): Promise<void> {
  const { key, text, longText, integer } = ddl;
  await ddl
    .createTable('working_copy')
    .addColumn('resource_id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('base', integer, (column) => column.notNull())
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('state', key(16), (column) => column.notNull())
    .addColumn('author_id', key(64), (column) => column.notNull())
    .addColumn('author_name', text, (column) => column.notNull())
    .addColumn('saved', key(40), (column) => column.notNull())
    .addColumn('publish_at', key(40))
    .addColumn('declaration', longText)
    .addColumn('note', longText)
    .addColumn('content', longText, (column) => column.notNull())
    .addForeignKeyConstraint(
      'working_copy_resource',
      ['resource_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('working_copy_by_organization', 'working_copy', [
    'organization_id',
    'saved',
  ]);

  await ddl
    .createTable('declaration')
    .addColumn('resource_id', key(36), (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('declaration', longText, (column) => column.notNull())
    .addPrimaryKeyConstraint('declaration_key', ['resource_id', 'version'])
    .addForeignKeyConstraint(
      'declaration_resource',
      ['resource_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();

  await ddl
    .createTable('record_template')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('kind', key(16), (column) => column.notNull())
    .addColumn('name', key(200), (column) => column.notNull())
    .addColumn('author_id', key(64), (column) => column.notNull())
    .addColumn('author_name', text, (column) => column.notNull())
    .addColumn('saved', key(40), (column) => column.notNull())
    .addColumn('content', longText, (column) => column.notNull())
    .addUniqueConstraint('record_template_name', ['organization_id', 'name'])
    .addForeignKeyConstraint(
      'record_template_organization',
      ['organization_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();

  await ddl
    .createTable('removed')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('what', key(16), (column) => column.notNull())
    .addColumn('kind', key(16), (column) => column.notNull())
    .addColumn('name', key(255), (column) => column.notNull())
    .addColumn('base', integer, (column) => column.notNull())
    .addColumn('author_id', key(64), (column) => column.notNull())
    .addColumn('author_name', text, (column) => column.notNull())
    .addColumn('at', key(40), (column) => column.notNull())
    .addColumn('content', longText, (column) => column.notNull())
    .addForeignKeyConstraint(
      'removed_organization',
      ['organization_id'],
      'resource',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('removed_by_organization', 'removed', ['organization_id', 'at']);
  await ddl.createIndex('removed_by_time', 'removed', ['at']);
}
