import type { Level, Localized } from '../../kernel/issue.ts';
import type { NodeObject } from '../record.ts';

/** A record with the class that it is described as. */
export interface JudgedRecord {
  readonly className: string;
  readonly record: NodeObject;
}

/** A rule about records together. Its title stands in the rule table. */
export interface CatalogRule {
  readonly id: string;
  readonly level: Level;
  /** The section of the standard, by its own name. */
  readonly source: string;
  check(records: readonly JudgedRecord[]): Iterable<CatalogHit>;
}

/** One place where a rule is broken. */
export interface CatalogHit {
  readonly record: NodeObject;
  /** JSON Pointer from the record. */
  readonly pointer: string;
  readonly message: Localized;
}
