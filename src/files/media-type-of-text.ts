import { kindOfName, mediaTypeKinds as kinds, type MediaTypeKind } from './media-type-kinds.ts';

/**
 * What kind of text a file begins with. Formats that cannot be mistaken come first, tables of cells last; a text that is none of
 * them is what its name says, as long as that is a kind of text.
 */
export function mediaTypeOfText(beginning: string, fileName = ''): MediaTypeKind {
  const text = beginning.replace(/^\ufeff/, '').trimStart();
  const [first] = text;
  if (first === '<') return ofAngle(text);
  if (first === '{' || first === '[') return ofJson(text) ?? ofLines(text, fileName);
  return ofRdf(text) ?? ofLines(text, fileName);
}

const iriFirst = /^<[a-z][a-z0-9+.-]*:[^<>\s"]*>\s/i;

function ofAngle(text: string): MediaTypeKind {
  if (iriFirst.test(text)) return ofRdf(text) ?? kinds.turtle;
  if (/^<!doctype\s+html/i.test(text)) return kinds.html;
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)([^>]*)/.exec(
    text.slice(0, 8192).replace(/<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>/g, ''),
  );
  const name = root?.[1]?.toLowerCase() ?? '';
  const attributes = root?.[2] ?? '';
  if (['html', 'head', 'body', 'script', 'table', 'div', 'p'].includes(name)) return kinds.html;
  const named = { svg: kinds.svg, kml: kinds.kml, feed: kinds.atom, rss: kinds.rss }[name];
  if (named !== undefined) return named;
  if (root?.[1] === 'RDF') return kinds.rdfXml;
  return /opengis\.net\/(?:gml|wfs)/.test(attributes) && /collection/i.test(name)
    ? kinds.gml
    : kinds.xml;
}

const geoTypes =
  /^\s*[{[][\s\S]{0,2000}?"type"\s*:\s*"(?:FeatureCollection|Feature|Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection)"/;

/** Undefined when what begins like JSON goes on like something else, such as a cell in brackets. */
function ofJson(text: string): MediaTypeKind | undefined {
  if (
    !/^(?:\{\s*(?:"|\}|$)|\[\s*(?:["{[\]]|(?:-?\d[\d.eE+-]*|true|false|null)\s*(?:,|\]\s*$)|$))/.test(
      text,
    )
  )
    return undefined;
  const [line = '', second = ''] = text.split(/\r?\n/, 2);
  const alone = line.startsWith('{') && isJson(line);
  if (alone && second.trimStart().startsWith('{')) return kinds.jsonLines;
  if (geoTypes.test(text) && /"(?:features|geometry|coordinates|geometries)"/.test(text)) {
    return kinds.geoJson;
  }
  return /"@(?:context|graph|id)"\s*:/.test(text) ? kinds.jsonLd : kinds.json;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    // A value that goes on over several lines.
    return false;
  }
}

function ofRdf(text: string): MediaTypeKind | undefined {
  const body = text.replace(/^(?:#.*\r?\n|\s+)*/, '');
  if (/^(?:@prefix|@base|prefix|base)\s+[^\n]*</i.test(body)) {
    return /^\s*(?:graph\s+)?(?:<[^>\s]*>|[\w-]*:[\w-]*)\s*\{/im.test(body)
      ? kinds.triG
      : kinds.turtle;
  }
  const [line = ''] = body.split(/\r?\n/, 1);
  const term = String.raw`(?:<[^<>\s]+>|_:\S+)`;
  const object = String.raw`(?:${term}|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]+>)?)`;
  if (new RegExp(`^${term}\\s*<[^<>\\s]+>\\s*${object}\\s*\\.\\s*$`).test(line)) {
    return kinds.nTriples;
  }
  if (new RegExp(`^${term}\\s*<[^<>\\s]+>\\s*${object}\\s*${term}\\s*\\.\\s*$`).test(line)) {
    return kinds.nQuads;
  }
  return iriFirst.test(body) ? kinds.turtle : undefined;
}

const kindsOfText: readonly MediaTypeKind[] = [
  kinds.csv,
  kinds.tsv,
  kinds.yaml,
  kinds.sql,
  kinds.css,
  kinds.javaScript,
  kinds.calendar,
];

/** A table when its first lines have as many cells as each other, else what the name says of a text. */
function ofLines(text: string, fileName: string): MediaTypeKind {
  const named = kindOfName(fileName);
  if (named !== undefined && kindsOfText.includes(named) && named !== kinds.csv) return named;
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\r|\n/)
    // The last may be cut off.
    .slice(0, -1)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const marks = [';', '\t', ',', '|'] as const;
  const even = marks.filter((mark) => {
    const counts = lines.map((line) => line.split(mark).length);
    const width = counts[0] ?? 1;
    return lines.length >= 2 && width > 1 && counts.every((count) => count === width);
  });
  if (named === kinds.csv) return even[0] === '\t' ? kinds.tsv : kinds.csv;
  if (even.length === 0) return kinds.text;
  return even[0] === '\t' ? kinds.tsv : kinds.csv;
}
