import type { Localized } from '../kernel/issue.ts';

/** What a column holds once its cells have been read. */
export const rowTypes = [
  'text',
  'integer',
  'number',
  'boolean',
  /** `YYYY-MM-DD`. */
  'date',
  /** ISO 8601 with an offset. */
  'datetime',
  /** Several texts. */
  'list',
  /** A GeoJSON geometry, WGS 84. */
  'geometry',
] as const;

export type RowType = (typeof rowTypes)[number];

/** A column of a table that is published as rows: enough to store it typed, ask it and label it. */
export interface RowColumn {
  /** Unique in its table, however letters are written. */
  readonly name: string;
  readonly type: RowType;
  readonly label: Localized;
  /** As people write it. */
  readonly unit?: string;
}

/** One typed value: what JSON has, a list as an array, a geometry as a GeoJSON object; undefined where there is none. */
export type RowValue = string | number | boolean | readonly string[] | object | undefined;
