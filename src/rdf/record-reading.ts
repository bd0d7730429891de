import { pointer } from '../kernel/issue.ts';
import type { JsonValue } from '../kernel/json.ts';
import type { ClassPlan } from '../profile/plan.ts';
import type { TermId } from './graph.ts';
import type { Remark } from './read-notes.ts';
import type { RecordSource } from './record-source.ts';

/** Where a node stands. */
export interface NodePlace {
  readonly path: string;
  /** The nodes around it, so that a circle ends. */
  readonly above: readonly TermId[];
}

/** What reading the nodes of one record gathers. */
export interface RecordReading {
  readonly source: RecordSource;
  /** Statements that are kept beside the record. */
  readonly kept: Set<number>;
  /** IRIs that values name: what the document says of them is kept beside the record. */
  readonly named: Set<TermId>;
  /** Blank nodes that were read, with each JSON object made of them. */
  readonly blanks: Map<TermId, Record<string, JsonValue>[]>;
  /** IRIs that were read in place. */
  readonly embedded: Set<TermId>;
  /** Reads a node that stands inside another. */
  readNode(subject: TermId, cls: ClassPlan, place: NodePlace): Record<string, JsonValue>;
  note(path: string, remark: Remark): void;
  keep(quad: number): void;
  use(quad: number): void;
}

/** How `used` marks a statement that the profile says by itself. */
export const implied = 2;

/** The path of a value: `/distribution/0`. */
export function valuePath(path: string, ...steps: readonly (string | number)[]): string {
  return path + pointer(...steps);
}
