import type { JsonObject } from '../kernel/json.ts';
import type { ClaimedJob } from './job.ts';
import type { TimeOfDay } from './next-daily.ts';

/**
 * Does one job. It may be begun more than once (a process can die at any line), so what it writes to the store goes in one transaction
 * with `tx.finish(job.lease)`; whoever sends things elsewhere makes a repeat harmless.
 *
 * @param signal aborted when the lease is lost or the process is to stop: give up soon, the job is begun again
 * @returns what is kept of the payload when not all of it may be
 * @throws HopelessJob when trying again would not help; any other error is tried again later.
 */
export type JobHandler = (
  job: ClaimedJob,
  signal: AbortSignal,
  // biome-ignore lint/suspicious/noConfusingVoidType: most handlers have nothing to keep, and return nothing.
) => Promise<JsonObject | void>;

/** By kind of job. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** A job that is done once a day, however many processes there are; its kind has a handler like any other. */
export interface DailyJob {
  readonly kind: string;
  /** By the clocks of Europe/Stockholm. */
  readonly at: TimeOfDay;
}
