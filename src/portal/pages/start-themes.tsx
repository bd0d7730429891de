import { changed, labelOf, type Searched } from '../search/searched.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** The themes that have data, the largest first. */
export function StartThemes({ all }: { readonly all: Searched }) {
  const { language, result } = all;
  const themes = result.facets.theme?.values ?? [];
  if (themes.length === 0) return null;
  const { kinds, start } = wordsIn(language);
  return (
    <section class="stack">
      <h2>{start.themes}</h2>
      <ul class="counted-links">
        {themes.map(({ value, count }) => (
          <li key={value}>
            <a href={changed(all, { add: { facet: 'theme', value } })}>
              {labelOf(all, 'theme', value)}
            </a>{' '}
            <span class="count" title={kinds.counted.dataset(count, formatNumber(count, language))}>
              {formatNumber(count, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
