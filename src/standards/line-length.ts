import type { JsonValue } from '../kernel/json.ts';

/** The mean radius of the Earth, metres. */
const radius = 6_371_008.8;

/** How long a GeoJSON LineString or MultiLineString in WGS 84 is, in metres along the ground of a sphere; undefined for what is no line. */
export function lineLength(geometry: JsonValue | undefined): number | undefined {
  if (geometry === null || typeof geometry !== 'object') return undefined;
  if (Array.isArray(geometry)) return undefined;
  const { type, coordinates } = geometry as Readonly<Record<string, JsonValue | undefined>>;
  if (!Array.isArray(coordinates)) return undefined;
  if (type === 'LineString') return lengthOf(coordinates);
  if (type !== 'MultiLineString' || coordinates.length === 0) return undefined;
  const lengths = coordinates.map((line) => (Array.isArray(line) ? lengthOf(line) : undefined));
  return lengths.reduce(
    (sum, length) => (sum === undefined || length === undefined ? undefined : sum + length),
    0,
  );
}

/** Undefined when there are fewer than two points, or when one of them is none. */
function lengthOf(points: readonly JsonValue[]): number | undefined {
  if (points.length < 2) return undefined;
  let sum = 0;
  let before: readonly [number, number] | undefined;
  for (const point of points) {
    if (!Array.isArray(point)) return undefined;
    const [longitude, latitude] = point;
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined;
    if (before !== undefined) sum += distance(before, [longitude, latitude]);
    before = [longitude, latitude];
  }
  return sum;
}

/** The haversine formula. */
function distance(
  [west, south]: readonly [number, number],
  [east, north]: readonly [number, number],
): number {
  const radians = Math.PI / 180;
  const across = Math.sin(((east - west) * radians) / 2);
  const along = Math.sin(((north - south) * radians) / 2);
  const part =
    along * along + Math.cos(south * radians) * Math.cos(north * radians) * across * across;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(part)));
}
