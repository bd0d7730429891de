import { type Kysely, sql } from 'kysely';
import type { UsageStore } from '../usage/usage-store.ts';
import type { Database } from './database.ts';
import { keepRow } from './keep-row.ts';
import type { Tables } from './tables.ts';
import { integer, template, text } from './template.ts';

/** Counts of use by day, over either database. */
export function kyselyUsageStore(database: Database): UsageStore {
  const say = usageStatements(database.kysely);
  return {
    addUsage: (day, counts) =>
      database.write(async (run) => {
        for (const count of counts) {
          const row = { day, ...count };
          await keepRow(run, say.add(row), say.insert(row));
        }
      }),
    async usage(organization, since, most) {
      const { rows } = await database.read(say.byRecord({ organization, since, most }));
      return rows.map(({ resource, views, downloads }) => ({
        resource,
        organization,
        views: Number(views),
        downloads: Number(downloads),
      }));
    },
    async usageDays(organization, since) {
      const { rows } = await database.read(say.byDay({ organization, since }));
      return rows.map(({ day, views, downloads }) => ({
        day,
        views: Number(views),
        downloads: Number(downloads),
      }));
    },
  };
}

function usageStatements(db: Kysely<Tables>) {
  const row = {
    day: text(),
    resource: text(),
    organization: text(),
    views: integer(),
    downloads: integer(),
  };
  const since = { organization: text(), since: text() };
  return {
    add: template(row, ({ day, resource, organization, views, downloads }) =>
      db
        .updateTable('usage_day')
        .set({
          organization_id: organization,
          views: sql`views + ${views}`,
          downloads: sql`downloads + ${downloads}`,
        })
        .where('resource_id', '=', resource)
        .where('day', '=', day),
    ),
    insert: template(row, ({ day, resource, organization, views, downloads }) =>
      db
        .insertInto('usage_day')
        .values({ resource_id: resource, day, organization_id: organization, views, downloads }),
    ),
    byRecord: template({ ...since, most: integer() }, ({ organization, since: from, most }) =>
      db
        .selectFrom('usage_day')
        .select((say) => [
          'resource_id as resource',
          say.fn.sum('views').as('views'),
          say.fn.sum('downloads').as('downloads'),
        ])
        .where('organization_id', '=', organization)
        .where('day', '>=', from)
        .groupBy('resource_id')
        .orderBy(sql`sum(views)`, 'desc')
        .limit(most),
    ),
    byDay: template(since, ({ organization, since: from }) =>
      db
        .selectFrom('usage_day')
        .select((say) => [
          'day',
          say.fn.sum('views').as('views'),
          say.fn.sum('downloads').as('downloads'),
        ])
        .where('organization_id', '=', organization)
        .where('day', '>=', from)
        .groupBy('day')
        .orderBy('day'),
    ),
  };
}
