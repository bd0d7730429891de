/** West, south, east and north, in degrees of WGS 84. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The smallest box around a GeoJSON geometry; undefined for what has no position. RFC 7946 §5 without the antimeridian. */
export function boxOfGeometry(geometry: object): Box | undefined {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  // What is left to look at, and never a call within a call: a hostile file nests as deep as it likes.
  const rest: unknown[] = [geometry];
  for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
    if (Array.isArray(one)) {
      const [x, y] = one;
      if (typeof x === 'number' && typeof y === 'number') {
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
      } else for (const inner of one) rest.push(inner ?? false);
    } else if (typeof one === 'object' && one !== null) {
      if ('coordinates' in one) rest.push(one.coordinates ?? false);
      if ('geometries' in one) rest.push(one.geometries ?? false);
    }
  }
  return [west, south, east, north].every(Number.isFinite) ? [west, south, east, north] : undefined;
}

/** The box of a point; undefined when either number is missing or no place on Earth. */
export function boxOfPoint(latitude: unknown, longitude: unknown): Box | undefined {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  return [longitude, latitude, longitude, latitude];
}
