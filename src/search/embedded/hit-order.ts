import type { Sort, SortKey } from '../search-index.ts';
import { timeOf, timeText } from './column-row.ts';
import type { RecordColumns } from './record-columns.ts';

/** One of the orders that hits come in. `score` is what a slot is worth, by slot. */
export interface HitOrder {
  /** Negative when the first slot comes before the second; never 0 for two records. */
  compare(a: number, b: number): number;
  /** A number that is never higher for a slot that comes before. */
  coarse(slot: number): number;
  key(slot: number): SortKey;
  /** Whether a slot comes after the place that a key marks. */
  isAfter(slot: number, key: SortKey): boolean;
}

/** The order of that name over these columns. */
export function hitOrder(
  sort: Sort,
  columns: RecordColumns,
  score: (slot: number) => number,
): HitOrder {
  const { ids } = columns;
  const ranks = columns.ranks.values;
  const number = (values: Float64Array) => (slot: number) => values[slot] ?? 0;
  const own = (slot: number) => ids[slot] ?? '';
  const modified = number(columns.modified.values);
  switch (sort) {
    case 'relevance':
      return {
        coarse: (slot) => -(score(slot) * 256 + (ranks[slot] ?? 0)),
        compare: (a, b) =>
          score(b) - score(a) ||
          (ranks[b] ?? 0) - (ranks[a] ?? 0) ||
          down(modified(a), modified(b)) ||
          up(own(a), own(b)),
        key: (slot) => [score(slot), ranks[slot] ?? 0, timeText(modified(slot)), own(slot)],
        isAfter: (slot, [worth = 0, rank = 0, time = '', id = '']) =>
          (score(slot) - Number(worth) ||
            (ranks[slot] ?? 0) - Number(rank) ||
            down(timeOf(String(time)), modified(slot)) ||
            up(String(id), own(slot))) < 0,
      };
    case 'modified':
      return highestFirst(modified, own, { write: timeText, read: timeOf });
    case 'issued':
      return highestFirst(number(columns.issued.values), own, { write: timeText, read: timeOf });
    case 'quality':
      return highestFirst(number(columns.qualities.values), own, {
        write: (value) => value,
        read: Number,
      });
    case 'title-sv':
      return byTitle(columns.titlesSv, own);
    case 'title-en':
      return byTitle(columns.titlesEn, own);
  }
}

function highestFirst(
  value: (slot: number) => number,
  own: (slot: number) => string,
  {
    write,
    read,
  }: {
    readonly write: (value: number) => number | string;
    readonly read: (text: string) => number;
  },
): HitOrder {
  return {
    coarse: (slot) => -value(slot),
    compare: (a, b) => down(value(a), value(b)) || up(own(a), own(b)),
    key: (slot) => [write(value(slot)), own(slot)],
    isAfter: (slot, [first = '', id = '']) =>
      (down(read(String(first)), value(slot)) || up(String(id), own(slot))) < 0,
  };
}

function byTitle(titles: readonly string[], own: (slot: number) => string): HitOrder {
  const title = (slot: number) => titles[slot] ?? '';
  return {
    coarse: (slot) => beginning(title(slot)),
    compare: (a, b) => up(title(a), title(b)) || up(own(a), own(b)),
    key: (slot) => [title(slot), own(slot)],
    isAfter: (slot, [first = '', id = '']) =>
      (up(String(first), title(slot)) || up(String(id), own(slot))) < 0,
  };
}

/** The first six letters of an ASCII text as one number that orders as they do. */
function beginning(text: string): number {
  let number = 0;
  for (let index = 0; index < 6; index++) {
    number = number * 256 + (index < text.length ? text.charCodeAt(index) : 0);
  }
  return number;
}

/** Not by subtraction: what is unknown is infinite, and of two infinities there is no difference. */
function down(a: number, b: number): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}

function up(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
