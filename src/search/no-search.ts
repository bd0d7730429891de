import type { Search } from './search.ts';
import { SearchUnavailable } from './search-index.ts';

/** A search that never answers, until an engine is wired. */
export function noSearch(): Search {
  const refuse = () => Promise.reject(new SearchUnavailable('No search engine is wired.'));
  return {
    search: refuse,
    suggest: refuse,
    similar: refuse,
    position: refuse,
    apply: refuse,
    rebuild: refuse,
    ping: refuse,
    close: () => Promise.resolve(),
  };
}
