import type { Iri } from '../kernel/iri.ts';
import type { JsonValue } from '../kernel/json.ts';
import type { ConceptScheme } from './concept-scheme.ts';

/** Where a county or a municipality lies, in degrees of WGS 84. */
export interface PlaceGeometry {
  /** The seat of a municipality; a point well inside a county. */
  readonly point: readonly [longitude: number, latitude: number];
  /** Exact to about 0.01° for a county, an estimate for a municipality: for finding and drawing, never for measuring. */
  readonly box: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
}

/** What the list of places knows of where a place lies; undefined for countries and for places that are not in the list. */
export function placeGeometry(places: ConceptScheme, iri: Iri): PlaceGeometry | undefined {
  const { point, box } = places.concept(iri)?.facts ?? {};
  const [longitude, latitude] = numbers(point);
  const [west, south, east, north] = numbers(box);
  if (longitude === undefined || latitude === undefined) return undefined;
  if (west === undefined || south === undefined) return undefined;
  if (east === undefined || north === undefined) return undefined;
  return { point: [longitude, latitude], box: { west, south, east, north } };
}

function numbers(value: JsonValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}
