import type { Search } from './search.ts';
import { SearchUnavailable } from './search-index.ts';
import type { SearchThreadData } from './search-messages.ts';
import { type SearchThread, startSearchThread } from './search-thread.ts';

/**
 * Search in a thread of its own, with the engine that the options name. When the thread dies, whoever waits for it gets
 * `SearchUnavailable`, and the next call starts a new one. Nothing that is imported here loads the dictionary.
 * @throws Error when the index cannot be opened.
 * @param start how a thread is started
 */
export async function openSearch(
  options: SearchThreadData,
  start: (data: SearchThreadData) => SearchThread = startSearchThread,
): Promise<Search> {
  let thread = start(options);
  let isClosed = false;

  /** The thread that answers: a new one where the last has died. */
  function living(): SearchThread {
    if (isClosed) throw new SearchUnavailable('Search is closed.');
    if (thread.hasEnded) thread = start(options);
    return thread;
  }

  await thread.opened;
  return {
    search: async (request) => living().call('search', request),
    suggest: async (request) => living().call('suggest', request),
    similar: async (id, size) => living().call('similar', id, size),
    position: async () => living().call('position'),
    apply: async (batch) => living().call('apply', batch),
    async rebuild() {
      // A rebuild ends with the thread that began it.
      const builder = living();
      const number = await builder.call('rebuild');
      return {
        apply: (batch) => builder.call('rebuildApply', number, batch),
        commit: (position) => builder.call('rebuildCommit', number, position),
        abort: () => builder.call('rebuildAbort', number),
      };
    },
    ping: async () => living().call('ping'),
    async close() {
      if (isClosed) return;
      isClosed = true;
      if (!thread.hasEnded) await thread.call('close');
      await thread.end();
    },
  };
}
