import { stringOf } from './node-values.ts';
import type { Hit, RecordRule } from './rule.ts';
import { boxFault, wktFault } from './wkt.ts';

/** Where and when: V008 (order of dates), V022, V031. */

const endAfterStart: RecordRule = {
  id: 'V008',
  level: 'error',
  classes: ['PeriodOfTime'],
  source: 'DCAT-AP-SE 3.0.1, PeriodOfTime',
  *check(node, { label }) {
    const start = stringOf(node, 'startDate');
    const end = stringOf(node, 'endDate');
    if (start === undefined || end === undefined || !isBefore(end, start)) return;
    yield {
      pointer: '/endDate',
      message: {
        sv: `”${label('endDate').sv}” ligger före ”${label('startDate').sv}”. Byt plats på dem eller rätta den ena.`,
        en: `"${label('endDate').en}" is before "${label('startDate').en}". Swap them or correct one.`,
      },
    };
  },
};

/** Whether one date is before another, as far as both are known: 2026 is not before 2026-10. */
function isBefore(one: string, other: string): boolean {
  if (one.includes('T') && other.includes('T')) return Date.parse(one) < Date.parse(other);
  const [left, right] = [dayOf(one), dayOf(other)];
  if (left === undefined || right === undefined) return false;
  for (const [at, part] of left.entries()) {
    const against = right[at];
    if (against === undefined || part !== against) return against !== undefined && part < against;
  }
  return false;
}

/** Year, month and day as far as they are given. */
function dayOf(date: string): readonly number[] | undefined {
  const parts = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date);
  return parts
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
}

const geometry: RecordRule = {
  id: 'V022',
  level: 'error',
  classes: ['Location'],
  source: 'DCAT-AP-SE 3.0.1, Location',
  *check(node, { label }) {
    for (const property of ['bbox', 'centroid', 'geometry']) {
      const value = stringOf(node, property);
      if (value === undefined) continue;
      const fault =
        property === 'bbox' ? boxFault(value) : wktFault(value, property === 'centroid');
      if (fault === undefined) continue;
      const { sv, en } = label(property);
      yield {
        pointer: `/${property}`,
        message: { sv: `”${sv}”: ${fault.sv}`, en: `"${en}": ${fault.en}` },
      };
    }
  },
};

const day = 86_400_000;
const frequency = 'http://publications.europa.eu/resource/authority/frequency/';

/** Days between two changes of data that is updated that often; frequencies without a rhythm are left out. */
const interval: Readonly<Record<string, number>> = {
  CONT: 1,
  UPDATE_CONT: 1,
  HOURLY: 1,
  BIHOURLY: 1,
  TRIHOURLY: 1,
  DAILY_2: 1,
  DAILY: 1,
  WEEKLY_5: 3,
  WEEKLY_3: 4,
  WEEKLY_2: 5,
  WEEKLY: 7,
  BIWEEKLY: 14,
  MONTHLY_3: 15,
  MONTHLY_2: 20,
  MONTHLY: 31,
  BIMONTHLY: 62,
  QUARTERLY: 92,
  ANNUAL_3: 123,
  ANNUAL_2: 184,
  ANNUAL: 366,
  BIENNIAL: 731,
  TRIENNIAL: 1096,
  QUADRENNIAL: 1461,
  QUINQUENNIAL: 1827,
  DECENNIAL: 3653,
};

const stale: RecordRule = {
  id: 'V031',
  level: 'info',
  classes: ['Dataset'],
  source: 'DCAT-AP-SE 3.0.1, Dataset, accrualPeriodicity',
  *check(node, { now, vocabularies }) {
    const value = stringOf(node, 'accrualPeriodicity');
    const modified = stringOf(node, 'modified');
    if (value === undefined || modified === undefined) return;
    const iri = vocabularies.get('frequency').normalise(value)?.iri ?? value;
    const days = iri.startsWith(frequency) ? interval[iri.slice(frequency.length)] : undefined;
    const changed = lastMoment(modified);
    // Twice the interval: one late delivery is nothing to remark on.
    if (days === undefined || !(changed < now.getTime() - 2 * days * day)) return;
    yield { pointer: '/modified', message: staleMessage };
  },
};

const staleMessage: Hit['message'] = {
  sv: 'Data har inte ändrats på länge, fast de sägs uppdateras oftare. Rätta ändringsdatumet eller uppdateringsfrekvensen.',
  en: 'The data has not changed for long, although it is said to be updated more often. Correct the date of change or the frequency.',
};

/** The end of the year, month, day or moment that a date names, in milliseconds; NaN when it is no date. */
function lastMoment(date: string): number {
  if (date.includes('T')) return Date.parse(date);
  const [year, month = 12, dayOfMonth] = dayOf(date) ?? [];
  if (year === undefined) return Number.NaN;
  return dayOfMonth === undefined
    ? Date.UTC(year, month, 1)
    : Date.UTC(year, month - 1, dayOfMonth + 1);
}

export const placeAndTimeRules: readonly RecordRule[] = [endAfterStart, geometry, stale];
