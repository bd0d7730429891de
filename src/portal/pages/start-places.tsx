import { SwedenMap } from '../maps/sweden-map.tsx';
import { countyCounts } from '../search/county-counts.ts';
import type { Searched } from '../search/searched.ts';
import { wordsIn } from '../words/words.ts';

/** The country with a count for each county, as a map and as the same links in a list. */
export function StartPlaces({ all }: { readonly all: Searched }) {
  const say = wordsIn(all.language).start;
  const counties = countyCounts(all);
  if (counties.every(({ count }) => count === 0)) return null;
  return (
    <section class="stack">
      <h2>{say.places}</h2>
      <div class="start-places">
        <SwedenMap counties={counties} />
        <div class="stack">
          <p>{say.placesText}</p>
          <ul class="counted-links">
            {counties
              .filter(({ count }) => count > 0)
              .map(({ code, name, shown, href }) => (
                <li key={code}>
                  <a href={href}>{name}</a> <span class="count">{shown}</span>
                </li>
              ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
