import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** Sums of scores by organisation. Scores that were kept before are made again with their sums by the next look at the change log. */
export async function qualityTallies(ddl: Ddl, db: Kysely<Tables>): Promise<void> {
  await ddl
    .createTable('quality_tally')
    .addColumn('organization_id', ddl.key(36), (column) => column.notNull().primaryKey())
    .addColumn('changes', ddl.integer, (column) => column.notNull())
    .addColumn('content', ddl.longText, (column) => column.notNull())
    .execute();
  await db.deleteFrom('record_quality').execute();
  await db.deleteFrom('meta').where('name', '=', 'quality-position').execute();
}
