import type { JsonObject } from '../kernel/json.ts';

/** Work to be done later, by whichever process comes first. */
export interface JobRequest {
  /** Which handler does it: `mail`, `publish`. */
  readonly kind: string;
  /** What the handler needs to know; it reads the rest as it is when the time has come. */
  readonly payload: JsonObject;
  /** Not before this time; at once when there is none. */
  readonly runAt?: Date;
  /** Of waiting jobs with the same key only one is kept: the first. */
  readonly key?: string;
  /** Higher goes first. Default 0. */
  readonly priority?: number;
}

/** What every transaction of the store can do beside its own: the job is there with what asked for it, or neither is. */
export interface Outbox {
  enqueue(job: JobRequest): Promise<void>;
}
