import { hash, randomBytes } from 'node:crypto';
import type { Resource } from '../catalog/resource.ts';
import { titleOf } from '../catalog/title-of.ts';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import { newLinkSecret } from '../kernel/link-secret.ts';
import { type FieldFault, readFields } from '../kernel/read-fields.ts';
import { contactAddresses } from './contact-addresses.ts';
import type { SupportContext } from './support-context.ts';
import { type Ticket, type TicketTopic, ticketNumber, ticketTopics } from './ticket.ts';
import { writeToAuthor, writeToOperator, writeToPublisher } from './ticket-letters.ts';
import type { TicketTransaction } from './ticket-store.ts';

/** So many tickets an hour from one place, and of one address of mail. */
const most = { place: 8, email: 5 } as const;

export type Opened =
  | {
      readonly kind: 'taken';
      readonly ticket: Ticket;
      /** Of the link to the page where its author follows it. */
      readonly secret: string;
    }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'too-many' };

export interface OpenTicket {
  readonly fields: ReadonlyMap<string, string>;
  readonly language: UserLanguage;
  readonly actor: Actor;
  /** What shares a budget: an address, or a subscriber's part of one. */
  readonly place: string;
  /** What it is about, when it is about a record that the author may see. */
  readonly record: Resource | undefined;
}

/**
 * Takes in a question or a report. What is about data goes to the contact that its description names, and to the operator where it names none;
 * everything else goes to the operator.
 */
export async function openTicket(context: SupportContext, request: OpenTicket): Promise<Opened> {
  const { fields, language, actor, place, record } = request;
  const read = readFields(fields);
  const topic = read.choice<TicketTopic>('topic', ticketTopics, {
    sv: 'Välj vad det gäller.',
    en: 'Choose what it is about.',
  });
  const text = read.text('text', {
    most: 6000,
    lines: true,
    missing: {
      sv: 'Beskriv vad du vill fråga eller berätta.',
      en: 'Write what you want to ask or tell.',
    },
  });
  const name = read.text('name', { most: 200 });
  const email = read.email('email', undefined);
  if (read.faults.length > 0) return { kind: 'faults', faults: read.faults };
  const { now, newId } = context.catalog;
  const time = now();
  const at = time.toISOString();
  const sender = {
    place: hash('sha256', `${at.slice(0, 10)} ${place}`),
    email: hash('sha256', email === '' ? `none ${place}` : email.toLowerCase()),
  };
  const since = new Date(time.getTime() - 3_600_000).toISOString();
  const ticket: Omit<Ticket, 'number'> = {
    id: newId(),
    version: 1,
    state: 'open',
    topic,
    language,
    created: at,
    changed: at,
    page: pathOf(fields.get('page') ?? ''),
    record: record === undefined ? null : recordOf(record, language),
    organization: record === undefined ? null : record.organization,
    name,
    email,
    assignee: null,
    entries: [{ kind: 'message', at, by: 'author', author: name, text }],
  };
  const contacts =
    isAboutData(topic) && record !== undefined ? contactAddresses(record.content) : [];
  return await withFreeNumber(time, (number) =>
    context.tickets.transact(async (tx): Promise<Opened> => {
      const count = await tx.countSince({ ...sender, since });
      if (count.place >= most.place || count.email >= most.email) return { kind: 'too-many' };
      const numbered: Ticket = { ...ticket, number };
      await tx.add(numbered, sender);
      await tx.audit({
        at,
        actor,
        organization: numbered.organization,
        action: 'ticket-handled',
        object: { kind: 'ticket', id: numbered.id, name: number },
        after: { state: 'open', topic },
      });
      const secret = await addLink(tx, numbered, 'author');
      if (email !== '') await writeToAuthor(context, tx, numbered, 'taken', { secret });
      for (const to of contacts) {
        const own = await addLink(tx, numbered, 'publisher');
        await writeToPublisher(context, tx, numbered, { to, secret: own, text });
      }
      if (contacts.length === 0) await writeToOperator(context, tx, numbered, text);
      return { kind: 'taken', ticket: numbered, secret };
    }),
  );
}

/** A new link to the ticket, of which only the hash is kept. @returns its secret */
export async function addLink(
  tx: TicketTransaction,
  { id, changed }: Pick<Ticket, 'id' | 'changed'>,
  purpose: 'author' | 'publisher',
): Promise<string> {
  const secret = newLinkSecret();
  await tx.addLink({ hash: hash('sha256', secret), ticket: id, purpose, created: changed });
  return secret;
}

/** Whether the publisher knows best. */
function isAboutData(topic: TicketTopic): boolean {
  return topic === 'content' || topic === 'question';
}

function recordOf({ kind, name, content }: Resource, language: UserLanguage): Ticket['record'] {
  if (kind === 'catalog') return null;
  return { kind, name, title: titleOf(content, language) ?? name };
}

/** A path on this site, without what may be secret in it; `''` for anything else. */
function pathOf(page: string): string {
  const isPath = /^\/(?![/\\])[^\s\\]{0,500}$/.test(page);
  return isPath && !/^\/(?:join|support|invitations|reset|confirm)\//.test(page) ? page : '';
}

/** Tries with new numbers while one is taken: of 10^9 a year hardly ever. */
async function withFreeNumber<T>(now: Date, work: (number: string) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work(ticketNumber(now, randomBytes(6)));
    } catch (error) {
      const isTaken = error instanceof CatalogError && error.code === 'name-taken';
      if (!isTaken || tried === 5) throw error;
    }
  }
}
