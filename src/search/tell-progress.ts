import type { Search } from './search.ts';
import { type BuildProgress, SearchBuilding } from './search-index.ts';

/**
 * The same search, which tells those who come before there is an index how far the building of it is: the engine itself does not
 * know how many records there are to come.
 */
export function tellProgress(
  search: Search,
  progress: () => Promise<BuildProgress | undefined>,
): Search {
  async function told<Result>(asked: Promise<Result>): Promise<Result> {
    try {
      return await asked;
    } catch (error) {
      throw error instanceof SearchBuilding ? new SearchBuilding(await progress()) : error;
    }
  }
  return {
    ...search,
    search: (request) => told(search.search(request)),
    suggest: (request) => told(search.suggest(request)),
    similar: (id, size) => told(search.similar(id, size)),
  };
}
