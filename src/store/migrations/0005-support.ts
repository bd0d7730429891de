import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Questions and reports with the links to them, announcements, and every version of the texts that the operator writes. */
export async function support(ddl: Ddl, _db: Kysely<Tables>): Promise<void> {
  const { key, text, longText, integer } = ddl;
  await ddl
    .createTable('ticket')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('number', key(16), (column) => column.notNull())
    .addColumn('state', key(16), (column) => column.notNull())
    .addColumn('organization_id', key(36))
    .addColumn('place_key', key(64), (column) => column.notNull())
    .addColumn('email_key', key(64), (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('content', longText, (column) => column.notNull())
    .addUniqueConstraint('ticket_number', ['number'])
    .execute();
  await ddl.createIndex('ticket_by_state', 'ticket', ['state', 'id']);
  await ddl.createIndex('ticket_by_organization', 'ticket', ['organization_id', 'state', 'id']);
  await ddl.createIndex('ticket_by_place', 'ticket', ['place_key', 'created']);
  await ddl.createIndex('ticket_by_email', 'ticket', ['email_key', 'created']);

  await ddl
    .createTable('ticket_link')
    .addColumn('hash', key(64), (column) => column.notNull().primaryKey())
    .addColumn('ticket_id', key(36), (column) => column.notNull())
    .addColumn('purpose', key(16), (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .execute();
  await ddl.createIndex('ticket_link_by_ticket', 'ticket_link', ['ticket_id']);

  await ddl
    .createTable('announcement')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('starts', key(40), (column) => column.notNull())
    .addColumn('content', longText, (column) => column.notNull())
    .execute();
  await ddl.createIndex('announcement_by_start', 'announcement', ['starts', 'id']);

  await ddl
    .createTable('site_text')
    .addColumn('name', key(32), (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('saved', key(40), (column) => column.notNull())
    .addColumn('sv', longText, (column) => column.notNull())
    .addColumn('en', longText, (column) => column.notNull())
    .addPrimaryKeyConstraint('site_text_key', ['name', 'version'])
    .execute();
}
