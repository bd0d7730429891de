import type { AuditTrail } from '../audit/audit-event.ts';
import type { Outbox } from '../jobs/job-request.ts';
import type { Ticket, TicketState } from './ticket.ts';

/** The port to where tickets live. `test/contract/support-store.ts` says what every adapter owes. */

/** Whose link it is: the author's, or the publisher's contact's. */
export type TicketLinkPurpose = 'author' | 'publisher';

export interface TicketReader {
  find(id: string): Promise<Ticket | undefined>;
  /** By the SHA-256 of a link's secret. */
  findByLink(
    hash: string,
  ): Promise<{ readonly ticket: Ticket; readonly purpose: TicketLinkPurpose } | undefined>;
  /** The newest first; `before` is the last id of the page before. */
  list(query: {
    readonly states: readonly TicketState[];
    /** Id of an organisation: those that concern it. */
    readonly organization?: string | undefined;
    readonly before?: string | undefined;
    readonly limit: number;
  }): Promise<readonly Ticket[]>;
  /** How many there are in each state that has any. */
  count(organization?: string): Promise<ReadonlyMap<TicketState, number>>;
  /** How many came from the same place, or gave the same address of mail, since then. Keys are SHA-256, hex. */
  countSince(by: {
    readonly place: string;
    readonly email: string;
    readonly since: string;
  }): Promise<{ readonly place: number; readonly email: number }>;
}

export interface TicketTransaction extends TicketReader, AuditTrail, Outbox {
  /** Keeps a new one. @throws CatalogError `name-taken` when its number is. */
  add(ticket: Ticket, sender: { readonly place: string; readonly email: string }): Promise<void>;
  /** Keeps the next version. @throws CatalogError `version-conflict` when the stored one is not the one before. */
  replace(ticket: Ticket): Promise<void>;
  /** Takes it away with its links, when it is still at that version. */
  remove(ticket: Pick<Ticket, 'id' | 'version'>): Promise<void>;
  addLink(link: {
    readonly hash: string;
    readonly ticket: string;
    readonly purpose: TicketLinkPurpose;
    readonly created: string;
  }): Promise<void>;
}

export interface TicketStore extends TicketReader {
  /** As `CatalogStore.transact`: all or nothing, and only `tx` inside. */
  transact<T>(work: (tx: TicketTransaction) => Promise<T>): Promise<T>;
}
