import type { Localized } from '../kernel/issue.ts';

/** A kind of file: what the IANA and the EU's file-type vocabulary call it, and what people call one. */
export interface MediaTypeKind {
  readonly mediaType: string;
  /** Code in the vocabulary `file-type`. */
  readonly fileType?: string;
  readonly extensions: readonly string[];
  readonly noun: Localized;
}

const same = (sv: string, en: string): Localized => ({ sv, en });

function kind(
  mediaType: string,
  fileType: string | undefined,
  extensions: string,
  noun: Localized,
): MediaTypeKind {
  const names = extensions === '' ? [] : extensions.split(' ');
  return { mediaType, ...(fileType === undefined ? {} : { fileType }), extensions: names, noun };
}

/** The kinds that have a name of their own here; of everything else the media type alone is told. */
export const mediaTypeKinds = {
  csv: kind('text/csv', 'CSV', 'csv', same('en CSV-fil', 'a CSV file')),
  tsv: kind('text/tab-separated-values', 'TSV', 'tsv tab', same('en TSV-fil', 'a TSV file')),
  text: kind('text/plain', 'TXT', 'txt text log md', same('en textfil', 'a text file')),
  xlsx: kind(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'XLSX',
    'xlsx',
    same('en Excel-arbetsbok', 'an Excel workbook'),
  ),
  xlsm: kind(
    'application/vnd.ms-excel.sheet.macroEnabled.12',
    'XLSM',
    'xlsm',
    same('en Excel-arbetsbok med makron', 'an Excel workbook with macros'),
  ),
  xlsb: kind(
    'application/vnd.ms-excel.sheet.binary.macroEnabled.12',
    'XLSB',
    'xlsb',
    same('en binär Excel-arbetsbok', 'a binary Excel workbook'),
  ),
  xls: kind(
    'application/vnd.ms-excel',
    'XLS',
    'xls',
    same('en gammal Excel-fil (.xls)', 'an old Excel file (.xls)'),
  ),
  ods: kind(
    'application/vnd.oasis.opendocument.spreadsheet',
    'ODS',
    'ods',
    same('ett OpenDocument-kalkylblad', 'an OpenDocument spreadsheet'),
  ),
  docx: kind(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'DOCX',
    'docx',
    same('ett Word-dokument', 'a Word document'),
  ),
  doc: kind(
    'application/msword',
    'DOC',
    'doc',
    same('ett gammalt Word-dokument', 'an old Word document'),
  ),
  pptx: kind(
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'PPTX',
    'pptx',
    same('en presentation', 'a presentation'),
  ),
  office: kind(
    'application/x-ole-storage',
    undefined,
    '',
    same('ett Office-dokument', 'an Office document'),
  ),
  json: kind('application/json', 'JSON', 'json', same('en JSON-fil', 'a JSON file')),
  jsonLines: kind(
    'application/jsonl',
    'JSON',
    'jsonl ndjson',
    same('en fil med JSON-rader', 'a file of JSON lines'),
  ),
  jsonLd: kind(
    'application/ld+json',
    'JSON_LD',
    'jsonld',
    same('en JSON-LD-fil', 'a JSON-LD file'),
  ),
  geoJson: kind(
    'application/geo+json',
    'GEOJSON',
    'geojson',
    same('en GeoJSON-fil', 'a GeoJSON file'),
  ),
  geoPackage: kind(
    'application/geopackage+sqlite3',
    'GPKG',
    'gpkg',
    same('ett GeoPackage', 'a GeoPackage'),
  ),
  sqlite: kind(
    'application/vnd.sqlite3',
    undefined,
    'sqlite sqlite3 db',
    same('en SQLite-databas', 'an SQLite database'),
  ),
  shapefile: kind(
    'application/zip',
    'SHP',
    'zip shp',
    same('en zip-fil med en shapefil', 'a zip file with a shapefile'),
  ),
  parquet: kind(
    'application/vnd.apache.parquet',
    'PARQUET',
    'parquet',
    same('en Parquet-fil', 'a Parquet file'),
  ),
  gtfs: kind('application/zip', 'GTFS', 'zip', same('en zip-fil med GTFS', 'a zip file with GTFS')),
  kmz: kind('application/vnd.google-earth.kmz', 'KMZ', 'kmz', same('en KMZ-fil', 'a KMZ file')),
  zip: kind('application/zip', 'ZIP', 'zip', same('en zip-fil', 'a zip file')),
  gzip: kind('application/gzip', 'GZIP', 'gz tgz', same('en gzip-fil', 'a gzip file')),
  pdf: kind('application/pdf', 'PDF', 'pdf', same('ett PDF-dokument', 'a PDF document')),
  html: kind('text/html', 'HTML', 'html htm', same('en webbsida (HTML)', 'a web page (HTML)')),
  xml: kind('application/xml', 'XML', 'xml xsd', same('en XML-fil', 'an XML file')),
  svg: kind('image/svg+xml', 'SVG', 'svg', same('en SVG-bild', 'an SVG image')),
  gml: kind('application/gml+xml', 'GML', 'gml', same('en GML-fil', 'a GML file')),
  kml: kind('application/vnd.google-earth.kml+xml', 'KML', 'kml', same('en KML-fil', 'a KML file')),
  atom: kind('application/atom+xml', 'ATOM', 'atom', same('ett Atom-flöde', 'an Atom feed')),
  rss: kind('application/rss+xml', 'RSS', 'rss', same('ett RSS-flöde', 'an RSS feed')),
  rdfXml: kind('application/rdf+xml', 'RDF_XML', 'rdf owl', same('RDF/XML', 'RDF/XML')),
  turtle: kind('text/turtle', 'RDF_TURTLE', 'ttl', same('en Turtle-fil', 'a Turtle file')),
  nTriples: kind(
    'application/n-triples',
    'RDF_N_TRIPLES',
    'nt',
    same('en fil med N-Triples', 'a file of N-Triples'),
  ),
  nQuads: kind(
    'application/n-quads',
    'RDF_N_QUADS',
    'nq',
    same('en fil med N-Quads', 'a file of N-Quads'),
  ),
  triG: kind('application/trig', 'RDF_TRIG', 'trig', same('en TriG-fil', 'a TriG file')),
  yaml: kind('application/yaml', 'YAML', 'yaml yml', same('en YAML-fil', 'a YAML file')),
  sql: kind('application/sql', 'SQL', 'sql', same('en SQL-fil', 'an SQL file')),
  css: kind('text/css', 'CSS', 'css', same('en stilmall', 'a style sheet')),
  javaScript: kind('text/javascript', 'JS', 'js mjs', same('ett skript', 'a script')),
  calendar: kind('text/calendar', 'ICS', 'ics', same('en kalenderfil', 'a calendar file')),
  png: kind('image/png', 'PNG', 'png', same('en PNG-bild', 'a PNG image')),
  jpeg: kind('image/jpeg', 'JPEG', 'jpg jpeg', same('en JPEG-bild', 'a JPEG image')),
  gif: kind('image/gif', 'GIF', 'gif', same('en GIF-bild', 'a GIF image')),
  webp: kind('image/webp', 'WEBP', 'webp', same('en WebP-bild', 'a WebP image')),
  tiff: kind('image/tiff', 'TIFF', 'tif tiff', same('en TIFF-bild', 'a TIFF image')),
  unknown: kind(
    'application/octet-stream',
    'BIN',
    'bin',
    same('en okänd filtyp', 'an unknown kind of file'),
  ),
} as const satisfies Readonly<Record<string, MediaTypeKind>>;

/** The kind that has a media type; undefined when there is none here. */
export function kindOfMediaType(mediaType: string): MediaTypeKind | undefined {
  const all: readonly MediaTypeKind[] = Object.values(mediaTypeKinds);
  const [bare = ''] = mediaType.split(';', 1);
  const wanted = bare.trim().toLowerCase();
  const named = { 'application/x-gzip': 'application/gzip', 'text/xml': 'application/xml' }[wanted];
  return all.find((one) => one.mediaType === (named ?? wanted));
}

/** The kind that a file's name says it is; undefined when its ending is not known. */
export function kindOfName(fileName: string): MediaTypeKind | undefined {
  const all: readonly MediaTypeKind[] = Object.values(mediaTypeKinds);
  const ending = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase();
  return ending === undefined
    ? undefined
    : all.find(({ extensions }) => extensions.includes(ending));
}
