import type { UsageCount, UsageStore } from './usage-store.ts';

/**
 * Counts in memory and writes in batches, so that a reader never waits for a count. What is counted in the seconds before a process
 * dies is lost: it is a count of use, not of money. Nothing about the reader is kept.
 */
export interface UsageCounter {
  /** Counts one use by somebody with this `User-Agent`; programs that say they are robots are left out. */
  count(what: 'view' | 'download', record: Counted, agent: string | undefined): void;
  /** Writes what has been counted. */
  flush(): Promise<void>;
  /** Writes what is left, and stops. */
  close(): Promise<void>;
}

/** What is counted: ids of the record and of its owner. */
export interface Counted {
  readonly id: string;
  readonly organization: string;
}

/** Says nothing of itself, or calls itself what robots do: left out. Programs that fetch data (curl, Python) are people's, and count. */
const robot =
  /bot\b|bot\/|crawl|spider|slurp|preview|monitor|uptime|lighthouse|headless|facebookexternalhit/i;

/** Whether the `User-Agent` is a robot's. */
export function isRobot(agent: string | undefined): boolean {
  return agent === undefined || agent.trim() === '' || robot.test(agent);
}

/** More records than these are written at once, whatever the time. */
const most = 5000;

/** Begins to count. @param every milliseconds between two batches */
export function countUsage({
  store,
  now,
  every = 30_000,
  report = () => undefined,
}: {
  readonly store: Pick<UsageStore, 'addUsage'>;
  readonly now: () => Date;
  readonly every?: number;
  /** Told when a batch could not be written: it is dropped. */
  readonly report?: (error: unknown) => void;
}): UsageCounter {
  let counts = new Map<
    string,
    { day: string; organization: string; views: number; downloads: number }
  >();
  let writing = Promise.resolve();

  const flush = (): Promise<void> => {
    if (counts.size === 0) return writing;
    const batch = counts;
    counts = new Map();
    writing = writing.then(() => write(store, batch)).catch(report);
    return writing;
  };
  const timer = setInterval(() => void flush(), every);
  timer.unref();

  return {
    count(what, { id, organization }, agent) {
      if (isRobot(agent)) return;
      const day = now().toISOString().slice(0, 10);
      const key = `${day} ${id}`;
      const counted = counts.get(key) ?? { day, organization, views: 0, downloads: 0 };
      if (what === 'view') counted.views += 1;
      else counted.downloads += 1;
      counts.set(key, counted);
      if (counts.size >= most) void flush();
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

type Batch = ReadonlyMap<
  string,
  {
    readonly day: string;
    readonly organization: string;
    readonly views: number;
    readonly downloads: number;
  }
>;

async function write(store: Pick<UsageStore, 'addUsage'>, batch: Batch): Promise<void> {
  const days = new Map<string, UsageCount[]>();
  for (const [key, { day, ...count }] of batch) {
    const list = days.get(day) ?? [];
    list.push({ resource: key.slice(day.length + 1), ...count });
    days.set(day, list);
  }
  for (const [day, list] of days) await store.addUsage(day, list);
}
