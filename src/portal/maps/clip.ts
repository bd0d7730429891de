import type { Point } from './projection.ts';

/** A rectangle, in the units of the points that it cuts. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * What of a closed ring lies in the frame, as a ring that runs along the frame where the land goes on beyond it; empty when nothing
 * does. Sutherland and Hodgman 1974.
 */
export function clip(
  ring: readonly Point[],
  { left, top, right, bottom }: Frame,
): readonly Point[] {
  const edges: readonly Edge[] = [
    { distance: ([x]) => x - left },
    { distance: ([x]) => right - x },
    { distance: ([, y]) => y - top },
    { distance: ([, y]) => bottom - y },
  ];
  return edges.reduce(cut, ring);
}

interface Edge {
  /** Above zero inside. */
  distance(point: Point): number;
}

function cut(ring: readonly Point[], { distance }: Edge): readonly Point[] {
  const kept: Point[] = [];
  let before = ring.at(-1);
  for (const point of ring) {
    if (before !== undefined) {
      const from = distance(before);
      const to = distance(point);
      if (from >= 0 !== to >= 0) kept.push(between(before, point, from / (from - to)));
      if (to >= 0) kept.push(point);
    }
    before = point;
  }
  return kept;
}

function between([x, y]: Point, [u, v]: Point, part: number): Point {
  return [x + (u - x) * part, y + (v - y) * part];
}
