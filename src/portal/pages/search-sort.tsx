import type { SearchRequest } from '../../search/search.ts';
import { changed, type Searched } from '../search/searched.ts';
import { wordsIn } from '../words/words.ts';

/** The orders in which hits can stand. Without words there is no relevance: the last modified come first. */
export function SearchSort({ searched }: { readonly searched: Searched }) {
  const { request, language } = searched;
  const say = wordsIn(language).search.sort;
  const isBrowsing = request.text === '';
  const sorts: readonly SearchRequest['sort'][] = isBrowsing
    ? ['modified', 'issued', 'title', 'quality']
    : ['relevance', 'modified', 'issued', 'title', 'quality'];
  const current = isBrowsing && request.sort === 'relevance' ? 'modified' : request.sort;
  return (
    <nav class="sort" aria-label={say.label}>
      <ul>
        {sorts.map((sort) => (
          <li key={sort}>
            <a
              id={`sort-${sort}`}
              href={changed(searched, {
                sort: isBrowsing && sort === 'modified' ? 'relevance' : sort,
              })}
              rel="nofollow"
              aria-current={sort === current ? 'true' : undefined}
            >
              {say[sort]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
