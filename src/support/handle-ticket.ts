import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { type FieldFault, readFields } from '../kernel/read-fields.ts';
import { addLink } from './open-ticket.ts';
import type { SupportContext } from './support-context.ts';
import type { Ticket, TicketEntry, TicketParty, TicketState } from './ticket.ts';
import { writeToAuthor, writeToOperator } from './ticket-letters.ts';
import type { TicketTransaction } from './ticket-store.ts';

/** Who does something to a ticket. Who may is decided by whoever calls: by a link, or by rights. */
export interface TicketDoer {
  readonly actor: Actor;
  readonly by: TicketParty;
  readonly name: string;
}

export type Handled =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** So many messages of the author in a row; then it is our turn. */
const mostInARow = 10;

/**
 * Something more is said: an answer goes to the author, what the author says to the operator, a note to nobody outside.
 * @throws CatalogError `not-found`, `version-conflict`.
 */
export async function writeInTicket(
  context: SupportContext,
  {
    id,
    doer,
    fields,
    kind = 'message',
  }: {
    readonly id: string;
    readonly doer: TicketDoer;
    readonly fields: ReadonlyMap<string, string>;
    readonly kind?: 'message' | 'note';
  },
): Promise<Handled> {
  const read = readFields(fields);
  const text = read.text('text', {
    most: 6000,
    lines: true,
    missing: { sv: 'Skriv ett meddelande.', en: 'Write a message.' },
  });
  const before = await context.tickets.find(id);
  if (doer.by === 'author' && before !== undefined && inARow(before) >= mostInARow) {
    read.fault('text', {
      sv: 'Du har skrivit många meddelanden. Vänta tills någon har svarat.',
      en: 'You have written many messages. Wait until somebody has answered.',
    });
  }
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const { by, name } = doer;
  const ticket = await change(context, id, async (tx, found) => {
    const at = context.catalog.now().toISOString();
    const answered: TicketState =
      kind === 'note' ? found.state : by === 'author' ? 'open' : 'answered';
    const next = withEntry({ ...found, state: answered }, { kind, at, by, author: name, text });
    if (kind === 'note') return next;
    if (by === 'author') await writeToOperator(context, tx, next, text);
    else if (found.email !== '') {
      const secret = await addLink(tx, next, 'author');
      await writeToAuthor(context, tx, next, 'answer', { secret, text });
    }
    return next;
  });
  return { ok: true, ticket };
}

/**
 * Closes a ticket, or opens it again. What is so already stays so.
 * @throws CatalogError `not-found`, `version-conflict`.
 */
export function setTicketState(
  context: SupportContext,
  {
    id,
    doer,
    closed,
  }: { readonly id: string; readonly doer: TicketDoer; readonly closed: boolean },
): Promise<Ticket> {
  return change(context, id, async (tx, found) => {
    if (closed === (found.state === 'closed')) return found;
    const at = context.catalog.now().toISOString();
    const state: TicketState = closed ? 'closed' : 'open';
    const { by, name } = doer;
    const next = withEntry(
      { ...found, state },
      { kind: closed ? 'closed' : 'reopened', at, by, author: name, text: '' },
    );
    await note(tx, doer, found, next, at);
    if (by === 'author') await writeToOperator(context, tx, next, '');
    else if (closed && found.email !== '') {
      const secret = await addLink(tx, next, 'author');
      await writeToAuthor(context, tx, next, 'closed', { secret });
    }
    return next;
  });
}

/** Says which operator has it, or that nobody has. @throws CatalogError `not-found`, `version-conflict`. */
export function assignTicket(
  context: SupportContext,
  {
    id,
    doer,
    assignee,
  }: { readonly id: string; readonly doer: TicketDoer; readonly assignee: Ticket['assignee'] },
): Promise<Ticket> {
  return change(context, id, async (tx, found) => {
    const at = context.catalog.now().toISOString();
    const next = withEntry(
      { ...found, assignee },
      { kind: 'assigned', at, by: doer.by, author: doer.name, text: assignee?.name ?? '' },
    );
    await note(tx, doer, found, next, at);
    return next;
  });
}

function change(
  { tickets, catalog }: SupportContext,
  id: string,
  work: (tx: TicketTransaction, found: Ticket) => Promise<Ticket>,
): Promise<Ticket> {
  return tickets.transact(async (tx) => {
    const found = await tx.find(id);
    if (found === undefined) {
      throw new CatalogError('not-found', {
        sv: 'Det finns inget på den adressen.',
        en: 'There is nothing at this address.',
      });
    }
    const next = await work(tx, { ...found, version: found.version + 1 });
    const saved = { ...next, changed: catalog.now().toISOString() };
    await tx.replace(saved);
    return saved;
  });
}

function note(
  tx: TicketTransaction,
  { actor, by }: TicketDoer,
  before: Ticket,
  after: Ticket,
  at: string,
): Promise<void> {
  return tx.audit({
    at,
    actor,
    organization: after.organization,
    action: 'ticket-handled',
    object: { kind: 'ticket', id: after.id, name: after.number },
    before: { state: before.state, assigned: before.assignee?.id ?? null },
    after: { state: after.state, assigned: after.assignee?.id ?? null, by },
  });
}

function withEntry(ticket: Ticket, entry: TicketEntry): Ticket {
  return { ...ticket, entries: [...ticket.entries, entry] };
}

/** How many messages the author has written since anybody else did anything. */
function inARow({ entries }: Pick<Ticket, 'entries'>): number {
  const last = entries.findLastIndex(({ by }) => by !== 'author');
  return entries.slice(last + 1).filter(({ kind }) => kind === 'message').length;
}
