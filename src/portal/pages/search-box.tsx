import { Icon } from '../components/icon.tsx';
import type { Searched } from '../search/searched.ts';
import { wordsIn } from '../words/words.ts';
import { searchFormId } from './search-facets.tsx';

/** The question. All choices on the page belong to this form, so that new words keep what is ticked. */
export function SearchBox({ searched }: { readonly searched: Searched }) {
  const { path, request, language } = searched;
  const say = wordsIn(language).frame.search;
  const { box, sort } = request;
  return (
    <search>
      <form class="search-form big" id={searchFormId} action={path} method="get">
        <label class="hidden-visually" for="q">
          {say.label}
        </label>
        <div class="field">
          <input
            class="ds-input"
            id="q"
            name="q"
            type="search"
            value={request.text}
            placeholder={say.placeholder}
            autocomplete="off"
            autocapitalize="none"
            enterkeyhint="search"
            maxLength={500}
            data-suggest="true"
            data-words={JSON.stringify(wordsIn(language).search.suggestions)}
          />
        </div>
        {sort !== 'relevance' && <input type="hidden" name="sort" value={sort} />}
        {box !== undefined && (
          <input
            type="hidden"
            name="bbox"
            value={[box.box.west, box.box.south, box.box.east, box.box.north].join(',')}
          />
        )}
        {box?.relation === 'within' && <input type="hidden" name="within" value="true" />}
        <button class="ds-button" type="submit">
          <Icon name="search" />
          <span>{say.button}</span>
        </button>
      </form>
    </search>
  );
}
