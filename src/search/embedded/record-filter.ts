import { facetNames } from '../facets.ts';
import type { EngineQuery } from '../search-index.ts';
import { kindNumbers } from './column-row.ts';
import type { RecordColumns } from './record-columns.ts';
import type { ValueList } from './value-list.ts';

/** What a query asks of a record besides its words. */
export interface RecordFilter {
  /** What no facet shows: kind, place, the record that is left out, and that it is still there. */
  meetsFixed(slot: number): boolean;
  /** The facets whose filters a record fails, as bits by the index of the facet's name. */
  failed(slot: number): number;
}

export function recordFilter(
  query: EngineQuery,
  columns: RecordColumns,
  values: ValueList,
): RecordFilter {
  return { meetsFixed: fixedFilter(query, columns), failed: facetFilter(query, columns, values) };
}

function fixedFilter(query: EngineQuery, columns: RecordColumns): RecordFilter['meetsFixed'] {
  const alive = columns.alive.values;
  const kinds = columns.kinds.values;
  const wanted = query.kinds.reduce((bits, kind) => bits | kindNumbers[kind], 0);
  const except = query.except === undefined ? undefined : columns.slotOf(query.except);
  const meetsBox = boxFilter(query, columns);
  return (slot) =>
    alive[slot] === 1 &&
    ((kinds[slot] ?? 0) & wanted) !== 0 &&
    slot !== except &&
    (meetsBox === undefined || meetsBox(slot));
}

function boxFilter(
  { box: wanted }: EngineQuery,
  columns: RecordColumns,
): ((slot: number) => boolean) | undefined {
  if (wanted === undefined) return undefined;
  const { west, south, east, north } = wanted.box;
  const isWithin = wanted.relation === 'within';
  const corners = columns.boxes.values;
  const ends = columns.boxEnds.values;
  return (slot) => {
    const end = ends[slot] ?? 0;
    for (let index = slot === 0 ? 0 : (ends[slot - 1] ?? 0); index < end; index += 4) {
      const w = corners[index] ?? 0;
      const s = corners[index + 1] ?? 0;
      const e = corners[index + 2] ?? 0;
      const n = corners[index + 3] ?? 0;
      if (isWithin) {
        if (w >= west && e <= east && s >= south && n <= north) return true;
      } else if (w <= east && e >= west && s <= north && n >= south) return true;
    }
    return false;
  };
}

const yearBit = 1 << facetNames.indexOf('year');

function facetFilter(
  { filters, years }: EngineQuery,
  columns: RecordColumns,
  values: ValueList,
): RecordFilter['failed'] {
  let required = 0;
  /** By number of a value, the bit of the facet that wants it. */
  const bits = new Uint32Array(values.size);
  for (const [index, facet] of facetNames.entries()) {
    const wanted = filters[facet] ?? [];
    if (facet === 'year' || wanted.length === 0) continue;
    required |= 1 << index;
    for (const value of wanted) {
      const number = values.find(facet, value);
      if (number !== undefined) bits[number] = 1 << index;
    }
  }
  const first = columns.firstYears.values;
  const last = columns.lastYears.values;
  const [from, to] = years ?? [0, 0];
  const failedYears = (slot: number): number =>
    (first[slot] ?? 0) <= to && (last[slot] ?? 0) >= from ? 0 : yearBit;
  if (required === 0) return years === undefined ? () => 0 : failedYears;
  const own = columns.values.values;
  const ends = columns.valueEnds.values;
  return (slot) => {
    const end = ends[slot] ?? 0;
    let met = 0;
    for (let index = slot === 0 ? 0 : (ends[slot - 1] ?? 0); index < end; index++) {
      met |= bits[own[index] ?? 0] ?? 0;
    }
    const failed = required & ~met;
    return years === undefined ? failed : failed | failedYears(slot);
  };
}
