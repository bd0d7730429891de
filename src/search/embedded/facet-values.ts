import type { FacetName } from '../facets.ts';
import type { FacetCount, FacetValues } from '../search-index.ts';
import type { ValueList } from './value-list.ts';

/** The commonest values of a facet, of the numbers of hits by value. */
export function facetValues(
  facet: FacetName,
  {
    values,
    counts,
    size,
  }: {
    readonly values: ValueList;
    readonly counts: Uint32Array;
    /** How many; undefined for all. */
    readonly size: number | undefined;
  },
): FacetValues {
  const present = values.numbersOf(facet).filter((number) => (counts[number] ?? 0) > 0);
  const shown = size === undefined ? present : commonest(present, counts, size);
  const sorted = shown
    .map((number): FacetCount => ({ value: values.textOf(number), count: counts[number] ?? 0 }))
    .sort((a, b) => b.count - a.count || byCodePoint(a.value, b.value));
  const given = size === undefined ? sorted : sorted.slice(0, size);
  return { values: given, more: given.length < present.length };
}

/** Those that may be among the first so many: all that are as common as the last of them. */
function commonest(
  numbers: readonly number[],
  counts: Uint32Array,
  size: number,
): readonly number[] {
  if (numbers.length <= size || size === 0) return numbers;
  const sorted = Uint32Array.from(numbers, (number) => counts[number] ?? 0).sort();
  const least = sorted[sorted.length - size] ?? 0;
  return numbers.filter((number) => (counts[number] ?? 0) >= least);
}

/** JavaScript orders by UTF-16 units, in which 😀 comes before ～. */
function byCodePoint(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let index = 0; index < end; ) {
    const own = a.codePointAt(index) ?? 0;
    const other = b.codePointAt(index) ?? 0;
    if (own !== other) return own - other;
    index += own > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
