/**
 * A table as it stands in a file: rows of texts, before anybody has said what they mean. Formats that name their fields (JSON, GeoJSON,
 * databases) give the names as row 1, so that every table begins alike.
 */
export interface RawTable {
  /** Of the sheet, the layer or the file. */
  readonly name: string;
  /** Reads from the beginning, every time it is called. Batches are as large as the reader likes; nothing else is held in memory. */
  batches(): AsyncIterable<RawBatch>;
}

export interface RawBatch {
  /** Number of the first of the rows, as a spreadsheet numbers them: 1 is the first of the file, empty rows are counted. */
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
}

export const tableFormats = [
  'csv',
  'xlsx',
  'json',
  'json-lines',
  'geojson',
  'geopackage',
  'shapefile',
  'parquet',
] as const;

export type TableFormat = (typeof tableFormats)[number];

/** The tables of one file. Must be closed: some formats hold the file open. */
export interface RawFile extends AsyncDisposable {
  readonly format: TableFormat;
  /** Of texts: `utf-8`, `utf-8-bom`, `windows-1252`, `utf-16le`, `utf-16be`; undefined where the format decides. */
  readonly encoding?: string;
  /** What stands between the cells of a CSV. */
  readonly delimiter?: string;
  /** EPSG code of the coordinates when the file itself says (GeoPackage, Shapefile); GeoJSON is always 4326. */
  readonly crs?: number;
  /** In the order of the file, never empty. */
  readonly tables: readonly RawTable[];
}
