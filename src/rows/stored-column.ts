import type { RowType } from '../tables/row-column.ts';

/**
 * How columns are called inside a Parquet file of ours: by their place. What a file calls its columns is never part of a statement, and
 * no name of theirs can meet one of ours.
 */
export function storedColumn(index: number): string {
  return `c${index}`;
}

/** Counts from 1 in the order of the file: what a row is known by, and what rows are ordered by at last. */
export const rowNumber = 'n';

/** The smallest box around what a row shows on a map, in degrees of WGS 84; null for a row that shows nothing there. */
export const box = { west: 'w', south: 's', east: 'e', north: 'o' } as const;

/**
 * What DuckDB keeps a column as. A geometry is the text of its GeoJSON, since that is what is given out and nothing is calculated on it
 * but its box; a point in time is UTC.
 */
export const storedType: Readonly<Record<RowType, string>> = {
  text: 'varchar',
  integer: 'bigint',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp',
  list: 'varchar[]',
  geometry: 'varchar',
};
