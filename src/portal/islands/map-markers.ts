import { type Map as MapView, Marker } from 'maplibre-gl';
import type { BoxTuple } from '../search/searched-boxes.ts';
import type { MapData } from './offer-map.ts';

/** Pixels between the middles of markers, so that each can be pressed by itself (WCAG 2.2 §2.5.8). */
const apart = 40;
/** Markers that can be reached one by one; beyond that the list is quicker. */
const most = 50;

type Hit = MapData['hits'][number];

/** Links at the middle of each area, in the order of the list. Where several would lie on one another they are one, and lead to the search in their area. */
export function keepMarkers(map: MapView, { hits, address }: MapData): void {
  let markers: readonly Marker[] = [];
  const lay = () => {
    const isInside = markers.some((marker) => marker.getElement() === document.activeElement);
    // What has the focus stays until it has left.
    if (isInside) return;
    for (const marker of markers) marker.remove();
    markers = groups(map, hits)
      .slice(0, most)
      .map((group) => markerOf(group, address).addTo(map));
    for (const marker of markers) marker.getElement().removeAttribute('role');
  };
  lay();
  map.on('moveend', lay);
}

function groups(map: MapView, hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const made: { readonly x: number; readonly y: number; readonly hits: Hit[] }[] = [];
  for (const hit of hits) {
    const { x, y } = map.project(middle(hit.box));
    const near = made.find((one) => Math.hypot(one.x - x, one.y - y) < apart);
    if (near === undefined) made.push({ x, y, hits: [hit] });
    else near.hits.push(hit);
  }
  return made.map((one) => one.hits);
}

function markerOf(hits: readonly Hit[], address: string): Marker {
  const [first] = hits;
  const titles = hits.map(({ title }) => title).join(', ');
  const link = document.createElement('a');
  link.className = 'map-marker';
  link.href =
    hits.length === 1 && first !== undefined ? first.href : address.replace('BBOX', around(hits));
  link.textContent = hits.length === 1 ? '' : String(hits.length);
  link.title = hits.length === 1 ? titles : `${hits.length}: ${titles}`;
  const marker = new Marker({ element: link, anchor: 'center' });
  marker.setLngLat(first === undefined ? [0, 0] : middle(first.box));
  // The map calls its markers "Map marker" and makes buttons of them; these are links with names of their own.
  link.setAttribute('aria-label', link.title);
  return marker;
}

function middle([west, south, east, north]: BoxTuple): [longitude: number, latitude: number] {
  return [(west + east) / 2, (south + north) / 2];
}

function around(hits: readonly Hit[]): string {
  const boxes = hits.map(({ box }) => box);
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ].join(',');
}
