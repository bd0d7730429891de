import { isJsonObject } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';

/** Years that the data describes; both inclusive, 0 and 9999 for open ends. */
export type Years = readonly [from: number, to: number];

/** A facet does not count more years of one record than these. */
const mostYears = 500;

/** From the first start to the last end of the record's periods; undefined when no period says either. */
export function yearsOf(record: NodeObject): Years | undefined {
  const periods = Array.isArray(record.temporal) ? record.temporal : [];
  let years: Years | undefined;
  for (const period of periods) {
    if (!isJsonObject(period)) continue;
    const from = yearOf(period.startDate);
    const to = yearOf(period.endDate);
    if (from === undefined && to === undefined) continue;
    const [first, last] = [from ?? 0, to ?? 9999];
    if (first > last) continue;
    years = [Math.min(years?.[0] ?? 9999, first), Math.max(years?.[1] ?? 0, last)];
  }
  return years;
}

/**
 * The years as values of the facet. An open end reaches to the year in which the record was last changed, for then the data still
 * went on; an open beginning counts the last year alone. Of very long times the last 500 years count.
 */
export function yearValues(years: Years, changed: string): readonly string[] {
  const until = Number(changed.slice(0, 4));
  const to = years[1] === 9999 ? Math.max(years[0], until) : years[1];
  const from = Math.max(years[0] === 0 ? to : years[0], to - mostYears + 1);
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(4, '0'));
}

/** The year of an xsd:date, xsd:dateTime, xsd:gYear or xsd:gYearMonth, kept within 0–9999. */
function yearOf(date: unknown): number | undefined {
  const year = typeof date === 'string' ? /^(-?\d{4,})(?:-|$|Z|\+)/.exec(date)?.[1] : undefined;
  return year === undefined ? undefined : Math.min(9999, Math.max(0, Number(year)));
}
