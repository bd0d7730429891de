import { isJsonObject } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';

/** Years that the data describes; both inclusive, 0 and 9999 for open ends. */
export type Years = readonly [from: number, to: number];

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

/** The year of an xsd:date, xsd:dateTime, xsd:gYear or xsd:gYearMonth, kept within 0–9999. */
function yearOf(date: unknown): number | undefined {
  const year = typeof date === 'string' ? /^(-?\d{4,})(?:-|$|Z|\+)/.exec(date)?.[1] : undefined;
  return year === undefined ? undefined : Math.min(9999, Math.max(0, Number(year)));
}
