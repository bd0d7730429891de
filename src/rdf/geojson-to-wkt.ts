/** GeoJSON where well-known text belongs, an old form that import mends. RFC 7946 §3.1; OGC 06-103r4 §7; DCAT-AP-SE 3.0.1, changes since version 2. */

const names: Readonly<Record<string, string>> = {
  Point: 'POINT',
  MultiPoint: 'MULTIPOINT',
  LineString: 'LINESTRING',
  MultiLineString: 'MULTILINESTRING',
  Polygon: 'POLYGON',
  MultiPolygon: 'MULTIPOLYGON',
};

/** How many arrays stand around one position. */
const levels: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** The text as WKT; undefined when it is not one GeoJSON geometry with coordinates. Never throws. */
export function geoJsonToWkt(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  const geometry = parse(text);
  const type = geometry?.type;
  if (typeof type !== 'string' || !Object.hasOwn(names, type)) return undefined;
  const level = levels[type] ?? 0;
  const body = coordinates(geometry?.coordinates, level);
  if (body === undefined) return undefined;
  return `${names[type]}${level === 0 ? `(${body})` : body}`;
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    // Text that is not JSON is no GeoJSON: the caller is told so.
    return undefined;
  }
}

function coordinates(value: unknown, level: number): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (level === 0) {
    return value.length >= 2 && value.every((number) => Number.isFinite(number))
      ? value.slice(0, 2).join(' ')
      : undefined;
  }
  const parts = value.map((part) => coordinates(part, level - 1));
  return parts.includes(undefined) ? undefined : `(${parts.join(',')})`;
}
