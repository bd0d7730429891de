import { setTimeout as delay } from 'node:timers/promises';
import type { ClaimedJob, Lease } from './job.ts';
import type { DailyJob, JobHandlers } from './job-handler.ts';
import type { JobStore } from './job-store.ts';
import { nextDaily } from './next-daily.ts';
import { type PerformEvent, performJob } from './perform-job.ts';

/** What one process does of the jobs that wait; any number of processes may. Times are in milliseconds. */
export interface WorkOptions {
  readonly store: JobStore;
  readonly handlers: JobHandlers;
  readonly daily?: readonly DailyJob[];
  /** How many at once. */
  readonly width?: number;
  /** How long a job is ours without a sign of life. */
  readonly lease?: number;
  /** How often the table is looked at when nobody says that there is something. */
  readonly poll?: number;
  /** How long a job may take before it is given up and tried again. */
  readonly limit?: number;
  /** How often a job is begun before it fails for good. */
  readonly attempts?: number;
  readonly now?: () => Date;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly report?: (event: WorkEvent) => void;
}

/** What a worker tells, for the log. */
export type WorkEvent = PerformEvent | { readonly event: 'jobs-reclaimed'; readonly count: number };

export interface Worker {
  /** Says that there may be something to do. Costs nothing, however often it is said. */
  wake(): void;
  /** Takes no more, waits for what is under way for so many milliseconds, then hands it back to others. */
  stop(grace?: number): Promise<void>;
}

/** Looks are at least so far apart while there is nothing to do. */
const pause = 100;

/** Begins to work. Its timers keep no process alive. */
export function work({
  store,
  handlers,
  daily = [],
  width = 4,
  lease: leaseLength = 60_000,
  poll = 1_000,
  limit = 30 * 60_000,
  attempts = 8,
  now = () => new Date(),
  random = Math.random,
  report = () => undefined,
}: WorkOptions): Worker {
  const kinds = Object.keys(handlers);
  const dailyByKind = new Map(daily.map((job) => [job.kind, job]));
  const running = new Set<{ readonly lease: Lease; readonly done: Promise<void> }>();
  const stopping = new AbortController();
  const ended = new AbortController();
  let woken = Promise.withResolvers<void>();
  let nextRound = 0;
  let isPlanned = false;
  let isReachable = true;
  const looped = loop();

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (running.size >= width) {
        await Promise.race([woken.promise, ...[...running].map(({ done }) => done)]);
        woken = Promise.withResolvers<void>();
      } else if (!(await reached(takeOne))) await rest();
    }
  }

  /** @returns whether there was one. */
  async function takeOne(): Promise<boolean> {
    await lookAfter();
    const time = now();
    const until = new Date(time.getTime() + leaseLength);
    const job = await store.claim({ kinds, now: time, until });
    if (job === undefined) return false;
    const entry = { lease: job.lease, done: perform(job).finally(() => running.delete(entry)) };
    running.add(entry);
    return true;
  }

  async function perform(job: ClaimedJob): Promise<void> {
    const handler = handlers[job.kind];
    if (handler === undefined) return; // what has no handler is never claimed
    const next = dailyByKind.get(job.kind);
    if (next !== undefined) await reached(() => plan(next));
    await performJob(job, handler, {
      ...{ store, lease: leaseLength, limit, attempts, now, random, report },
      ended: ended.signal,
    });
  }

  /** What somebody must do now and then, whoever it is. */
  async function lookAfter(): Promise<void> {
    if (!isPlanned) for (const job of daily) await plan(job);
    isPlanned = true;
    if (performance.now() < nextRound) return;
    nextRound = performance.now() + leaseLength / 2;
    const count = await store.reclaim(now(), attempts);
    if (count > 0) report({ event: 'jobs-reclaimed', count });
  }

  /** Sees to it that the next one waits: of those with its key only the first is kept. */
  async function plan({ kind, at }: DailyJob): Promise<true> {
    const runAt = nextDaily(now(), at);
    await store.transact((tx) => tx.enqueue({ kind, payload: {}, key: `daily ${kind}`, runAt }));
    return true;
  }

  /** @returns false when the store cannot be reached, which is told once. */
  async function reached(ask: () => Promise<boolean>): Promise<boolean> {
    try {
      const answer = await ask();
      isReachable = true;
      return answer;
    } catch (error) {
      if (isReachable && !ended.signal.aborted) report({ event: 'jobs-unreachable', error });
      isReachable = false;
      return false;
    }
  }

  async function rest(): Promise<void> {
    const { signal } = stopping;
    const over = () => undefined;
    await delay(Math.min(pause, poll), undefined, { signal, ref: false }).catch(over);
    const enough = new AbortController();
    const both = AbortSignal.any([signal, enough.signal]);
    await Promise.race([
      woken.promise,
      delay(poll - pause, undefined, { signal: both, ref: false }).catch(over),
    ]);
    enough.abort();
    woken = Promise.withResolvers<void>();
  }

  return {
    wake: () => woken.resolve(),
    async stop(grace = 10_000) {
      stopping.abort();
      woken.resolve();
      await looped;
      const enough = new AbortController();
      await Promise.race([
        Promise.all([...running].map(({ done }) => done)),
        delay(grace, undefined, { signal: enough.signal }).catch(() => undefined),
      ]);
      enough.abort();
      ended.abort();
      for (const { lease } of running)
        await reached(() => store.settle(lease, { state: 'released' }));
    },
  };
}
