import type { Iri } from '../kernel/iri.ts';
import type { NodeObject } from '../profile/record.ts';
import { stringOf, thingsOf } from '../profile/rules/node-values.ts';
import { wgs84Points } from '../profile/rules/wkt.ts';
import { placeGeometry } from '../vocabularies/place-geometry.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { Box } from './index-document.ts';

/** Of one record. */
const mostBoxes = 20;

/**
 * The boxes around the record's places: the box that a place states, else the one around its geometry, else its centre as a point.
 * A record that describes no place of its own has the boxes of the municipalities and counties that it names.
 */
export function boxesOf(
  record: NodeObject,
  places: readonly Iri[],
  vocabularies: Vocabularies,
): readonly Box[] {
  const described = thingsOf(record, 'spatial').map(({ node }) =>
    ['bbox', 'geometry', 'centroid']
      .map((property) => node && boxAround(stringOf(node, property)))
      .find((one) => one !== undefined),
  );
  const own = distinct(described);
  const scheme = vocabularies.get('place');
  return own.length > 0 ? own : distinct(places.map((iri) => placeGeometry(scheme, iri)?.box));
}

function distinct(boxes: readonly (Box | undefined)[]): readonly Box[] {
  const seen = new Map<string, Box>();
  for (const box of boxes) if (box !== undefined) seen.set(JSON.stringify(box), box);
  return [...seen.values()].slice(0, mostBoxes);
}

function boxAround(geometry: string | undefined): Box | undefined {
  const points = geometry === undefined ? undefined : wgs84Points(geometry);
  if (points === undefined) return undefined;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude);
    south = Math.min(south, latitude);
    east = Math.max(east, longitude);
    north = Math.max(north, latitude);
  }
  return { west, south, east, north };
}
