/**
 * From degrees to the units of our drawings: a transverse Mercator projection of a sphere, as Sweden's own maps use one of an
 * ellipsoid (SWEREF 99 TM); exact enough to draw. A unit is a kilometre; x goes right and y goes down.
 */

export type Position = readonly [longitude: number, latitude: number];
export type Point = readonly [x: number, y: number];

/** The drawing's size: Sweden and the coasts around it. */
export const width = 840;
export const height = 1640;

const centralMeridian = 16.5;
const earthRadius = 6371;
const origin: Point = [408, 7739];

/** Where a position stands in the drawing. */
export function project([longitude, latitude]: Position): Point {
  const λ = radians(longitude - centralMeridian);
  const φ = radians(latitude);
  const x = Math.atanh(Math.cos(φ) * Math.sin(λ));
  const y = Math.atan2(Math.tan(φ), Math.cos(λ));
  return [origin[0] + earthRadius * x, origin[1] - earthRadius * y];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
