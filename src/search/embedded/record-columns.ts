import { type ColumnRow, columnNumbers } from './column-row.ts';
import { float64List, int16List, uint8List, uint32List } from './typed-list.ts';

export type RecordColumns = ReturnType<typeof createRecordColumns>;

/**
 * What is held in memory of every record, to narrow, count and order by: one place (slot) for each form of a record in lists
 * beside each other. Slots are only added; one whose record has been replaced or deleted is no longer alive.
 */
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

  /** In the order of `columnNumbers`. */
  const lists = columnNumbers.map(
    (name) =>
      ({
        revision: revisions,
        kind: kinds,
        rank: ranks,
        quality: qualities,
        modified,
        issued,
        firstYear: firstYears,
        lastYear: lastYears,
      })[name],
  );
  /** By value of a facet, the number of records that have it. */
  let totals = new Uint32Array(1024);

  const count = (slot: number, step: 1 | -1): void => {
    const end = valueEnds.values[slot] ?? 0;
    for (let index = slot === 0 ? 0 : (valueEnds.values[slot - 1] ?? 0); index < end; index++) {
      const value = values.values[index] ?? 0;
      while (value >= totals.length) totals = enlarged(totals);
      totals[value] = (totals[value] ?? 0) + step;
    }
  };

  const drop = (id: string): void => {
    const slot = slotOfId.get(id);
    if (slot === undefined) return;
    alive.values[slot] = 0;
    count(slot, -1);
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
    get totals() {
      return totals;
    },
    /** The same of `boxes`, of which each has its west, south, east and north. */
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
    add({ row, id, titleSv, titleEn, numbers, facetValues }: ColumnRow): void {
      drop(id);
      const slot = ids.length;
      while (slotOfRow.length < row) slotOfRow.push(0);
      slotOfRow.push(slot + 1);
      slotOfId.set(id, slot);
      ids.push(id);
      titlesSv.push(titleSv);
      titlesEn.push(titleEn);
      rows.push(row);
      alive.push(1);
      for (const [index, list] of lists.entries()) list.push(numbers[index] ?? 0);
      boxes.append(numbers.subarray(lists.length));
      boxEnds.push(boxes.length);
      values.append(facetValues);
      valueEnds.push(values.length);
      count(slot, 1);
    },
    drop,
  };
}

function enlarged(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
