import { setImmediate } from 'node:timers/promises';
import type { Analyser } from '../../language/analyser.ts';
import type { IndexRebuild, SearchIndex } from '../search-index.ts';
import { SearchBuilding, SearchUnavailable } from '../search-index.ts';
import { isDamage } from './index-file.ts';
import { indexFolder } from './index-folder.ts';
import type { IndexGeneration } from './index-generation.ts';

export interface EmbeddedIndexOptions {
  /** Where the index is kept, made when it is not there; without it the index is in memory. Of this process alone. */
  readonly folder?: string;
  readonly analyser: Analyser;
}

/**
 * The search engine inside the program: words in SQLite's FTS5, everything else in memory. Made for 100 000 records. It
 * works where it is called and lets nothing else run meanwhile: it belongs in a thread of its own. What is damaged is thrown
 * away, and the index asks to be built. @throws Error when the folder cannot be written to.
 */
export async function openEmbeddedIndex({
  folder,
  analyser,
}: EmbeddedIndexOptions): Promise<SearchIndex> {
  const files = indexFolder(folder, analyser);
  let current = files.openCurrent();
  let building: IndexGeneration | undefined;
  let isClosed = false;

  /** @throws SearchUnavailable when the index is closed, or its file turns out to be damaged: it is then empty. */
  const using = <Result>(work: (generation: IndexGeneration) => Result): Result => {
    if (isClosed) throw new SearchUnavailable('The search index is closed.');
    try {
      return work(current);
    } catch (error) {
      if (!isDamage(error)) throw error;
      files.remove(current);
      current = files.openCurrent();
      throw new SearchUnavailable('The search index was damaged and has to be built anew.', {
        cause: error,
      });
    }
  };
  const giveUp = (generation: IndexGeneration | undefined): void => {
    if (generation === undefined || building !== generation) return;
    building = undefined;
    files.remove(generation);
  };

  const rebuild = (): IndexRebuild => {
    giveUp(building);
    const own = files.create();
    building = own;
    const demandCurrent = () => {
      if (building !== own)
        throw new Error('This rebuild has been ended or outrun by a later one.');
    };
    return {
      async apply(batch) {
        demandCurrent();
        own.apply(batch, undefined);
      },
      async commit(position) {
        demandCurrent();
        own.apply({ documents: [], deletions: [] }, position);
        for (let isFirst = true; own.settle(isFirst); isFirst = false) {
          await setImmediate();
          demandCurrent();
        }
        files.putInPlace(own);
        building = undefined;
        const old = current;
        current = own;
        files.remove(old);
      },
      async abort() {
        giveUp(own);
      },
    };
  };

  return {
    engine: 'embedded',
    position: async () => using((index) => index.position()),
    apply: async ({ position, ...batch }) => using((index) => index.apply(batch, position)),
    rebuild: async () => using(rebuild),
    find: async (query) =>
      using((index) => {
        const answer = index.find(query);
        if (answer.total === 0 && index.position() === undefined) throw new SearchBuilding();
        return answer;
      }),
    get: async (id) => using((index) => index.get(id)),
    words: async () => using((index) => index.words()),
    ping: async () => using(() => undefined),
    async close() {
      if (isClosed) return;
      giveUp(building);
      isClosed = true;
      current.close();
    },
  };
}
