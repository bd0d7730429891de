import type { UserLanguage } from '../kernel/issue.ts';

/** A question or a report of a fault, with everything that has been said about it since. */
export interface Ticket {
  /** UUIDv7. */
  readonly id: string;
  /** What people call it by: the year and six letters and figures that say nothing of how many there are, `2026-K7QX4M`. */
  readonly number: string;
  /** Counts from 1; every save is one more. */
  readonly version: number;
  readonly state: TicketState;
  readonly topic: TicketTopic;
  readonly language: UserLanguage;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly changed: string;
  /** Path of the page that it is about, or `''`. */
  readonly page: string;
  /** The record that it is about. */
  readonly record: TicketRecord | null;
  /** Id of the organisation that it concerns; null: the operator's alone. */
  readonly organization: string | null;
  /** `''` when the author did not say. */
  readonly name: string;
  /** `''` when the author did not say: answers are then only on the status page. */
  readonly email: string;
  /** Which operator has taken it. */
  readonly assignee: { readonly id: string; readonly name: string } | null;
  /** The oldest first. */
  readonly entries: readonly TicketEntry[];
}

/** `open`: somebody here has to do something; `answered`: it is the author's turn. */
export type TicketState = 'open' | 'answered' | 'closed';

export const ticketTopics = ['question', 'fault', 'content', 'accessibility', 'proposal'] as const;

/** `fault` is of the site, `content` of what a dataset says or holds. */
export type TicketTopic = (typeof ticketTopics)[number];

export interface TicketRecord {
  readonly kind: 'dataset' | 'series' | 'service' | 'organization';
  readonly name: string;
  readonly title: string;
}

/** Who takes part: whoever wrote it, the publisher of what it is about, the operator. */
export type TicketParty = 'author' | 'publisher' | 'operator';

export type TicketEntry =
  | {
      readonly kind: 'message' | 'note';
      readonly at: string;
      readonly by: TicketParty;
      readonly author: string;
      readonly text: string;
    }
  | {
      readonly kind: 'assigned' | 'closed' | 'reopened';
      readonly at: string;
      readonly by: TicketParty;
      readonly author: string;
      /** Whom it was assigned to; `''` for nobody. */
      readonly text: string;
    };

/** Letters and figures that nobody mistakes for another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number for people. @param bytes at least six random ones */
export function ticketNumber(now: Date, bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, 6), (byte) => alphabet[byte % alphabet.length]);
  return `${now.getUTCFullYear()}-${letters.join('')}`;
}
