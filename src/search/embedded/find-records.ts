import type { EngineAnswer, EngineQuery, SortKey } from '../search-index.ts';
import { facetValues } from './count-facets.ts';
import type { ClauseReader, HeldRecords } from './held-records.ts';
import { hitOrder } from './hit-order.ts';
import type { RecordColumns } from './record-columns.ts';
import { recordFilter } from './record-filter.ts';
import { topHits } from './top-hits.ts';
import type { ValueList } from './value-list.ts';

export interface FoundRecords {
  readonly total: number;
  readonly hits: readonly {
    readonly slot: number;
    readonly score: number;
    readonly key: SortKey;
  }[];
  readonly facets: EngineAnswer['facets'];
}

/**
 * Goes once over the records that have the words. One that fails no filter is a hit and counts in all facets; one that
 * fails the filter of a single facet counts in that facet alone.
 */
export function findRecords(
  query: EngineQuery,
  {
    clauses,
    columns,
    values,
  }: {
    readonly clauses: ClauseReader;
    readonly columns: RecordColumns;
    readonly values: ValueList;
  },
): FoundRecords {
  const lent: HeldRecords[] = [];
  const read = (clause: EngineQuery['must'][number]): HeldRecords => {
    const held = clauses.read(clause);
    lent.push(held);
    return held;
  };
  try {
    const must = query.must.length === 0 ? undefined : read({ type: 'all', clauses: query.must });
    const unwanted = query.mustNot.map(read);
    const bonuses = query.bonuses.map(({ clause, score }) => ({ held: read(clause), score }));
    const filter = recordFilter(query, columns, values);
    const counts = new Uint32Array(values.size);
    const counter = countValues(columns, values, counts);
    const isCounted = query.facets.length > 0;
    const end = must?.count ?? columns.length;
    const hits = new Uint32Array(end);
    let total = 0;
    for (let index = 0; index < end; index++) {
      const slot = must === undefined ? index : (must.slots[index] ?? 0);
      if (!filter.meetsFixed(slot)) continue;
      if (unwanted.some(({ worths }) => worths[slot] !== 0)) continue;
      const failed = filter.failed(slot);
      if (failed === 0) {
        hits[total++] = slot;
        if (isCounted) counter.all(slot);
      } else if (isCounted && (failed & (failed - 1)) === 0) {
        counter.one(slot, 31 - Math.clz32(failed));
      }
    }
    const score = (slot: number): number => {
      let sum = must === undefined ? 0 : (must.worths[slot] ?? 1) - 1;
      for (const bonus of bonuses) if (bonus.held.worths[slot] !== 0) sum += bonus.score;
      return sum;
    };
    const order = hitOrder(query.sort, columns, score);
    const { after, from = 0, size, facetSize } = query;
    const found = hits.subarray(0, total);
    const rest = after === undefined ? found : found.filter((slot) => order.isAfter(slot, after));
    const page = { from: after === undefined ? from : 0, size };
    return {
      total,
      hits: topHits(rest, order, page).map((slot) => ({
        slot,
        score: score(slot),
        key: order.key(slot),
      })),
      facets: Object.fromEntries(
        query.facets.map((facet) => {
          const wanted = facet === 'year' ? undefined : facetSize;
          return [facet, facetValues(facet, { values, counts, size: wanted })];
        }),
      ),
    };
  } finally {
    lent.forEach(clauses.giveBack);
  }
}

function countValues(columns: RecordColumns, values: ValueList, counts: Uint32Array) {
  const own = columns.values.values;
  const ends = columns.valueEnds.values;
  return {
    all(slot: number): void {
      const end = ends[slot] ?? 0;
      for (let index = slot === 0 ? 0 : (ends[slot - 1] ?? 0); index < end; index++) {
        const value = own[index] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    },
    one(slot: number, facet: number): void {
      const end = ends[slot] ?? 0;
      for (let index = slot === 0 ? 0 : (ends[slot - 1] ?? 0); index < end; index++) {
        const value = own[index] ?? 0;
        if (values.facetOf(value) === facet) counts[value] = (counts[value] ?? 0) + 1;
      }
    },
  };
}
