import type { RecordColumns } from './record-columns.ts';
import type { ValueList } from './value-list.ts';

/** Counts the values of all facets at once. */
export interface ValueCounter {
  /** By number of a value. */
  readonly counts: Uint32Array;
  /** Counts every value of these records. */
  add(slots: Uint32Array): void;
  /** Counts every value of all records but these, slots that are no longer alive among them: where most are hits, few have to be looked at. */
  addAllBut(slots: Uint32Array): void;
  /** Counts the values that a record has in one facet. */
  addOf(slot: number, facet: number): void;
}

export function valueCounter(columns: RecordColumns, values: ValueList): ValueCounter {
  const counts = new Uint32Array(values.size);
  const own = columns.values.values;
  const ends = columns.valueEnds.values;
  const alive = columns.alive.values;
  const start = (slot: number): number => (slot === 0 ? 0 : (ends[slot - 1] ?? 0));

  const addEach = (slots: Uint32Array, step: 1 | -1): void => {
    for (const slot of slots) {
      if (alive[slot] === 0) continue;
      const end = ends[slot] ?? 0;
      for (let index = start(slot); index < end; index++) {
        const value = own[index] ?? 0;
        counts[value] = (counts[value] ?? 0) + step;
      }
    }
  };

  return {
    counts,
    add: (slots) => addEach(slots, 1),
    addAllBut(slots) {
      const { totals } = columns;
      for (let value = 0; value < counts.length; value++) {
        counts[value] = (counts[value] ?? 0) + (totals[value] ?? 0);
      }
      addEach(slots, -1);
    },
    addOf(slot, facet) {
      const end = ends[slot] ?? 0;
      for (let index = start(slot); index < end; index++) {
        const value = own[index] ?? 0;
        if (values.facetOf(value) === facet) counts[value] = (counts[value] ?? 0) + 1;
      }
    },
  };
}
