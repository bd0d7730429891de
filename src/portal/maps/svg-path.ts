import type { Point } from './projection.ts';

/**
 * Rings as the `d` of an SVG path, in whole units and steps from point to point, which is the shortest way to write them. Points
 * less than `detail` units from the last one are left out, and so are rings that have become too small to see. SVG 2 §9.3.
 */
export function svgPath(rings: readonly (readonly Point[])[], detail: number): string {
  return rings.map((ring) => ringPath(ring, detail)).join('');
}

function ringPath(ring: readonly Point[], detail: number): string {
  let [x, y]: Point = [Number.NaN, Number.NaN];
  let path = '';
  let points = 0;
  for (const [u, v] of ring) {
    const next: Point = [Math.round(u), Math.round(v)];
    const [dx, dy] = [next[0] - x, next[1] - y];
    if (points > 0 && Math.hypot(dx, dy) < detail) continue;
    path += points === 0 ? `M${next[0]} ${next[1]}l` : `${pair(dx, dy, path)}`;
    [x, y] = next;
    points += 1;
  }
  return points > 2 ? `${path}z` : '';
}

/** A minus sign parts numbers as well as a space does. */
function pair(dx: number, dy: number, path: string): string {
  const space = dx < 0 || path.endsWith('l') ? '' : ' ';
  return `${space}${dx}${dy < 0 ? '' : ' '}${dy}`;
}
