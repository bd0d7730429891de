import type { Localized } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { RowColumn } from '../tables/row-column.ts';

/**
 * One file that somebody has handed in: its bytes never change, and what is found out and decided about it stands beside them. Files
 * that replace each other belong to one distribution, whose addresses stay. DCAT 3 §6.8: a distribution is a form that the dataset is
 * to be had in.
 */
export interface DistributionFile {
  /** UUIDv7. */
  readonly id: string;
  /** UUIDv7 of what it is a file of; part of public addresses. */
  readonly distribution: string;
  /** Ids of the dataset and its organisation; null for a file that is only looked at and then forgotten. */
  readonly owner: { readonly organization: string; readonly resource: string } | null;
  readonly state: FileState;
  /** Counts from 1; every change raises it. */
  readonly revision: number;
  /** ISO 8601. When it came, and when it is forgotten (null: never). */
  readonly received: string;
  readonly expires: string | null;
  /** Who handed it in; null for somebody without a name. */
  readonly author: { readonly id: string; readonly name: string } | null;
  /** As the sender calls it: a label, never a path. */
  readonly fileName: string;
  /** By its content. */
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of the bytes. */
  readonly digest: string;
  readonly decision: Decision;
  /** What reading it found; not there until it has been read, and for what holds no table. */
  readonly reading?: JsonObject;
  /** Why it cannot be read, when it cannot. */
  readonly fault?: Localized;
  /** What the world downloads, once it is accepted: the table as it was accepted, or the file itself when nothing had to be repaired. */
  readonly result?: ResultFile;
  /** Its rows, when it holds a table that was accepted. */
  readonly rows?: AcceptedRows;
}

/**
 * `received` waits to be read, `read` for somebody's decision, `accepted` to be made into rows, and `ready` is what the world may see
 * when a published description of the dataset has its checksum. `failed` could not be read, `discarded` is thrown away.
 */
export const fileStates = ['received', 'read', 'accepted', 'ready', 'failed', 'discarded'] as const;

export type FileState = (typeof fileStates)[number];

/** What people have said about a file. */
export interface Decision {
  /** The standard that it is to follow, `badplats/1.1.0`; null for none, not there while nobody has said. */
  readonly standard?: string | null;
  /** Which of its tables, counted from 0. */
  readonly table: number;
  /** Repairs that are refused, or accepted though they are not by themselves; by their ids. */
  readonly repairs: Readonly<Record<string, boolean>>;
  /** Names in the file → columns of the standard. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Who has answered for what may be personal, and why it may be public. */
  readonly privacy?: PrivacyAnswer;
}

export interface PrivacyAnswer {
  readonly reason: string;
  readonly author: { readonly id: string; readonly name: string };
  /** ISO 8601. */
  readonly at: string;
}

/** What the world downloads. */
export interface ResultFile {
  /** SHA-256, by which it is kept. */
  readonly digest: string;
  /** SHA-1, by which a description names it: the Swedish profile takes no other. DCAT-AP-SE 3.0.1, Checksum. */
  readonly sha1: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** A name that any disk takes. */
  readonly fileName: string;
}

/** The rows that a file was made into. */
export interface AcceptedRows {
  /** SHA-256 of the Parquet file. */
  readonly parquet: string;
  /** SHA-256 of the report of all findings, as CSV; null when there are none. */
  readonly findings: string | null;
  readonly columns: readonly RowColumn[];
  readonly count: number;
  /** Rows of the file that had errors, and are not among them. */
  readonly leftOut: number;
  /** Versions of the standard that it passes, newest first. */
  readonly passes: readonly string[];
}

/** A decision before anybody has decided. */
export const undecided: Decision = { table: 0, repairs: {}, mapping: {} };
