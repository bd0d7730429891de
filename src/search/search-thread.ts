import { Worker } from 'node:worker_threads';
import { SearchUnavailable } from './search-index.ts';
import type {
  SearchCall,
  SearchMethods,
  SearchReply,
  SearchThreadData,
} from './search-messages.ts';
import { errorOf } from './thrown-error.ts';

/** A thread that searches, from its start to its end. */
export interface SearchThread {
  /** Resolves when it answers. @throws Error when it could not open its index. */
  readonly opened: Promise<void>;
  readonly hasEnded: boolean;
  /** @throws SearchUnavailable when the thread has ended, or ends before it answers; and what the method throws. */
  call<M extends keyof SearchMethods>(
    method: M,
    ...parameters: Parameters<SearchMethods[M]>
  ): Promise<Awaited<ReturnType<SearchMethods[M]>>>;
  /** Ends it at once. */
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** Starts a thread. */
export function startSearchThread(data: SearchThreadData): SearchThread {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { workerData: data });
  const waiting = new Map<number, Waiting>();
  const opened = Promise.withResolvers<void>();
  let last = 0;
  let ended: Error | undefined;

  function end(reason: SearchUnavailable): void {
    ended ??= reason;
    opened.reject(reason.cause ?? reason);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }

  // Whoever waits for an answer hears of a failed start, too.
  opened.promise.catch(() => undefined);
  worker.on('message', (reply: SearchReply) => {
    switch (reply.type) {
      case 'opened':
        opened.resolve();
        return;
      case 'failed':
        end(
          new SearchUnavailable('The search index cannot be opened.', {
            cause: errorOf(reply.error),
          }),
        );
        return;
      case 'value':
        settle(reply.id)?.resolve(reply.value);
        return;
      case 'error':
        settle(reply.id)?.reject(errorOf(reply.error));
    }
  });
  worker.on('error', (cause) => end(new SearchUnavailable('The search thread died.', { cause })));
  worker.on('exit', () => end(new SearchUnavailable('The search thread has ended.')));

  function settle(id: number): Waiting | undefined {
    const call = waiting.get(id);
    waiting.delete(id);
    return call;
  }

  return {
    opened: opened.promise,
    get hasEnded() {
      return ended !== undefined;
    },
    call(method, ...parameters) {
      if (ended !== undefined) return Promise.reject(ended);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, method, parameters } satisfies SearchCall);
      // The thread answers with what the method of this name gives.
      return promise as Promise<Awaited<ReturnType<SearchMethods[typeof method]>>>;
    },
    async end() {
      await worker.terminate();
    },
  };
}
