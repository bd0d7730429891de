import type { Kysely } from 'kysely';
import type { LinkCheck, QualityStore, RecordQuality } from '../quality/quality-store.ts';
import type { Database } from './database.ts';
import { keepRow } from './keep-row.ts';
import { sha256 } from './sha256.ts';
import type { Tables } from './tables.ts';
import { integer, template, text } from './template.ts';

/** Scores, their history and what is known of addresses, over either database. */
export function kyselyQualityStore(database: Database): QualityStore {
  const say = qualityStatements(database.kysely);
  const { read, write } = database;
  return {
    async qualities(organization) {
      const query = organization === undefined ? say.all({}) : say.ofOrganization({ organization });
      return (await read(query)).rows.map(({ content }) => JSON.parse(content) as RecordQuality);
    },
    async qualityOf(id) {
      const [row] = (await read(say.one({ id }))).rows;
      return row && (JSON.parse(row.content) as RecordQuality);
    },
    keepQualities: (qualities) =>
      write(async (run) => {
        for (const quality of qualities) {
          const { resource: id, organization } = quality;
          const row = { id, organization, content: JSON.stringify(quality) };
          await keepRow(run, say.update(row), say.insert(row));
        }
      }),
    forgetQualities: (resources) =>
      write(async (run) => {
        for (const id of resources) await run(say.remove({ id }));
      }),
    async days(organization, since) {
      return (await read(say.days({ organization, since }))).rows;
    },
    keepDays: (days) =>
      write(async (run) => {
        for (const day of days) await keepRow(run, say.updateDay(day), say.insertDay(day));
      }),
    async links(urls) {
      const found: LinkCheck[] = [];
      for (const url of new Set(urls)) {
        const [row] = (await read(say.link({ hash: sha256(url) }))).rows;
        if (row !== undefined) found.push(JSON.parse(row.content) as LinkCheck);
      }
      return found;
    },
    async linksDue(now, limit) {
      const { rows } = await read(say.linksDue({ now, limit }));
      return rows.map(({ content }) => JSON.parse(content) as LinkCheck);
    },
    keepLinks: (checks) =>
      write(async (run) => {
        for (const check of checks) {
          const row = {
            hash: sha256(check.url),
            due: check.due,
            content: JSON.stringify(check),
          };
          await keepRow(run, say.updateLink(row), say.insertLink(row));
        }
      }),
  };
}

function qualityStatements(db: Kysely<Tables>) {
  const row = { id: text(), organization: text(), content: text() };
  const day = { organization: text(), day: text(), datasets: integer(), average: integer() };
  const link = { hash: text(), due: text(), content: text() };
  return {
    all: template({}, () => db.selectFrom('record_quality').select('content')),
    ofOrganization: template({ organization: text() }, ({ organization }) =>
      db.selectFrom('record_quality').select('content').where('organization_id', '=', organization),
    ),
    one: template({ id: text() }, ({ id }) =>
      db.selectFrom('record_quality').select('content').where('resource_id', '=', id),
    ),
    update: template(row, ({ id, organization, content }) =>
      db
        .updateTable('record_quality')
        .set({ organization_id: organization, content })
        .where('resource_id', '=', id),
    ),
    insert: template(row, ({ id, organization, content }) =>
      db
        .insertInto('record_quality')
        .values({ resource_id: id, organization_id: organization, content }),
    ),
    remove: template({ id: text() }, ({ id }) =>
      db.deleteFrom('record_quality').where('resource_id', '=', id),
    ),
    days: template({ organization: text(), since: text() }, ({ organization, since }) =>
      db
        .selectFrom('quality_day')
        .select(['day', 'organization_id as organization', 'datasets', 'average'])
        .where('organization_id', '=', organization)
        .where('day', '>=', since)
        .orderBy('day'),
    ),
    updateDay: template(day, ({ organization, day: date, datasets, average }) =>
      db
        .updateTable('quality_day')
        .set({ datasets, average })
        .where('organization_id', '=', organization)
        .where('day', '=', date),
    ),
    insertDay: template(day, ({ organization, day: date, datasets, average }) =>
      db
        .insertInto('quality_day')
        .values({ organization_id: organization, day: date, datasets, average }),
    ),
    link: template({ hash: text() }, ({ hash }) =>
      db.selectFrom('link_check').select('content').where('url_hash', '=', hash),
    ),
    linksDue: template({ now: text(), limit: integer() }, ({ now, limit }) =>
      db
        .selectFrom('link_check')
        .select('content')
        .where('due', '<=', now)
        .orderBy('due')
        .limit(limit),
    ),
    updateLink: template(link, ({ hash, due, content }) =>
      db.updateTable('link_check').set({ due, content }).where('url_hash', '=', hash),
    ),
    insertLink: template(link, ({ hash, due, content }) =>
      db.insertInto('link_check').values({ url_hash: hash, due, content }),
    ),
  };
}
