import type { Box } from '../../search/index-document.ts';
import { boxOutline } from './box-outline.ts';
import { outlineAddress } from './land-routes.ts';
import { height, project, width } from './projection.ts';

export interface LocatorPlace {
  readonly label: string;
  readonly point: readonly [longitude: number, latitude: number];
}

interface LocatorProps {
  readonly boxes: readonly Box[];
  readonly places?: readonly LocatorPlace[];
  /** What the picture shows, for those who do not see it: `Karta: Umeå kommun`. */
  readonly label: string;
}

/** More than this says nothing more. */
const mostBoxes = 40;

/**
 * A small still picture of where something is: Sweden, with boxes outlined and places as dots. Nothing when there is nothing to show. The
 * land is a file of its own, which browsers keep.
 */
export function Locator({ boxes, places = [], label }: LocatorProps) {
  const shapes = boxes.slice(0, mostBoxes).flatMap((box) => boxOutline(box) ?? []);
  const dots = [
    ...shapes.flatMap((shape) => ('dot' in shape ? [shape.dot] : [])),
    ...places.slice(0, mostBoxes).map(({ point }) => project(point)),
  ];
  if (shapes.length + dots.length === 0) return null;
  return (
    <svg class="locator" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Land />
      {shapes.map((shape) =>
        'path' in shape ? <path key={shape.path} class="locator-box" d={shape.path} /> : null,
      )}
      {dots.map(([x, y]) => (
        <circle
          key={`${x} ${y}`}
          class="locator-dot"
          cx={Math.round(x)}
          cy={Math.round(y)}
          r="22"
        />
      ))}
    </svg>
  );
}

/** The land that a drawing stands on, without names. */
function Land() {
  return (
    <>
      <rect class="map-sea" width={width} height={height} />
      <use class="map-neighbours" href={`${outlineAddress}#neighbours`} />
      <use class="map-land" href={`${outlineAddress}#land`} />
    </>
  );
}
