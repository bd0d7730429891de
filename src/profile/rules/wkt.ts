import type { Localized } from '../../kernel/issue.ts';

/**
 * Geometries as DCAT-AP-SE wants them: WKT, longitude before latitude, decimal degrees, WGS84.
 * OGC 06-103r4 §7 (WKT); GeoSPARQL 1.1 §8.5.1 (the literal, with an optional CRS in front).
 */

const kinds = 'POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION';
const geometryKind = new RegExp(`^(${kinds})\\s*(?:(?:ZM|Z|M)\\s*)?\\(`, 'i');
const word = new RegExp(`^(?:(?:${kinds})\\s*)?(?:ZM|Z|M|EMPTY)?$`, 'i');
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** What is wrong with a geometry, or undefined. */
export function wktFault(value: string, isPoint = false): Localized | undefined {
  const { text, isWgs84 } = withoutCrs(value);
  const kind = geometryKind.exec(text)?.[1];
  if (kind === undefined || !isBalanced(text)) return notWkt;
  if (isPoint && kind.toUpperCase() !== 'POINT') return notPoint;
  const points = pointsOf(text);
  if (points === undefined) return notWkt;
  return isWgs84 && !points.every(isOnEarth) ? outside : undefined;
}

/** What is wrong with a bounding box, or undefined. A box is a closed polygon with a width and a height. */
export function boxFault(value: string): Localized | undefined {
  const { text } = withoutCrs(value);
  const fault = wktFault(value);
  if (fault !== undefined) return fault;
  if (!/^POLYGON\s*\(\s*\([^()]*\)\s*\)$/i.test(text)) return notBox;
  const points = pointsOf(text) ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return notBox;
  const isFlat = (at: 0 | 1): boolean => new Set(points.map((point) => point[at])).size < 2;
  return isFlat(0) || isFlat(1) ? notBox : undefined;
}

/** Longitude, latitude. */
export type Point = readonly [number, number];

/** Every position of a geometry in WGS84 degrees; undefined when it is no WKT, not on earth or in another reference system. */
export function wgs84Points(value: string): readonly Point[] | undefined {
  const { text, isWgs84 } = withoutCrs(value);
  if (!isWgs84 || !geometryKind.test(text)) return undefined;
  const points = pointsOf(text);
  return points?.every(isOnEarth) === true ? points : undefined;
}

function withoutCrs(value: string): { readonly text: string; readonly isWgs84: boolean } {
  const trimmed = value.trim();
  const crs = /^<([^<>]*)>/.exec(trimmed);
  const text = crs === null ? trimmed : trimmed.slice(crs[0].length).trimStart();
  return { text, isWgs84: crs === null || crs[1]?.endsWith('CRS84') === true };
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] !== ')') continue;
    depth -= 1;
    if (depth < 0 || (depth === 0 && at < text.length - 1)) return false;
  }
  return depth === 0;
}

/** Every position in the text, or undefined when one of them is no position. */
function pointsOf(text: string): readonly Point[] | undefined {
  const points: Point[] = [];
  for (const part of text.split(/[(),]/)) {
    const position = part.trim();
    if (word.test(position)) continue;
    const numbers = position.split(/\s+/);
    if (numbers.length < 2 || numbers.length > 4 || !numbers.every((one) => number.test(one))) {
      return undefined;
    }
    const [x, y] = numbers.map(Number);
    if (x === undefined || y === undefined) return undefined;
    points.push([x, y]);
  }
  return points.length === 0 ? undefined : points;
}

function isOnEarth([longitude, latitude]: Point): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

const notWkt: Localized = {
  sv: 'geometrin är inte WKT. Skriv till exempel POINT(18.07 59.33), med longituden först.',
  en: 'the geometry is not WKT. Write for example POINT(18.07 59.33), with the longitude first.',
};
const notPoint: Localized = {
  sv: 'en centrumkoordinat är en punkt. Skriv POINT(longitud latitud).',
  en: 'a centre is a point. Write POINT(longitude latitude).',
};
const notBox: Localized = {
  sv: 'en rektangel skrivs med fem punkter där den sista är den första: POLYGON((V N,Ö N,Ö S,V S,V N)).',
  en: 'a box is written with five points, the last being the first: POLYGON((W N,E N,E S,W S,W N)).',
};
const outside: Localized = {
  sv: 'koordinaterna ligger utanför jorden. Ange grader i WGS84, med longituden (−180–180) före latituden (−90–90).',
  en: 'the coordinates are not on earth. Give degrees in WGS84, longitude (−180–180) before latitude (−90–90).',
};
