import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';
import { Icon } from './icon.tsx';

/**
 * The field that finds data: it asks `/datasets?q=`, whatever page it stands on. The island `suggestions` finds it by
 * `data-suggest`, and `/` on the keyboard leads to it.
 */
export function SearchForm({
  id,
  language,
  label = wordsIn(language).frame.search.label,
  value,
  big = false,
}: {
  /** Of the input: one of each on a page. */
  readonly id: string;
  readonly language: UserLanguage;
  readonly label?: string;
  readonly value?: string | undefined;
  readonly big?: boolean;
}) {
  const say = wordsIn(language).frame.search;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <search> around it would say no more, and older browsers do not know it.
    <form
      class={big ? 'search-form big' : 'search-form'}
      action="/datasets"
      method="get"
      role="search"
      aria-label={label}
    >
      <label class="hidden-visually" for={id}>
        {label}
      </label>
      <div class="field">
        <input
          class="ds-input"
          id={id}
          name="q"
          type="search"
          value={value}
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="search"
          maxLength={500}
          data-suggest="true"
          data-words={JSON.stringify(wordsIn(language).search.suggestions)}
        />
      </div>
      <button class="ds-button" type="submit">
        <Icon name="search" />
        {say.button}
      </button>
    </form>
  );
}
