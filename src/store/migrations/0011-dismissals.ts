import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Notices for people who have signed in are shown to each until they put them away. */
export async function dismissals(ddl: Ddl, _db: Kysely<Tables>): Promise<void> {
  const { key } = ddl;
  await ddl
    .createTable('dismissed_announcement')
    .addColumn('person_id', key(36), (column) => column.notNull())
    .addColumn('announcement_id', key(36), (column) => column.notNull())
    .addColumn('dismissed', key(40), (column) => column.notNull())
    .addPrimaryKeyConstraint('dismissed_announcement_key', ['person_id', 'announcement_id'])
    .execute();
}
