import type { NodeObject } from '../profile/record.ts';
import type { Kind } from './resource.ts';

/** Something that was thrown away and can still be had back: a draft with its record, or the changes on a record that is left. */
export interface Removed {
  readonly id: string;
  /** Id of its organisation. */
  readonly organization: string;
  readonly what: 'draft' | 'changes';
  readonly kind: Kind;
  /** The record's name. */
  readonly name: string;
  readonly content: NodeObject;
  /** The version that the changes began from; 0 for a draft. */
  readonly base: number;
  /** Who threw it away, and when (ISO 8601). */
  readonly author: { readonly id: string; readonly name: string };
  readonly at: string;
}
