import type { IndexDocument, SearchKind } from '../index-document.ts';

/** What a record is narrowed, counted and ordered by, as the file keeps it: few columns, for many are slow to read. */
export interface ColumnRow {
  /** Of the index file; higher than that of every row before. */
  readonly row: number;
  readonly id: string;
  readonly titleSv: string;
  readonly titleEn: string;
  /** One for each of `columnNumbers`, then west, south, east and north of each box. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Numbers of its facets' values. */
  readonly facetValues: Uint32Array<ArrayBuffer>;
}

export const columnNumbers = [
  'revision',
  'kind',
  'rank',
  'quality',
  'modified',
  'issued',
  'firstYear',
  'lastYear',
] as const;

/** Kinds as bits, so that several can be asked for at once. */
export const kindNumbers: Readonly<Record<SearchKind, number>> = {
  dataset: 1,
  series: 2,
  service: 4,
  organization: 8,
};

/** The numbers of a document. */
export function numbersOf(document: IndexDocument): Float64Array<ArrayBuffer> {
  const { revision, kind, rank, quality, modified, issued, years, boxes } = document;
  return Float64Array.from([
    ...[revision, kindNumbers[kind], rank, quality, timeOf(modified), timeOf(issued)],
    // Without years: from after every year to before every year, so that no time overlaps.
    ...(years ?? [32_767, -32_768]),
    ...boxes.flatMap(({ west, south, east, north }) => [west, south, east, north]),
  ]);
}

/** Milliseconds of a time in a document; before all others for one that is not known. */
export function timeOf(text: string): number {
  return text === '' ? Number.NEGATIVE_INFINITY : Date.parse(text);
}

/** The text of such a time. */
export function timeText(time: number): string {
  return time === Number.NEGATIVE_INFINITY ? '' : new Date(time).toISOString();
}
