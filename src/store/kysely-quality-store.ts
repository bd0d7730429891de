import { type Kysely, sql } from 'kysely';
import type { LinkCheck, QualityStore, RecordQuality } from '../quality/quality-store.ts';
import { addTallies, emptyTally, type Tally, tallyOf } from '../quality/tally.ts';
import type { Database, Run } from './database.ts';
import { keepRow } from './keep-row.ts';
import { sha256 } from './sha256.ts';
import type { Tables } from './tables.ts';
import { integer, template, text } from './template.ts';

/** Scores, their history and what is known of addresses, over either database. */
export function kyselyQualityStore(database: Database): QualityStore {
  const say = qualityStatements(database.kysely);
  const { read, write } = database;

  /** Keeps sums in step with scores inside one transaction: whoever else would write either waits. */
  async function beginTallying(run: Run) {
    const lock = { organization: locked, content: '{}' };
    await keepRow(run, say.updateTally(lock), say.insertTally(lock));
    const tallies = new Map<string, Tally>();
    const change = async (quality: RecordQuality, sign: 1 | -1): Promise<void> => {
      const { organization } = quality;
      const [row] = tallies.has(organization) ? [] : (await run(say.tally({ organization }))).rows;
      const known =
        tallies.get(organization) ?? (row ? (JSON.parse(row.content) as Tally) : emptyTally);
      tallies.set(organization, addTallies(known, tallyOf(quality), sign));
    };
    return {
      add: (quality: RecordQuality) => change(quality, 1),
      async forget(id: string) {
        const [row] = (await run(say.one({ id }))).rows;
        if (row !== undefined) await change(JSON.parse(row.content) as RecordQuality, -1);
      },
      async keep() {
        for (const [organization, tally] of tallies) {
          const row = { organization, content: JSON.stringify(tally) };
          await keepRow(run, say.updateTally(row), say.insertTally(row));
        }
      },
    };
  }

  return {
    async qualities(organization) {
      const query = organization === undefined ? say.all({}) : say.ofOrganization({ organization });
      return (await read(query)).rows.map(({ content }) => JSON.parse(content) as RecordQuality);
    },
    async qualityOf(id) {
      const [row] = (await read(say.one({ id }))).rows;
      return row && (JSON.parse(row.content) as RecordQuality);
    },
    async tallies(organization) {
      const query = organization === undefined ? say.tallies({}) : say.tally({ organization });
      const { rows } = await read(query);
      return new Map(
        rows.flatMap((row) =>
          row.organization === locked ? [] : [[row.organization, JSON.parse(row.content) as Tally]],
        ),
      );
    },
    keepQualities: (qualities) =>
      write(async (run) => {
        const tallying = await beginTallying(run);
        for (const quality of qualities) {
          const { resource: id, organization } = quality;
          const row = { id, organization, content: JSON.stringify(quality) };
          await tallying.forget(id);
          await keepRow(run, say.update(row), say.insert(row));
          await tallying.add(quality);
        }
        await tallying.keep();
      }),
    forgetQualities: (resources) =>
      write(async (run) => {
        const tallying = await beginTallying(run);
        for (const id of resources) {
          await tallying.forget(id);
          await run(say.remove({ id }));
        }
        await tallying.keep();
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

/** Where an organisation's id would stand. */
const locked = '';

function qualityStatements(db: Kysely<Tables>) {
  const row = { id: text(), organization: text(), content: text() };
  const day = { organization: text(), day: text(), datasets: integer(), average: integer() };
  const tally = { organization: text(), content: text() };
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
    tallies: template({}, () =>
      db.selectFrom('quality_tally').select(['organization_id as organization', 'content']),
    ),
    tally: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('quality_tally')
        .select(['organization_id as organization', 'content'])
        .where('organization_id', '=', organization),
    ),
    // The count makes a change of every update: a server says of one that changes nothing that it found nothing.
    updateTally: template(tally, ({ organization, content }) =>
      db
        .updateTable('quality_tally')
        .set({ content, changes: sql`changes + 1` })
        .where('organization_id', '=', organization),
    ),
    insertTally: template(tally, ({ organization, content }) =>
      db.insertInto('quality_tally').values({ organization_id: organization, changes: 0, content }),
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
