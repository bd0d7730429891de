import type { FeatureCollection, Position as GeoPosition } from 'geojson';
import { clip, type Frame } from './clip.ts';
import { counties, type Land, neighbours } from './outline.ts';
import type { Point } from './projection.ts';

/** As far as the map can be moved, in degrees; y counts latitudes here. */
const frame: Frame = { left: -12, top: 48, right: 46, bottom: 74 };

/** The land around the Baltic as GeoJSON (RFC 7946), three decimals: what the map that can be moved is drawn on. Counties have their `code`. */
export function land(): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...neighbours().map((one) => feature(one, {})),
      ...counties().map((one) => feature(one, { code: String(one.id) })),
    ],
  };
}

function feature({ geometry }: Land, properties: { readonly code?: string }) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return {
    type: 'Feature' as const,
    properties,
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: polygons
        .map((rings) => rings.map(cut).filter((ring) => ring.length > 3))
        .filter((rings) => rings.length > 0),
    },
  };
}

/** What of a ring is within reach, closed again. */
function cut(ring: readonly GeoPosition[]): GeoPosition[] {
  const kept = clip(
    ring.slice(0, -1).map(([x = 0, y = 0]): Point => [x, y]),
    frame,
  );
  const [first] = kept;
  if (first === undefined) return [];
  return [...kept, first].map(([x, y]) => [rounded(x), rounded(y)]);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
