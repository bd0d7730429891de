/**
 * A box or a point in WGS84 as people write it, in numbers, and as WKT, longitude first. What is half written is kept as it
 * was typed, in a form that is no WKT and that every check refuses. OGC 06-103r4 §7; DCAT-AP-SE 3.0.1, Location.
 */

const sides = ['west', 'south', 'east', 'north'] as const;
const coordinates = ['longitude', 'latitude'] as const;

/** Names of the fields in which each is written. */
export const numbersOf = { box: sides, point: coordinates } as const;

export type Shape = keyof typeof numbersOf;

const number = String.raw`(-?\d+(?:\.\d+)?)`;
const point = new RegExp(`^POINT ?\\( ?${number} ${number} ?\\)$`, 'i');

/** The text that the numbers mean: WKT when all are there, `west=11.6 south=` otherwise; undefined when all are empty. */
export function shapeText(shape: Shape, numbers: ReadonlyMap<string, string>): string | undefined {
  const names = numbersOf[shape];
  const given = names.map((name) => (numbers.get(name) ?? '').trim().replace(',', '.'));
  if (given.every((text) => text === '')) return undefined;
  if (!given.every((text) => /^-?\d+(?:\.\d+)?$/.test(text))) {
    return names.map((name, index) => `${name}=${given[index]?.replace(/\s+/g, '')}`).join(' ');
  }
  const [west, south, east, north] = given;
  return shape === 'point'
    ? `POINT(${west} ${south})`
    : `POLYGON((${west} ${north},${east} ${north},${east} ${south},${west} ${south},${west} ${north}))`;
}

/** The numbers of a text, by field; undefined when it is another shape. */
export function shapeNumbers(shape: Shape, text: string): ReadonlyMap<string, string> | undefined {
  const half = [...text.matchAll(/(\w+)=(\S*)/g)];
  if (half.length > 0) return new Map(half.map(([, name = '', value = '']) => [name, value]));
  const found = shape === 'point' ? (point.exec(text)?.slice(1) ?? []) : sidesOf(text);
  if (found.length === 0) return undefined;
  return new Map(numbersOf[shape].map((name, index) => [name, found[index] ?? '']));
}

function sidesOf(text: string): readonly string[] {
  const ring = /^POLYGON ?\( ?\(([-\d., ]+)\) ?\)$/i.exec(text)?.[1]?.split(',') ?? [];
  const corners = ring.map((corner) => corner.trim().split(/ +/));
  if (corners.length !== 5 || corners.some((corner) => corner.length !== 2)) return [];
  const across = [...new Set(corners.map(([x = '']) => x))];
  const along = [...new Set(corners.map(([, y = '']) => y))];
  if (across.length !== 2 || along.length !== 2) return [];
  if (new Set(corners.slice(0, 4).map(String)).size !== 4) return [];
  const byValue = (one: string, other: string) => Number(one) - Number(other);
  const [west = '', east = ''] = across.sort(byValue);
  const [south = '', north = ''] = along.sort(byValue);
  return [west, south, east, north];
}
