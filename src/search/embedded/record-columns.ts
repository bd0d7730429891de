import type { SearchKind } from '../index-document.ts';
import { float64List, int16List, uint8List, uint32List } from './typed-list.ts';

/**
 * What is held in memory of every record, to narrow, count and order by: one place (slot) for each form of a record in
 * lists beside each other. Slots are only added; one whose record has been replaced or deleted is no longer alive.
 */
export interface ColumnRow {
  /** Of the index file; higher than that of every slot before. */
  readonly row: number;
  readonly id: string;
  readonly revision: number;
  readonly kind: SearchKind;
  readonly rank: number;
  readonly quality: number;
  readonly modified: string;
  readonly issued: string;
  readonly titleSv: string;
  readonly titleEn: string;
  readonly years: readonly [from: number, to: number] | undefined;
  /** Numbers of its facets' values. */
  readonly values: Uint32Array;
  /** West, south, east, north of each box. */
  readonly boxes: Float64Array;
}

export const kindNumbers: Readonly<Record<SearchKind, number>> = {
  dataset: 1,
  series: 2,
  service: 4,
  organization: 8,
};

/** Stand for a time that is not known: before all others. */
const unknownTime = Number.NEGATIVE_INFINITY;

export type RecordColumns = ReturnType<typeof createRecordColumns>;

export function createRecordColumns() {
  const ids: string[] = [];
  const titlesSv: string[] = [];
  const titlesEn: string[] = [];
  const slotOfId = new Map<string, number>();
  const rows = uint32List();
  const slotOfRow = uint32List();
  const alive = uint8List();
  const kinds = uint8List();
  const revisions = float64List();
  const ranks = float64List();
  const qualities = float64List();
  const modified = float64List();
  const issued = float64List();
  const firstYears = int16List();
  const lastYears = int16List();
  const valueEnds = uint32List();
  const values = uint32List();
  const boxEnds = uint32List();
  const boxes = float64List();

  const drop = (id: string): void => {
    const slot = slotOfId.get(id);
    if (slot === undefined) return;
    alive.values[slot] = 0;
    slotOfId.delete(id);
  };

  return {
    ids,
    titlesSv,
    titlesEn,
    rows,
    alive,
    kinds,
    revisions,
    ranks,
    qualities,
    modified,
    issued,
    firstYears,
    lastYears,
    /** Where in `values` those of a slot end; they begin where those of the slot before end. */
    valueEnds,
    values,
    /** The same of `boxes`. */
    boxEnds,
    boxes,
    /** Number of slots, alive or not. */
    get length() {
      return ids.length;
    },
    /** Number of records. */
    get size() {
      return slotOfId.size;
    },
    get lastRow() {
      return slotOfRow.length - 1;
    },
    slotOf: (id: string): number | undefined => slotOfId.get(id),
    /** By row of the file, the slot plus one; 0 for rows that are gone. */
    get slotsByRow() {
      return slotOfRow.values;
    },
    /** Adds a record and drops the form of it that was there. */
    add(row: ColumnRow): void {
      drop(row.id);
      const slot = ids.length;
      while (slotOfRow.length < row.row) slotOfRow.push(0);
      slotOfRow.push(slot + 1);
      slotOfId.set(row.id, slot);
      ids.push(row.id);
      titlesSv.push(row.titleSv);
      titlesEn.push(row.titleEn);
      rows.push(row.row);
      alive.push(1);
      kinds.push(kindNumbers[row.kind]);
      revisions.push(row.revision);
      ranks.push(row.rank);
      qualities.push(row.quality);
      modified.push(row.modified === '' ? unknownTime : Date.parse(row.modified));
      issued.push(row.issued === '' ? unknownTime : Date.parse(row.issued));
      // Without years: from after every year to before every year, so that no time overlaps.
      firstYears.push(row.years?.[0] ?? 32_767);
      lastYears.push(row.years?.[1] ?? -32_768);
      for (const value of row.values) values.push(value);
      valueEnds.push(values.length);
      for (const corner of row.boxes) boxes.push(corner);
      boxEnds.push(boxes.length);
    },
    drop,
  };
}

/** The text of a time in a column. */
export function timeText(time: number): string {
  return time === unknownTime ? '' : new Date(time).toISOString();
}

/** The time of a text. */
export function timeOf(text: string): number {
  return text === '' ? unknownTime : Date.parse(text);
}
