import type { IndexDocument } from './index-document.ts';

/** The most years that one record is counted in. */
const mostYears = 100;

/**
 * The years in which the facet `year` counts a record, oldest first: each from the first to the last that its data
 * describes. An open end is no year: a record of which only one end is known counts in that year, one without ends in none. Of a
 * longer time the last hundred years count, so that one record of the climate does not fill the diagram.
 */
export function countedYears(years: IndexDocument['years']): readonly number[] {
  if (years === undefined) return [];
  const [from, to] = years;
  const first = from === 0 ? to : from;
  const last = to === 9999 ? from : to;
  if (first === 9999 || last === 0) return [];
  const start = Math.max(first, last - mostYears + 1);
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, index) => start + index);
}

/** A year as it stands in the facet: four digits. */
export const yearValue = (year: number): string => String(year).padStart(4, '0');
