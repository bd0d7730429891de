import type { Kysely } from 'kysely';
import { CatalogError } from '../kernel/errors.ts';
import type { Announcement } from '../support/announcement.ts';
import type { SiteReader, SiteStore, SiteTransaction } from '../support/site-store.ts';
import type { SiteText, SiteTextName } from '../support/site-text.ts';
import type { Database, Run } from './database.ts';
import { failureOf } from './failure.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Tables } from './tables.ts';
import { integer, template, text } from './template.ts';

/** The store of announcements and texts over either database. */
export function kyselySiteStore(database: Database): SiteStore {
  const ledger = openLedger(database.kysely);
  const statements = siteStatements(database.kysely);
  return {
    ...reader(statements, database.read),
    transact: (work) =>
      database.write((run) => work({ ...writer(statements, run), ...ledger(run) })),
  };
}

type Statements = ReturnType<typeof siteStatements>;

function reader(say: Statements, run: Run): SiteReader {
  return {
    async announcement(id) {
      const [row] = (await run(say.announcement({ id }))).rows;
      return row && announcement(row.content);
    },
    async announcements(limit) {
      return (await run(say.announcements({ limit }))).rows.map((row) => announcement(row.content));
    },
    async text(name) {
      const [row] = (await run(say.texts({ name, limit: 1 }))).rows;
      return row && siteText(row);
    },
    async textVersion(name, version) {
      const [row] = (await run(say.text({ name, version }))).rows;
      return row && siteText(row);
    },
    async textVersions(name, limit) {
      return (await run(say.texts({ name, limit }))).rows.map(siteText);
    },
  };
}

function writer(say: Statements, run: Run): Omit<SiteTransaction, keyof Ledger> {
  return {
    ...reader(say, run),
    async saveAnnouncement(saved) {
      const { id, version, starts } = saved;
      const row = { id, version, starts, content: JSON.stringify(saved) };
      if (version === 1) {
        await run(say.insertAnnouncement(row));
        return;
      }
      const { numAffectedRows } = await run(
        say.updateAnnouncement({ ...row, before: version - 1 }),
      );
      if (numAffectedRows !== 1n) throw overtaken();
    },
    async addText({ text: { sv, en }, ...same }, writer) {
      try {
        await run(say.insertText({ ...same, sv, en, author_id: writer }));
      } catch (error) {
        if (failureOf(error) === 'duplicate') throw overtaken(error);
        throw error;
      }
    },
  };
}

function overtaken(cause?: unknown): CatalogError {
  return new CatalogError(
    'version-conflict',
    {
      sv: 'Någon annan har sparat under tiden. Jämför med det som nu gäller och spara igen.',
      en: 'Somebody else has saved meanwhile. Compare with what holds now and save again.',
    },
    { cause },
  );
}

/** What we wrote ourselves. */
function announcement(content: string): Announcement {
  return JSON.parse(content) as Announcement;
}

function siteText({
  sv,
  en,
  name,
  version,
  author,
  saved,
}: Omit<SiteText, 'text'> & { readonly sv: string; readonly en: string }): SiteText {
  return { name, version, author, saved, text: { sv, en } };
}

function siteStatements(db: Kysely<Tables>) {
  const columns = ['name', 'version', 'author', 'saved', 'sv', 'en'] as const;
  const row = { id: text(), version: integer(), starts: text(), content: text() };
  return {
    announcement: template({ id: text() }, ({ id }) =>
      db.selectFrom('announcement').select('content').where('id', '=', id),
    ),
    announcements: template({ limit: integer() }, ({ limit }) =>
      db
        .selectFrom('announcement')
        .select('content')
        .orderBy('starts', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
    insertAnnouncement: template(row, (values) => db.insertInto('announcement').values(values)),
    updateAnnouncement: template({ ...row, before: integer() }, ({ id, before, ...same }) =>
      db.updateTable('announcement').set(same).where('id', '=', id).where('version', '=', before),
    ),
    text: template({ name: text<SiteTextName>(), version: integer() }, ({ name, version }) =>
      db
        .selectFrom('site_text')
        .select(columns)
        .where('name', '=', name)
        .where('version', '=', version),
    ),
    texts: template({ name: text<SiteTextName>(), limit: integer() }, ({ name, limit }) =>
      db
        .selectFrom('site_text')
        .select(columns)
        .where('name', '=', name)
        .orderBy('version', 'desc')
        .limit(limit),
    ),
    insertText: template(
      {
        name: text<SiteTextName>(),
        version: integer(),
        author: text(),
        author_id: text(),
        saved: text(),
        sv: text(),
        en: text(),
      },
      (values) => db.insertInto('site_text').values(values),
    ),
  };
}
