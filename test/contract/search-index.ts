import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import type { Analyser } from '../../src/language/analyser.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import type { Duty } from './search-index-duty.ts';
import { searchIndexFacets } from './search-index-facets.ts';
import { searchIndexKeeping } from './search-index-keeping.ts';
import { searchIndexPaging } from './search-index-paging.ts';
import { searchIndexRanking } from './search-index-ranking.ts';
import { searchIndexRebuild } from './search-index-rebuild.ts';
import { searchIndexWords } from './search-index-words.ts';

/**
 * Opens the index of a place, made there when it is not there yet. Closed and opened again, a place has what it had. Places are
 * lower-case letters, digits and hyphens.
 */
export type OpenSearchIndex = (place: string) => Promise<SearchIndex>;

/**
 * What every SearchIndex owes its callers; each engine runs it on the real thing, with the analyser of the program.
 * `src/search/search-index.ts`.
 */
export function searchIndexContract(name: string, open: OpenSearchIndex, analyser: Analyser): void {
  const duty: Duty = (sentence, proof) => {
    test(`${name} ${sentence}`, async (context: TestContext) => {
      const place = `place-${randomUUID()}`;
      let index = await open(place);
      context.after(() => index.close());
      const reopen = async () => {
        await index.close();
        index = await open(place);
        return index;
      };
      await proof({ index, analyser, reopen });
    });
  };
  searchIndexKeeping(duty);
  searchIndexRebuild(duty);
  searchIndexRanking(duty);
  searchIndexFacets(duty);
  searchIndexPaging(duty);
  searchIndexWords(duty);
}
