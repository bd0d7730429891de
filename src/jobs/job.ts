import type { JsonObject } from '../kernel/json.ts';

/** `waiting` → `running` → `done`, or back to `waiting` after a failure; after too many of them `failed`, until an operator looks. */
export const jobStates = ['waiting', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

/** A job as kept. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly payload: JsonObject;
  readonly state: JobState;
  /** Not before. */
  readonly runAt: Date;
  /** How often it has been begun. */
  readonly attempts: number;
  /** Why it did not go well the last time; null when it has not failed. */
  readonly lastError: string | null;
  readonly created: Date;
  readonly finished: Date | null;
}

/** That a job is somebody's for a while: whoever shows the token may say what became of it. */
export interface Lease {
  readonly id: string;
  readonly token: string;
}

/** A job that a worker has begun. */
export interface ClaimedJob {
  readonly lease: Lease;
  readonly kind: string;
  readonly payload: JsonObject;
  /** 1 the first time. */
  readonly attempt: number;
}

/** The job is another worker's, or done: what this one wanted to write is not kept. */
export class LeaseLost extends Error {
  constructor({ id }: Lease) {
    super(`The lease of job ${id} has run out: another worker has it now.`);
    this.name = 'LeaseLost';
  }
}

/** Trying again would not help: the job fails at once, with this reason for the operator. */
export class HopelessJob extends Error {
  constructor(reason: string, options?: { readonly cause: unknown }) {
    super(reason, options);
    this.name = 'HopelessJob';
  }
}
