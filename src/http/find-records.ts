import type { SearchRequest, SearchResult } from '../search/search.ts';
import { badParameters } from './http-problem.ts';
import type { Services } from './services.ts';

/**
 * What the search finds.
 * @throws HttpProblem `bad-request` for a cursor that it did not make for this search. @throws SearchUnavailable
 */
export async function findRecords(
  { search }: Pick<Services, 'search'>,
  request: SearchRequest,
): Promise<SearchResult> {
  try {
    return await search.search(request);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'BadCursor') throw error;
    const detail = {
      sv: 'Ska vara ett värde som next har haft för samma sökning.',
      en: 'Must be a value that next has had for the same search.',
    };
    throw badParameters([{ in: 'query', parameter: 'cursor', detail }]);
  }
}
