import { searchAddress } from '../../http/search-address.ts';
import { Icon } from '../components/icon.tsx';
import type { Searched } from '../search/searched.ts';
import { wordsIn } from '../words/words.ts';

/** The search as something to keep: a bookmark, a feed, a call to the API. */
export function SearchFollow({ searched }: { readonly searched: Searched }) {
  const { path, request, language } = searched;
  const say = wordsIn(language).search;
  return (
    <details class="follow" id="follow">
      <summary>
        <Icon name="feed" /> {say.follow}
      </summary>
      <p>{say.followHelp}</p>
      <ul>
        <li>
          <a href={searchAddress(`${path}.atom`, request)}>{say.feeds.atom}</a>
        </li>
        <li>
          <a href={searchAddress(`${path}.jsonfeed`, request)}>{say.feeds.json}</a>
        </li>
        <li>
          <a href={searchAddress(`/api/v1${path}`, request)}>{say.feeds.api}</a>
        </li>
      </ul>
    </details>
  );
}
