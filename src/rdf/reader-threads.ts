import { Worker } from 'node:worker_threads';
import { CatalogError } from '../kernel/errors.ts';
import { documentTooLarge, outOfMemory } from './invalid-document.ts';
import type { ReaderJob, ReaderReply, ReaderThreadData } from './reader-messages.ts';

const mebibyte = 1024 * 1024;
const millisecondsBetweenLooks = 100;

/** The reply that ends a job. */
export type FinalReply = Extract<ReaderReply, { readonly kind: 'read' | 'parsed' }>;

type Job = Exclude<ReaderJob, { readonly kind: 'next' }>;

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onBatch?: (json: string) => Promise<void>;
}

/** Threads that read, each one job at a time. */
export interface ReaderThreads {
  run(job: Job, options: RunOptions): Promise<FinalReply>;
  close(): Promise<void>;
}

/**
 * Starts at most `limit` threads, keeps those that finished their job, and replaces those that had to be stopped. At most
 * `queue` jobs wait for a thread; one more is refused with CatalogError `busy`.
 */
export function readerThreads({
  data,
  memory,
  limit,
  queue,
}: {
  readonly data: ReaderThreadData;
  readonly memory: number;
  readonly limit: number;
  readonly queue: number;
}): ReaderThreads {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let closed = false;

  function start(): Worker {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), {
      workerData: data,
      // A thread that runs into this limit in one leap takes the whole process along (V8 has no way back from a failed
      // allocation), so it lies far above the budget, which is watched from here.
      resourceLimits: { maxOldGenerationSizeMb: memory * 2 + 256 },
    });
    all.add(worker);
    // Who runs a job listens for its errors; one that comes after the job ended has no one to go to.
    worker.on('error', () => worker.unref());
    worker.once('exit', () => {
      all.delete(worker);
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
    });
    return worker;
  }

  /** Waits until a thread may be free; who is no longer waited for leaves the queue. */
  function turn(signal: AbortSignal | undefined): Promise<void> {
    if (waiting.length >= queue) throw tooManyDocuments();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const wake = (): void => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      waiting.splice(waiting.indexOf(wake), 1);
      reject(signal?.reason);
    };
    waiting.push(wake);
    signal?.addEventListener('abort', leave, { once: true });
    return promise;
  }

  async function acquire(signal: AbortSignal | undefined): Promise<Worker> {
    while (busy >= limit && !closed) await turn(signal);
    if (closed) throw new Error('The reader is closed.');
    busy += 1;
    const worker = idle.pop() ?? start();
    worker.ref();
    return worker;
  }

  function release(worker: Worker, isUsable: boolean): void {
    busy -= 1;
    if (isUsable && all.has(worker)) {
      worker.unref();
      idle.push(worker);
    }
    waiting.shift()?.();
  }

  return {
    async run(job, options) {
      options.signal?.throwIfAborted();
      const worker = await acquire(options.signal);
      if (options.signal?.aborted) {
        release(worker, true);
        throw options.signal.reason;
      }
      const since = performance.now();
      let isUsable = false;
      try {
        const reply = await converse(worker, job, options);
        isUsable = await isLight(worker, memory, since);
        return reply;
      } catch (error) {
        isUsable = error instanceof Refusal && (await isLight(worker, memory, since));
        throw error instanceof Refusal ? error.reason : error;
      } finally {
        if (!isUsable) await worker.terminate();
        release(worker, isUsable);
      }
    },
    async close() {
      closed = true;
      for (const wake of waiting.splice(0)) wake();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function tooManyDocuments(): CatalogError {
  return new CatalogError('busy', {
    sv: 'Många dokument väntar på att läsas. Försök igen om en stund.',
    en: 'Many documents are waiting to be read. Try again shortly.',
  });
}

/** Whether the thread holds little of what it read, so that the next document finds the memory that it may have. */
function isLight(worker: Worker, memory: number, since: number): Promise<boolean> | boolean {
  if (performance.now() - since < millisecondsBetweenLooks) return true;
  return worker.getHeapStatistics().then(
    ({ used_heap_size }) => used_heap_size < (memory * mebibyte) / 2,
    // It has ended meanwhile.
    () => false,
  );
}

/** The thread said no to the document and is ready for the next. */
class Refusal extends Error {
  readonly reason: Error;

  constructor(reason: Error) {
    super(reason.message);
    this.reason = reason;
  }
}

/** One job from the first word to the last. Time counts only while the thread works, not while a batch is taken. */
function converse(worker: Worker, job: Job, { signal, onBatch }: RunOptions): Promise<FinalReply> {
  const { promise, resolve, reject } = Promise.withResolvers<FinalReply>();
  const { milliseconds } = job.budgets;
  let left = milliseconds;
  let since = performance.now();
  let taking = 0;
  let batches = Promise.resolve();
  let timer = setTimeout(outOfTime, left);

  function outOfTime(): void {
    reject(
      documentTooLarge({
        sv: `Dokumentet tog längre än ${milliseconds / 1000} sekunder att läsa.`,
        en: `The document took longer than ${milliseconds / 1000} seconds to read.`,
      }),
    );
  }

  function pause(): void {
    taking += 1;
    if (taking > 1) return;
    clearTimeout(timer);
    left -= performance.now() - since;
  }

  function resume(): void {
    taking -= 1;
    if (taking > 0) return;
    since = performance.now();
    timer = setTimeout(outOfTime, Math.max(left, 1));
  }

  async function take(json: string): Promise<void> {
    await onBatch?.(json);
    worker.postMessage({ kind: 'next' } satisfies ReaderJob);
    resume();
  }

  function onMessage(reply: ReaderReply): void {
    switch (reply.kind) {
      case 'batch':
        pause();
        batches = batches.then(() => take(reply.json));
        batches.catch(reject);
        return;
      case 'read':
      case 'parsed':
        batches.then(() => resolve(reply), reject);
        return;
      case 'refused': {
        const { code, detail, issues } = reply;
        reject(new Refusal(new CatalogError(code, detail, { issues })));
        return;
      }
      case 'failed': {
        const fault = new Error(reply.message);
        if (reply.stack !== undefined) fault.stack = reply.stack;
        reject(fault);
      }
    }
  }

  function onError(error: Error & { readonly code?: string }): void {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory() : error);
  }

  const watch = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ used_heap_size }) => {
        if (used_heap_size > job.budgets.memory * mebibyte) reject(outOfMemory());
      },
      // A thread that has ended has no memory to speak of; its end is heard elsewhere.
      () => undefined,
    );
  }, millisecondsBetweenLooks);
  const onExit = (): void => reject(new Error('The reading thread ended before its answer.'));
  const onAbort = (): void => reject(signal?.reason);
  worker.on('message', onMessage);
  worker.on('error', onError);
  worker.on('exit', onExit);
  signal?.addEventListener('abort', onAbort, { once: true });
  worker.postMessage(job satisfies ReaderJob);
  return promise.finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
    worker.off('message', onMessage);
    worker.off('error', onError);
    worker.off('exit', onExit);
    signal?.removeEventListener('abort', onAbort);
  });
}
