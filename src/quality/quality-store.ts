import type { Tally } from './tally.ts';

/**
 * The port to where scores, answers of links and the history of scores are kept. All of it is derived: deleting it loses the history
 * and nothing else. `test/contract/quality-store.ts` says what every adapter owes.
 */

/** The score of a published dataset, small enough to read all of an organisation at once. */
export interface RecordQuality {
  /** Id of the record, and of its owner. */
  readonly resource: string;
  readonly organization: string;
  /** The version that was judged. */
  readonly version: number;
  /** Points here, and expected after harvest: 0–405. */
  readonly here: number;
  readonly total: number;
  /** A sign for each metric after harvest, in the order of the table: `1` holds, `0` does not; `a` and `u` the same, as far as is assumed. */
  readonly measured: string;
  /** Tenths of a star, the mean of the distributions. */
  readonly stars: number;
  /** Issues of each level. */
  readonly errors: number;
  readonly warnings: number;
  /** Addresses that did not answer. */
  readonly broken: readonly string[];
  /** Whether the data is older than its stated frequency allows. */
  readonly overdue: boolean;
}

/** How an organisation (its id), or the whole site (`''`), stood on a day. */
export interface QualityDay {
  /** ISO date. */
  readonly day: string;
  readonly organization: string;
  readonly datasets: number;
  /** Average of 405, in tenths. */
  readonly average: number;
}

/** What is known of an address. */
export interface LinkCheck {
  readonly url: string;
  /** Undefined while nobody has asked. */
  readonly answered: boolean | undefined;
  /** What went wrong, in a word: a status, `timeout`. */
  readonly failure: string | undefined;
  /** ISO 8601. */
  readonly checked: string | undefined;
  /** ISO 8601: not to be asked before. */
  readonly due: string;
  /** Weeks to the next time after this one, 1–5: it grows with each answer. */
  readonly weeks: number;
}

export interface QualityStore {
  /** Of an organisation (its id), or of all. */
  qualities(organization?: string): Promise<readonly RecordQuality[]>;
  /** The sums of each organisation's scores by its id, kept with them; of one alone when it is named. */
  tallies(organization?: string): Promise<ReadonlyMap<string, Tally>>;
  qualityOf(resource: string): Promise<RecordQuality | undefined>;
  /** Keeps each in place of any before it. */
  keepQualities(qualities: readonly RecordQuality[]): Promise<void>;
  forgetQualities(resources: readonly string[]): Promise<void>;
  /** In order of days, since the ISO date. */
  days(organization: string, since: string): Promise<readonly QualityDay[]>;
  /** Keeps each in place of any of the same day. */
  keepDays(days: readonly QualityDay[]): Promise<void>;
  /** What is known of the addresses; those that are not known are left out. */
  links(urls: readonly string[]): Promise<readonly LinkCheck[]>;
  /** Those whose time has come by the ISO time, the longest due first. */
  linksDue(now: string, limit: number): Promise<readonly LinkCheck[]>;
  /** Keeps each in place of any of the same address. */
  keepLinks(checks: readonly LinkCheck[]): Promise<void>;
}
