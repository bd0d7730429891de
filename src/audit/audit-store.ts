import type { AuditTrail } from './audit-event.ts';
import type { ChainedEvent } from './chained-event.ts';

/** The port to where events are kept. They are appended by every transaction of the store; here they are read. */
export interface AuditStore {
  /** For what is told of nothing but itself: an export, a refusal. */
  transact<T>(work: (tx: AuditTrail) => Promise<T>): Promise<T>;
  /** Newest first. */
  list(query: AuditQuery): Promise<readonly ChainedEvent[]>;
  /** Those with a higher number, in order. */
  after(number: number, limit: number): Promise<readonly ChainedEvent[]>;
  /** The newest event, undefined when there is none. */
  head(): Promise<ChainedEvent | undefined>;
  /**
   * Takes away what is personal from events of before a time; the chain holds all the same.
   * @param actions only from those of these; undefined: from all
   * @returns how many events lost something
   */
  clean(before: string, actions?: readonly string[]): Promise<number>;
}

/** Which events; what is undefined does not narrow. */
export interface AuditQuery {
  /** Ids of organisations; those of the platform alone belong to none and are left out. */
  readonly organizations?: readonly string[] | undefined;
  /** Id of a person or a token. */
  readonly actor?: string | undefined;
  /** Id of the thing. */
  readonly object?: string | undefined;
  readonly actions?: readonly string[] | undefined;
  /** ISO 8601; from then on, and before then. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Number of the last event of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}
