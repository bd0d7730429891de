import type { NodeObject } from '../profile/record.ts';
import type { Kind } from './resource.ts';

/** What an organisation's records have in common, written once: contact, licence, legal ground. A new record begins from one. */
export interface RecordTemplate {
  readonly id: string;
  /** Id of its organisation. */
  readonly organization: string;
  /** Of which kind of record. */
  readonly kind: Kind;
  /** What people call it; one organisation has each name once. */
  readonly name: string;
  readonly content: NodeObject;
  /** Who saved it last, and when (ISO 8601). */
  readonly author: { readonly id: string; readonly name: string };
  readonly saved: string;
}
