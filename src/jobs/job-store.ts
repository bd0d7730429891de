import type { AuditTrail } from '../audit/audit-event.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { ClaimedJob, Job, JobState, Lease } from './job.ts';
import type { Outbox } from './job-request.ts';

/**
 * The port to the table of jobs. A worker has a job by a lease that it must renew, so a job of a worker that died is done by another,
 * and a worker that stood still cannot write over what the other did.
 */
export interface JobStore {
  /** @throws CatalogError as every store; what the work throws. */
  transact<T>(work: (tx: JobTransaction) => Promise<T>): Promise<T>;
  /**
   * Takes one job that is due, of the highest priority and then the oldest. One of those with the same key runs at a time.
   * @param kinds those that the worker can do
   */
  claim(request: {
    readonly kinds: readonly string[];
    readonly now: Date;
    readonly until: Date;
  }): Promise<ClaimedJob | undefined>;
  /** Renews a lease. @returns false when it is lost. */
  extend(lease: Lease, until: Date): Promise<boolean>;
  /** Says what became of a job. @returns false when the lease is lost: nothing is written. */
  settle(lease: Lease, settlement: Settlement): Promise<boolean>;
  /**
   * Takes back the jobs of workers that have gone silent.
   * @param most attempts after which a job fails for good
   * @returns how many were taken back
   */
  reclaim(now: Date, most: number): Promise<number>;
  /** Newest first. */
  list(query: JobQuery): Promise<readonly Job[]>;
  /** How many there are of each kind and state. */
  counts(): Promise<readonly JobCount[]>;
  /** Deletes what was done before that time, a bounded number at once. @returns how many */
  sweep(finishedBefore: Date): Promise<number>;
}

/** What the operator does, with its audit. */
export interface JobTransaction extends AuditTrail, Outbox {
  find(id: string): Promise<Job | undefined>;
  /** Lets a failed job begin anew. @returns whether it was there and failed. */
  revive(id: string, now: Date): Promise<boolean>;
  /** Deletes a job that waits or has failed. @returns whether it was there. */
  drop(id: string): Promise<boolean>;
}

export type Settlement =
  /** `keep` replaces the payload. */
  | { readonly state: 'done'; readonly at: Date; readonly keep?: JsonObject | undefined }
  | { readonly state: 'waiting'; readonly runAt: Date; readonly reason: string }
  | { readonly state: 'failed'; readonly at: Date; readonly reason: string }
  /** Handed back as if it had not begun. */
  | { readonly state: 'released' };

export interface JobQuery {
  readonly states: readonly JobState[];
  readonly kind?: string | undefined;
  readonly limit: number;
  /** Id and time of the last job of the page before. */
  readonly before?: { readonly created: Date; readonly id: string } | undefined;
}

export interface JobCount {
  readonly kind: string;
  readonly state: JobState;
  readonly count: number;
}
