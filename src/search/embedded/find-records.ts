import type { Clause, EngineAnswer, EngineQuery, SortKey } from '../search-index.ts';
import { facetValues } from './facet-values.ts';
import type { ClauseReader, HeldRecords } from './held-records.ts';
import { hitOrder } from './hit-order.ts';
import type { RecordColumns } from './record-columns.ts';
import { recordFilter } from './record-filter.ts';
import { topHits } from './top-hits.ts';
import { valueCounter } from './value-counter.ts';
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
  const read = (clause: Clause, within?: HeldRecords): HeldRecords => {
    const held = clauses.read(clause, within);
    lent.push(held);
    return held;
  };
  try {
    const must = query.must.length === 0 ? undefined : read({ type: 'all', clauses: query.must });
    const unwanted = query.mustNot.map((clause) => read(clause, must));
    const bonuses = query.bonuses.map(({ clause, score }) => ({ held: read(clause, must), score }));
    const filter = recordFilter(query, columns, values);
    const isCounted = query.facets.length > 0;
    const end = must?.count ?? columns.length;
    const hits = new Uint32Array(end);
    const others = new Uint32Array(must === undefined ? end : 0);
    const counter = valueCounter(columns, values);
    let total = 0;
    let missed = 0;
    for (let index = 0; index < end; index++) {
      const slot = must === undefined ? index : (must.slots[index] ?? 0);
      const isPossible =
        filter.meetsFixed(slot) && !unwanted.some(({ worths }) => worths[slot] !== 0);
      const failed = isPossible ? filter.failed(slot) : -1;
      if (failed === 0) {
        hits[total++] = slot;
        continue;
      }
      if (must === undefined) others[missed++] = slot;
      // One bit: one filter.
      if (isCounted && isPossible && (failed & (failed - 1)) === 0) {
        counter.addOf(slot, 31 - Math.clz32(failed));
      }
    }
    const found = hits.subarray(0, total);
    if (isCounted) {
      if (must === undefined && missed < total) counter.addAllBut(others.subarray(0, missed));
      else counter.add(found);
    }
    const score = (slot: number): number => {
      let sum = must === undefined ? 0 : (must.worths[slot] ?? 1) - 1;
      for (const bonus of bonuses) if (bonus.held.worths[slot] !== 0) sum += bonus.score;
      return sum;
    };
    const order = hitOrder(query.sort, columns, score);
    const { after, from = 0, size, facetSize } = query;
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
          return [facet, facetValues(facet, { values, counts: counter.counts, size: wanted })];
        }),
      ),
    };
  } finally {
    lent.forEach(clauses.giveBack);
  }
}
