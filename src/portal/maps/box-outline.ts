import type { Box } from '../../search/index-document.ts';
import { clip, type Frame } from './clip.ts';
import { height, type Point, project, width } from './projection.ts';
import { svgPath } from './svg-path.ts';

const frame: Frame = { left: 4, top: 4, right: width - 4, bottom: height - 4 };
const stepsPerSide = 8;
/** Smaller than this in both directions, in units, a box is drawn as a dot: it would not be seen. */
const smallest = 26;

/** A box as it is drawn: its outline, or a dot at its middle when it is too small to see; undefined outside the drawing. */
export function boxOutline(
  box: Box,
): { readonly path: string } | { readonly dot: Point } | undefined {
  const ring = clip(corners(box).map(project), frame);
  const [x, y] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  if (ring.length < 3) return undefined;
  const [left, right, top, bottom] = [
    Math.min(...x),
    Math.max(...x),
    Math.min(...y),
    Math.max(...y),
  ];
  return right - left < smallest && bottom - top < smallest
    ? { dot: [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] }
    : { path: svgPath([ring], 2) };
}

/** The sides in steps, because parallels bend in the drawing. Latitudes stop short of the poles and longitudes near the drawing, where the projection holds. */
function corners({ west, south, east, north }: Box): readonly (readonly [number, number])[] {
  const [left, right] = [within(west, -40, 75), within(east, -40, 75)];
  const [low, high] = [within(south, 40, 80), within(north, 40, 80)];
  const steps = Array.from({ length: stepsPerSide }, (_, step) => step / stepsPerSide);
  return [
    ...steps.map((part) => [left + (right - left) * part, high] as const),
    ...steps.map((part) => [right, high + (low - high) * part] as const),
    ...steps.map((part) => [right + (left - right) * part, low] as const),
    ...steps.map((part) => [left, low + (high - low) * part] as const),
  ];
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
