import { outline } from './outline.ts';
import { height, project, width } from './projection.ts';

/** What a county says on the map. */
export interface CountyCount {
  /** Last part of its IRI in the list of places. */
  readonly code: string;
  readonly name: string;
  readonly count: number;
  /** As it is written, `1 204`. */
  readonly shown: string;
  readonly href: string;
  readonly point: readonly [longitude: number, latitude: number];
  readonly isChosen?: boolean;
}

/**
 * The country with a number on every county, each of them a link. It is for eyes and pointers alone: whoever draws it puts the same
 * links beside it as a list, which is what keyboards and screen readers get.
 */
export function SwedenMap({ counties }: { readonly counties: readonly CountyCount[] }) {
  const { neighbours, counties: shapes } = outline();
  const byCode = new Map(counties.map((county) => [county.code, county]));
  const most = Math.max(1, ...counties.map(({ count }) => count));
  return (
    <svg class="sweden-map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <rect class="map-sea" width={width} height={height} />
      <path class="map-neighbours" d={neighbours} />
      {shapes.map(({ code, path }) => {
        const county = byCode.get(code);
        if (county === undefined) return <path key={code} class="map-county level-0" d={path} />;
        return (
          <a key={code} href={county.href} tabindex={-1}>
            <title>{`${county.name}: ${county.shown}`}</title>
            <path
              class={`map-county level-${level(county.count, most)}${county.isChosen === true ? ' is-chosen' : ''}`}
              d={path}
            />
          </a>
        );
      })}
      {counties
        .filter(({ count }) => count > 0)
        .map(({ code, point, shown }) => (
          <CountyNumber key={code} point={point} text={shown} />
        ))}
    </svg>
  );
}

/** Steps of shade: 0 for none, 1–4 by the square root of the share, so that small counties tell apart beside a large one. */
export function level(count: number, most: number): number {
  return count <= 0 ? 0 : Math.max(1, Math.ceil(4 * Math.sqrt(count / most)));
}

function CountyNumber({
  point,
  text,
}: {
  readonly point: CountyCount['point'];
  readonly text: string;
}) {
  const [x, y] = project(point);
  return (
    <text class="map-number" x={Math.round(x)} y={Math.round(y) + 16}>
      {text}
    </text>
  );
}
