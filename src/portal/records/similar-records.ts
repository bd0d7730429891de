import type { UserLanguage } from '../../kernel/issue.ts';
import type { Search } from '../../search/search.ts';
import { SearchUnavailable } from '../../search/search-index.ts';
import { relatedRecord } from './gathering.ts';
import type { RelatedRecord } from './surroundings.ts';

/** Records like the one with an id, as links; none while search does not answer, as a page is more than they are. */
export type SimilarRecords = (
  id: string,
  language: UserLanguage,
) => Promise<readonly RelatedRecord[]>;

const shownRecords = 6;
/** Milliseconds for which an answer is remembered, and how many of them: it is the dearest part of a page, and hardly changes. */
const memory = 60_000;
const mostRemembered = 5000;

/** Asks search for similar records, once a minute for each. @param now milliseconds of a clock that never goes back */
export function similarRecords(
  search: Pick<Search, 'similar'>,
  now: () => number = () => performance.now(),
): SimilarRecords {
  const remembered = new Map<
    string,
    { readonly until: number; readonly links: readonly RelatedRecord[] }
  >();
  return async (id, language) => {
    const key = `${language} ${id}`;
    const known = remembered.get(key);
    if (known !== undefined && known.until > now()) return known.links;
    try {
      const found = await search.similar(id, shownRecords);
      const links = found.map((shown) => relatedRecord(shown, language));
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(key, { until: now() + memory, links });
      return links;
    } catch (error) {
      if (error instanceof SearchUnavailable) return [];
      throw error;
    }
  };
}
