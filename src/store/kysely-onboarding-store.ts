import type { Kysely } from 'kysely';
import { CatalogError } from '../kernel/errors.ts';
import type { Onboarding } from '../onboarding/onboarding.ts';
import type { OnboardingState } from '../onboarding/onboarding-steps.ts';
import type {
  LinkPurpose,
  OnboardingReader,
  OnboardingStore,
  OnboardingTransaction,
} from '../onboarding/onboarding-store.ts';
import type { Database, Run } from './database.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text, texts } from './template.ts';

/** The onboardings' store over either database. */
export function kyselyOnboardingStore(database: Database): OnboardingStore {
  const ledger = openLedger(database.kysely);
  const statements = onboardingStatements(database.kysely);
  return {
    ...reader(statements, database.read),
    transact: (work) =>
      database.write((run) => work({ ...writer(statements, run), ...ledger(run) })),
  };
}

type Statements = ReturnType<typeof onboardingStatements>;

function reader(say: Statements, run: Run): OnboardingReader {
  return {
    async find(id) {
      return parsed((await run(say.byId({ id }))).rows[0]);
    },
    async findByLink(hash) {
      const [row] = (await run(say.byLink({ hash }))).rows;
      const onboarding = parsed(row);
      return row && onboarding && { onboarding, purpose: row.purpose };
    },
    async findByOrganization(organization) {
      return parsed((await run(say.byOrganization({ organization }))).rows[0]);
    },
    async list({ states, before = '~', limit }) {
      const found = (await run(say.list(states.length)({ states, before, limit }))).rows;
      return found.map(({ content }) => parse(content));
    },
    async count() {
      const { rows } = await run(say.count({}));
      return new Map(rows.map(({ state, number }) => [state, Number(number)]));
    },
    async countSince({ sender, since }) {
      const [place] = (await run(say.countPlace({ key: sender.place, since }))).rows;
      const [email] = (await run(say.countEmail({ key: sender.email, since }))).rows;
      return { place: Number(place?.number ?? 0), email: Number(email?.number ?? 0) };
    },
    async closedOrganizations() {
      const { rows } = await run(say.closed({}));
      return rows.flatMap(({ organization_id: id }) => id ?? []);
    },
  };
}

function writer(say: Statements, run: Run): Omit<OnboardingTransaction, keyof Ledger> {
  return {
    ...reader(say, run),
    async add(onboarding, { place, email }) {
      await run(say.insert({ ...columns(onboarding), place, email }));
    },
    async replace(onboarding) {
      const { created: _, ...row } = columns(onboarding);
      const { numAffectedRows } = await run(say.update({ ...row, before: onboarding.version - 1 }));
      if (numAffectedRows === 1n) return;
      throw new CatalogError('version-conflict', {
        sv: 'Någon annan har ändrat ärendet under tiden. Ladda om sidan och gör om det du gjorde.',
        en: 'Somebody else has changed the matter meanwhile. Reload the page and do it again.',
      });
    },
    async remove({ id, version }) {
      const { numAffectedRows } = await run(say.remove({ id, version }));
      if (numAffectedRows === 1n) await run(say.removeLinks({ id }));
    },
    async addLink({ onboarding, ...link }) {
      await run(say.insertLink({ ...link, onboarding }));
    },
    async dropLinks(onboarding, purpose) {
      await run(say.deleteLinks({ onboarding, purpose }));
    },
  };
}

function columns(onboarding: Onboarding) {
  const { id, state, organization, version, created } = onboarding;
  return { id, state, organization, version, created, content: JSON.stringify(onboarding) };
}

function parsed(row: { readonly content: string } | undefined): Onboarding | undefined {
  return row && parse(row.content);
}

/** What we wrote ourselves. */
function parse(content: string): Onboarding {
  return JSON.parse(content) as Onboarding;
}

function onboardingStatements(db: Kysely<Tables>) {
  const lists = new Map<number, ReturnType<typeof listOf>>();
  const listOf = (count: number) =>
    template(
      { states: texts<OnboardingState>(count), before: text(), limit: integer() },
      ({ states, before, limit }) =>
        db
          .selectFrom('onboarding')
          .select('content')
          .where('state', 'in', states)
          .where('id', '<', before)
          .orderBy('id', 'desc')
          .limit(limit),
    );
  const row = {
    id: text(),
    state: text<OnboardingState>(),
    organization: nullableText(),
    version: integer(),
    content: text(),
  };
  const numbers = (column: 'place_key' | 'email_key') =>
    template({ key: text(), since: text() }, ({ key, since }) =>
      db
        .selectFrom('onboarding')
        .select(({ fn }) => fn.countAll().as('number'))
        .where(column, '=', key)
        .where('created', '>', since),
    );
  return {
    byId: template({ id: text() }, ({ id }) =>
      db.selectFrom('onboarding').select('content').where('id', '=', id),
    ),
    byLink: template({ hash: text() }, ({ hash }) =>
      db
        .selectFrom('onboarding_link')
        .innerJoin('onboarding', 'onboarding.id', 'onboarding_link.onboarding_id')
        .select(['onboarding.content', 'onboarding_link.purpose'])
        .where('onboarding_link.hash', '=', hash),
    ),
    byOrganization: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('onboarding')
        .select('content')
        .where('organization_id', '=', organization)
        .orderBy('id', 'desc')
        .limit(1),
    ),
    list: (count: number) => {
      const known = lists.get(count) ?? listOf(count);
      lists.set(count, known);
      return known;
    },
    count: template({}, () =>
      db
        .selectFrom('onboarding')
        .select(['state', ({ fn }) => fn.countAll().as('number')])
        .groupBy('state'),
    ),
    countPlace: numbers('place_key'),
    countEmail: numbers('email_key'),
    closed: template({}, () =>
      db
        .selectFrom('onboarding')
        .select('organization_id')
        .where('state', 'in', ['paused', 'ended']),
    ),
    insert: template(
      { ...row, created: text(), place: text(), email: text() },
      ({ organization, place, email, ...same }) =>
        db.insertInto('onboarding').values({
          ...same,
          organization_id: organization,
          place_key: place,
          email_key: email,
        }),
    ),
    update: template({ ...row, before: integer() }, ({ id, before, organization, ...same }) =>
      db
        .updateTable('onboarding')
        .set({ ...same, organization_id: organization })
        .where('id', '=', id)
        .where('version', '=', before),
    ),
    remove: template({ id: text(), version: integer() }, ({ id, version }) =>
      db.deleteFrom('onboarding').where('id', '=', id).where('version', '=', version),
    ),
    removeLinks: template({ id: text() }, ({ id }) =>
      db.deleteFrom('onboarding_link').where('onboarding_id', '=', id),
    ),
    insertLink: template(
      { hash: text(), onboarding: text(), purpose: text<LinkPurpose>(), created: text() },
      ({ onboarding, ...same }) =>
        db.insertInto('onboarding_link').values({ ...same, onboarding_id: onboarding }),
    ),
    deleteLinks: template(
      { onboarding: text(), purpose: text<LinkPurpose>() },
      ({ onboarding, purpose }) =>
        db
          .deleteFrom('onboarding_link')
          .where('onboarding_id', '=', onboarding)
          .where('purpose', '=', purpose),
    ),
  };
}
