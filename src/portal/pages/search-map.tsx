import type { TileSource } from '../../http/pages.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import { mapFiles } from '../maps/map-files.ts';
import { SwedenMap } from '../maps/sweden-map.tsx';
import { countyCounts, hasPlaces } from '../search/county-counts.ts';
import type { Searched } from '../search/searched.ts';
import { searchedBoxes } from '../search/searched-boxes.ts';
import { wordsIn } from '../words/words.ts';

/** Where the hits are: the counties with their counts as a map and as a list. A script puts a map that can be moved in its place. */
export function SearchMap({
  searched,
  tiles,
}: {
  readonly searched: Searched;
  readonly tiles: TileSource | undefined;
}) {
  const { language, request } = searched;
  const say = wordsIn(language).search.map;
  const counties = countyCounts(searched);
  return (
    <Disclosure
      id="view-map"
      open={request.box !== undefined}
      summary={
        <>
          <Icon name="map" /> {say.title}
        </>
      }
    >
      <div class="map-view">
        <div
          class="map-place"
          data-map={JSON.stringify({ ...searchedBoxes(searched), ...mapFiles, tiles })}
          data-words={JSON.stringify(say.island)}
        >
          <SwedenMap counties={counties} />
        </div>
        <div class="map-list">
          <h3>{say.heading}</h3>
          <p class="quiet small">{hasPlaces(searched) ? say.hint : say.none}</p>
          <ul>
            {counties
              .filter(({ count, isChosen }) => count > 0 || isChosen)
              .map(({ code, name, shown, href, isChosen }) => (
                <li key={code}>
                  <a
                    id={`county-${code}`}
                    href={href}
                    rel="nofollow"
                    aria-current={isChosen ? 'true' : undefined}
                  >
                    <span>{name}</span> <span class="facet-count">{shown}</span>
                  </a>
                </li>
              ))}
          </ul>
          <p class="quiet small">{say.attribution}</p>
        </div>
      </div>
    </Disclosure>
  );
}
