import type { LanguageMap } from '../kernel/language-map.ts';
import type { Kind, State } from './resource.ts';
import type { WorkingCopy } from './working-copy.ts';

/**
 * The port to an organisation's own records as its workspace lists them: short rows, in which no content is read unless titles are
 * asked for. `test/contract/own-record-store.ts` says what every adapter owes.
 */

/** The kinds that an organisation describes one by one. */
export const ownKinds = ['dataset', 'series', 'service'] as const satisfies readonly Kind[];
export type OwnKind = (typeof ownKinds)[number];

/** A record as much as a list needs to put it in its place. */
export interface OwnRow {
  readonly id: string;
  readonly kind: OwnKind;
  readonly name: string;
  readonly state: State;
  readonly version: number;
  /** ISO 8601 of the last save, of the record or of what is being written on it. */
  readonly changed: string;
  /** What is being written on it, when something is. */
  readonly pending: WorkingCopy['state'] | undefined;
}

/** With what it is called: a draft, by what is being written on it. */
export interface OwnTitledRow extends OwnRow {
  readonly titles: LanguageMap | undefined;
}

/** How many there are of a kind in a state, and of those how many are being written on in a way. */
export interface OwnCount {
  readonly kind: OwnKind;
  readonly state: State;
  /** Undefined: nothing is being written. */
  readonly pending: WorkingCopy['state'] | undefined;
  readonly count: number;
}

export interface OwnRecordStore {
  /** Every record of the organisation (its id) is in one of them. */
  counts(organization: string): Promise<readonly OwnCount[]>;
  /** Those of a kind and a state, or of any: the last changed first. */
  lastChanged(query: {
    readonly organization: string;
    readonly kind: OwnKind | undefined;
    readonly state: State | undefined;
    readonly limit: number;
    readonly offset: number;
  }): Promise<readonly OwnRow[]>;
  /** All of the organisation's, in no order, with titles: the whole of each record is read for them. */
  titled(organization: string): Promise<readonly OwnTitledRow[]>;
}
