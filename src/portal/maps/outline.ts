import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { clip, type Frame } from './clip.ts';
import { height, type Point, type Position, project, width } from './projection.ts';
import { svgPath } from './svg-path.ts';

/**
 * The land that our maps are drawn on. Countries are Natural Earth's by way of `world-atlas`; the counties in `swedish-counties.topojson`
 * are Natural Earth's first-order divisions, made coarser. Both are in the public domain.
 */
export interface Outline {
  /** SVG path of Norway, Denmark and the other coasts around. */
  readonly neighbours: string;
  readonly counties: readonly CountyOutline[];
}

export interface CountyOutline {
  /** As the list of places has it: the last part of its IRI. */
  readonly code: string;
  readonly path: string;
}

/** Numbers in ISO 3166-1 of Denmark, Germany, Estonia, Finland, Åland, Latvia, Lithuania, Norway, Poland and Russia. */
const neighbourCodes = new Set([
  '208',
  '276',
  '233',
  '246',
  '248',
  '428',
  '440',
  '578',
  '616',
  '643',
]);
const frame: Frame = { left: -4, top: -4, right: width + 4, bottom: height + 4 };

let known: Outline | undefined;

/** Read and drawn at the first question, kept for the rest. */
export function outline(): Outline {
  known ??= {
    neighbours: svgPath(neighbours().flatMap(ringsInFrame), 5),
    counties: counties().map((county) => ({
      code: String(county.id),
      path: svgPath(ringsInFrame(county), 2.5),
    })),
  };
  return known;
}

/** The land of small pictures: as SVG paths with no more points than can be told apart there. */
export function smallOutline(): { readonly neighbours: string; readonly land: string } {
  return {
    neighbours: svgPath(neighbours().flatMap(ringsInFrame), 22),
    land: svgPath(counties().flatMap(ringsInFrame), 10),
  };
}

/** The countries around Sweden, in degrees. */
export function neighbours(): readonly Land[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  return landIn(readFileSync(file, 'utf8'), 'countries').filter(({ id }) =>
    neighbourCodes.has(String(id)),
  );
}

/** The counties of Sweden, in degrees; `id` is their code in the list of places. */
export function counties(): readonly Land[] {
  const file = new URL('swedish-counties.topojson', import.meta.url);
  return landIn(readFileSync(file, 'utf8'), 'counties');
}

export type Land = Feature<Polygon | MultiPolygon>;

function landIn(text: string, name: string): readonly Land[] {
  const topology = JSON.parse(text) as Topology<Record<string, GeometryCollection>>;
  const object = topology.objects[name];
  if (object === undefined) throw new Error(`The map has no ${name}.`);
  return feature(topology, object).features.flatMap(({ id, geometry }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [{ type: 'Feature', properties: {}, geometry, ...(id === undefined ? {} : { id }) }]
      : [],
  );
}

/** The outer and inner rings of a country, projected and cut at the edge of the drawing. */
function ringsInFrame({ geometry }: Land): readonly (readonly Point[])[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .flat()
    .map((ring) =>
      clip(
        ring.map((position) => project(position as unknown as Position)),
        frame,
      ),
    )
    .filter((ring) => ring.length > 3);
}
