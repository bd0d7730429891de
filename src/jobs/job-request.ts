import type { JsonObject } from '../kernel/json.ts';
import type { Lease } from './job.ts';

/** Work to be done later, by whichever process comes first. */
export interface JobRequest {
  /** Which handler does it: `mail`, `publish`. */
  readonly kind: string;
  /** What the handler needs to know; it reads the rest as it is when the time has come. */
  readonly payload: JsonObject;
  /** Not before this time; at once when there is none. */
  readonly runAt?: Date;
  /**
   * At most 240 characters. Of waiting jobs with the same key only one is kept: the first. A job that has begun gives it back, so
   * that what is asked for while it runs is done after it, and never beside it.
   */
  readonly key?: string;
  /** Higher goes first. Default 0. */
  readonly priority?: number;
}

/** What every transaction of the store can do beside its own: the job is there with what asked for it, or neither is. */
export interface Outbox {
  enqueue(job: JobRequest): Promise<void>;
  /**
   * Marks the job that a handler is doing as done, in the transaction that holds its effect: then the effect is there exactly once,
   * however often the job is begun.
   * @param keep what is kept as the job's payload, when not all of it may be
   * @throws LeaseLost when the job is another worker's by now: nothing of the transaction is kept.
   */
  finish(lease: Lease, keep?: JsonObject): Promise<void>;
}
