import type { NodeObject } from '../profile/record.ts';
import { stringOf, thingsOf } from '../profile/rules/node-values.ts';
import { wgs84Points } from '../profile/rules/wkt.ts';
import type { Box } from './index-document.ts';

/** Of one record. */
const mostBoxes = 20;

/** The boxes around the record's places: the box that a place states, else the one around its geometry, else its centre as a point. */
export function boxesOf(record: NodeObject): readonly Box[] {
  const boxes = new Map<string, Box>();
  for (const { node } of thingsOf(record, 'spatial')) {
    if (node === undefined) continue;
    const box = ['bbox', 'geometry', 'centroid']
      .map((property) => boxAround(stringOf(node, property)))
      .find((one) => one !== undefined);
    if (box !== undefined && boxes.size < mostBoxes) boxes.set(JSON.stringify(box), box);
  }
  return [...boxes.values()];
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
