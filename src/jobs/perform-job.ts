import { type ClaimedJob, HopelessJob, LeaseLost } from './job.ts';
import type { JobHandler } from './job-handler.ts';
import type { JobStore, Settlement } from './job-store.ts';
import { retryDelay } from './retry-delay.ts';

/** One job from its beginning to its end, with the sign of life that keeps it ours. Times are in milliseconds. */
export interface PerformOptions {
  readonly store: Pick<JobStore, 'extend' | 'settle'>;
  readonly lease: number;
  readonly limit: number;
  readonly attempts: number;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Aborted when the process can wait no longer. */
  readonly ended: AbortSignal;
  readonly report: (event: PerformEvent) => void;
}

/** What is told of one job, for the log. */
export type PerformEvent =
  | {
      readonly event: 'job-failed';
      readonly id: string;
      readonly kind: string;
      readonly attempt: number;
      readonly isLast: boolean;
      readonly error: unknown;
    }
  | { readonly event: 'job-lost'; readonly id: string; readonly kind: string }
  | { readonly event: 'jobs-unreachable'; readonly error: unknown };

/** Does the job and says what became of it. Never throws: what the store cannot be told, the end of the lease tells it. */
export async function performJob(
  job: ClaimedJob,
  handler: JobHandler,
  options: PerformOptions,
): Promise<void> {
  const { store, ended, report } = options;
  const { lease, kind } = job;
  const lost = new AbortController();
  const signal = AbortSignal.any([lost.signal, ended, AbortSignal.timeout(options.limit)]);
  const stopBeating = beat(job, {
    ...options,
    signal,
    lost: () => lost.abort(new LeaseLost(lease)),
  });
  try {
    const settlement = await outcome(job, handler, signal, options);
    const isOurs = settlement === 'lost' ? false : await store.settle(lease, settlement);
    if (!isOurs && !ended.aborted) report({ event: 'job-lost', id: lease.id, kind });
  } catch (error) {
    if (!ended.aborted) report({ event: 'jobs-unreachable', error });
  } finally {
    stopBeating();
  }
}

async function outcome(
  job: ClaimedJob,
  handler: JobHandler,
  signal: AbortSignal,
  { attempts, now, random, ended, report }: PerformOptions,
): Promise<Settlement | 'lost'> {
  const { lease, kind, attempt } = job;
  try {
    const keep = await handler(job, signal);
    return { state: 'done', at: now(), keep: keep ?? undefined };
  } catch (error) {
    if (error instanceof LeaseLost) return 'lost';
    if (ended.aborted) return { state: 'released' };
    const isLast = attempt >= attempts || error instanceof HopelessJob;
    report({ event: 'job-failed', id: lease.id, kind, attempt, isLast, error });
    const reason = reasonOf(error);
    if (isLast) return { state: 'failed', at: now(), reason };
    return {
      state: 'waiting',
      runAt: new Date(now().getTime() + retryDelay(attempt, random)),
      reason,
    };
  }
}

/** Renews the lease until told to stop, or nobody wants the job to go on. */
function beat(
  { lease: held }: ClaimedJob,
  {
    store,
    lease,
    now,
    signal,
    lost,
    report,
  }: PerformOptions & { readonly signal: AbortSignal; readonly lost: () => void },
): () => void {
  const timer = setInterval(() => {
    if (signal.aborted) return;
    store.extend(held, new Date(now().getTime() + lease)).then(
      (isOurs) => {
        if (!isOurs) lost();
      },
      (error: unknown) => report({ event: 'jobs-unreachable', error }),
    );
  }, lease / 3);
  timer.unref();
  return () => clearInterval(timer);
}

/** What the operator reads of a failure: its own words, on one line and not too many. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ').slice(0, 1000);
}
