import type { TileSource } from '../../http/pages.ts';
import type { SearchedBoxes } from '../search/searched-boxes.ts';

/** Offers the map that can be moved where the drawn one stands; what it weighs is fetched only when somebody wants it. */

/** What the page says of the search, and the files that the map is made of. */
export interface MapData extends SearchedBoxes {
  readonly worker: string;
  readonly style: string;
  readonly land: string;
  readonly tiles?: TileSource;
}

export type MapWords = Readonly<Record<string, string>>;

/** Puts a button over the drawn map; an area that is chosen opens the other at once. @param go shows another search */
export function offerMap(go: (address: string) => void): void {
  const place = document.querySelector<HTMLElement>('.map-place[data-map]');
  if (place === null || place.dataset.offered !== undefined) return;
  place.dataset.offered = '';
  const data: MapData = JSON.parse(place.dataset.map ?? '{}');
  const words: MapWords = JSON.parse(place.dataset.words ?? '{}');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ds-button map-offer';
  button.dataset.variant = 'secondary';
  button.dataset.size = 'small';
  button.textContent = words.open ?? '';
  button.addEventListener('click', () => open(true));
  place.prepend(button);
  if (data.chosen !== undefined) open(false);

  function open(focus: boolean): void {
    button.textContent = words.loading ?? '';
    import('./map.ts')
      .then(({ showMap }) => showMap({ place: place ?? document.body, data, words, go }))
      .then((canvas) => {
        if (focus) canvas.focus();
      })
      .catch(() => {
        button.textContent = words.failed ?? '';
        button.disabled = true;
      });
  }
}
