import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { BoxTuple } from '../search/searched-boxes.ts';
import type { MapData } from './offer-map.ts';

/** How the map that can be moved looks: the colours of the page, over our own outlines, or over tiles where there are some. */
export function mapStyle({ land, tiles }: Pick<MapData, 'land' | 'tiles'>): StyleSpecification {
  const colour = (name: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const isSweden = ['has', 'code'] as ['has', string];
  return {
    version: 8,
    sources: {
      land: {
        type: 'geojson',
        data: new URL(land, location.href).href,
        attribution: 'Natural Earth',
      },
      ...(tiles === undefined
        ? {}
        : {
            tiles: {
              type: 'raster' as const,
              tiles: [tiles.url],
              attribution: escaped(tiles.attribution),
              tileSize: 256,
            },
          }),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('--sea') } },
      {
        id: 'abroad',
        type: 'fill',
        source: 'land',
        filter: ['!', isSweden],
        paint: { 'fill-color': colour('--abroad') },
      },
      {
        id: 'land',
        type: 'fill',
        source: 'land',
        filter: isSweden,
        paint: { 'fill-color': colour('--land') },
      },
      {
        id: 'counties',
        type: 'line',
        source: 'land',
        filter: isSweden,
        paint: { 'line-color': colour('--coast'), 'line-width': 1 },
      },
      ...(tiles === undefined ? [] : [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }]),
    ],
  };
}

/** The map shows attributions as HTML; ours are plain words. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Boxes as areas. */
export function boxFeatures(boxes: readonly BoxTuple[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: boxes.map(([west, south, east, north]) => ({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    })),
  };
}
