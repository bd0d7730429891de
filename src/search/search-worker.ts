/**
 * The thread that searches: it alone holds the dictionary and the index, so that neither stands in the way of answering. Started by
 * `openSearch`.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Analyser } from '../language/analyser.ts';
import { openAnalyser } from '../language/open-analyser.ts';
import { openSpelling } from '../language/open-spelling.ts';
import { openSynonyms } from '../language/open-synonyms.ts';
import { loadVocabularies } from '../vocabularies/vocabularies.ts';
import { createSearch } from './create-search.ts';
import type { IndexRebuild, SearchIndex } from './search-index.ts';
import type {
  EngineOptions,
  SearchCall,
  SearchMethods,
  SearchReply,
  SearchThreadData,
} from './search-messages.ts';
import { thrownError } from './thrown-error.ts';

/** Any will do. */
const aWord = 'badplats';

try {
  const analyser = openAnalyser();
  const methods = await openMethods(workerData as SearchThreadData, analyser);
  parentPort?.on('message', (call: SearchCall) => void answer(methods, call));
  reply({ type: 'opened' });
  // Nobody asks for a word yet: the dictionary is read before somebody does.
  await turn();
  analyser.words(aWord, 'sv');
} catch (error) {
  reply({ type: 'failed', error: thrownError(error) });
}

async function answer(methods: SearchMethods, call: SearchCall): Promise<void> {
  const { id } = call;
  try {
    reply({ type: 'value', id, value: await invoke(methods, call) });
  } catch (error) {
    reply({ type: 'error', id, error: thrownError(error) });
  }
  if (call.method === 'close') parentPort?.close();
}

function invoke(methods: SearchMethods, { method, parameters }: SearchCall): unknown {
  return Reflect.apply(methods[method], undefined, parameters);
}

async function openMethods(data: SearchThreadData, analyser: Analyser): Promise<SearchMethods> {
  const search = createSearch({
    index: await openIndex(data.engine, analyser),
    analyser,
    synonyms: openSynonyms(analyser),
    openSpelling,
    vocabularies: loadVocabularies(data.vocabularies),
  });
  const rebuilds = new Map<number, IndexRebuild>();
  let last = 0;

  function rebuildOf(number: number): IndexRebuild {
    const rebuild = rebuilds.get(number);
    if (rebuild === undefined) throw new Error('This rebuild has ended.');
    return rebuild;
  }

  return {
    ...search,
    async rebuild() {
      last += 1;
      const number = last;
      rebuilds.set(number, await search.rebuild());
      return number;
    },
    rebuildApply: async (number, batch) => rebuildOf(number).apply(batch),
    async rebuildCommit(number, position) {
      await rebuildOf(number).commit(position);
      rebuilds.delete(number);
    },
    async rebuildAbort(number) {
      await rebuilds.get(number)?.abort();
      rebuilds.delete(number);
    },
  };
}

/** Only the engine that is used is loaded. */
async function openIndex(options: EngineOptions, analyser: Analyser): Promise<SearchIndex> {
  switch (options.engine) {
    case 'embedded': {
      const { openEmbeddedIndex } = await import('./embedded/open-embedded-index.ts');
      const { folder } = options;
      return openEmbeddedIndex({ analyser, ...(folder !== undefined && { folder }) });
    }
    case 'elasticsearch': {
      const { openElasticsearchIndex } = await import(
        './elasticsearch/open-elasticsearch-index.ts'
      );
      const { url, prefix } = options;
      return openElasticsearchIndex({ url, analyser, ...(prefix !== undefined && { prefix }) });
    }
  }
}

function reply(message: SearchReply): void {
  parentPort?.postMessage(message);
}
