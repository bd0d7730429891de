import type { Kysely } from 'kysely';
import { CatalogError } from '../kernel/errors.ts';
import type { Ticket, TicketState } from '../support/ticket.ts';
import type {
  TicketLinkPurpose,
  TicketReader,
  TicketStore,
  TicketTransaction,
} from '../support/ticket-store.ts';
import type { Database, Run } from './database.ts';
import { failureOf } from './failure.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text, texts } from './template.ts';

/** The tickets' store over either database. */
export function kyselyTicketStore(database: Database): TicketStore {
  const ledger = openLedger(database.kysely);
  const statements = ticketStatements(database.kysely);
  return {
    ...reader(statements, database.read),
    transact: (work) =>
      database.write((run) => work({ ...writer(statements, run), ...ledger(run) })),
  };
}

type Statements = ReturnType<typeof ticketStatements>;

function reader(say: Statements, run: Run): TicketReader {
  return {
    async find(id) {
      return parsed((await run(say.byId({ id }))).rows[0]);
    },
    async findByLink(hash) {
      const [row] = (await run(say.byLink({ hash }))).rows;
      const ticket = parsed(row);
      return row && ticket && { ticket, purpose: row.purpose };
    },
    async list({ states, organization, before = '~', limit }) {
      const query =
        organization === undefined
          ? say.list(states.length)({ states, before, limit })
          : say.listOf(states.length)({ states, organization, before, limit });
      return (await run(query)).rows.map(({ content }) => parse(content));
    },
    async count(organization) {
      const query = organization === undefined ? say.count({}) : say.countOf({ organization });
      const { rows } = await run(query);
      return new Map(rows.map(({ state, number }) => [state, Number(number)]));
    },
    async countSince({ place, email, since }) {
      const [places] = (await run(say.countPlace({ key: place, since }))).rows;
      const [emails] = (await run(say.countEmail({ key: email, since }))).rows;
      return { place: Number(places?.number ?? 0), email: Number(emails?.number ?? 0) };
    },
  };
}

function writer(say: Statements, run: Run): Omit<TicketTransaction, keyof Ledger> {
  return {
    ...reader(say, run),
    async add(ticket, { place, email }) {
      const { id, number, state, organization, version, created } = ticket;
      const row = { id, number, state, organization, version, created, place, email };
      try {
        await run(say.insert({ ...row, content: JSON.stringify(ticket) }));
      } catch (error) {
        if (failureOf(error) !== 'duplicate') throw error;
        throw new CatalogError(
          'name-taken',
          { sv: 'Numret är upptaget.', en: 'The number is taken.' },
          { cause: error },
        );
      }
    },
    async replace(ticket) {
      const { id, state, organization, version } = ticket;
      const { numAffectedRows } = await run(
        say.update({
          ...{ id, state, organization, version },
          content: JSON.stringify(ticket),
          before: version - 1,
        }),
      );
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
    async addLink(link) {
      await run(say.insertLink(link));
    },
  };
}

function parsed(row: { readonly content: string } | undefined): Ticket | undefined {
  return row && parse(row.content);
}

/** What we wrote ourselves. */
function parse(content: string): Ticket {
  return JSON.parse(content) as Ticket;
}

function ticketStatements(db: Kysely<Tables>) {
  const numbers = (column: 'place_key' | 'email_key') =>
    template({ key: text(), since: text() }, ({ key, since }) =>
      db
        .selectFrom('ticket')
        .select(({ fn }) => fn.countAll().as('number'))
        .where(column, '=', key)
        .where('created', '>', since),
    );
  const tickets = db.selectFrom('ticket').select('content');
  const counted = db
    .selectFrom('ticket')
    .select(['state', ({ fn }) => fn.countAll().as('number')])
    .groupBy('state');
  return {
    byId: template({ id: text() }, ({ id }) => tickets.where('id', '=', id)),
    byLink: template({ hash: text() }, ({ hash }) =>
      db
        .selectFrom('ticket_link')
        .innerJoin('ticket', 'ticket.id', 'ticket_link.ticket_id')
        .select(['ticket.content', 'ticket_link.purpose'])
        .where('ticket_link.hash', '=', hash),
    ),
    list: (count: number) =>
      template(
        { states: texts<TicketState>(count), before: text(), limit: integer() },
        ({ states, before, limit }) =>
          tickets
            .where('state', 'in', states)
            .where('id', '<', before)
            .orderBy('id', 'desc')
            .limit(limit),
      ),
    listOf: (count: number) =>
      template(
        {
          states: texts<TicketState>(count),
          organization: text(),
          before: text(),
          limit: integer(),
        },
        ({ states, organization, before, limit }) =>
          tickets
            .where('organization_id', '=', organization)
            .where('state', 'in', states)
            .where('id', '<', before)
            .orderBy('id', 'desc')
            .limit(limit),
      ),
    count: template({}, () => counted),
    countOf: template({ organization: text() }, ({ organization }) =>
      counted.where('organization_id', '=', organization),
    ),
    countPlace: numbers('place_key'),
    countEmail: numbers('email_key'),
    insert: template(
      {
        id: text(),
        number: text(),
        state: text<TicketState>(),
        organization: nullableText(),
        version: integer(),
        created: text(),
        content: text(),
        place: text(),
        email: text(),
      },
      ({ organization, place, email, ...same }) =>
        db.insertInto('ticket').values({
          ...same,
          organization_id: organization,
          place_key: place,
          email_key: email,
        }),
    ),
    update: template(
      {
        id: text(),
        state: text<TicketState>(),
        organization: nullableText(),
        version: integer(),
        content: text(),
        before: integer(),
      },
      ({ id, before, organization, ...same }) =>
        db
          .updateTable('ticket')
          .set({ ...same, organization_id: organization })
          .where('id', '=', id)
          .where('version', '=', before),
    ),
    remove: template({ id: text(), version: integer() }, ({ id, version }) =>
      db.deleteFrom('ticket').where('id', '=', id).where('version', '=', version),
    ),
    removeLinks: template({ id: text() }, ({ id }) =>
      db.deleteFrom('ticket_link').where('ticket_id', '=', id),
    ),
    insertLink: template(
      { hash: text(), ticket: text(), purpose: text<TicketLinkPurpose>(), created: text() },
      ({ ticket, ...same }) => db.insertInto('ticket_link').values({ ...same, ticket_id: ticket }),
    ),
  };
}
