import { currencyOf } from '../currency.ts';
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
    if (currencyOf(modified, iri, now).state !== 'overdue') return;
    yield { pointer: '/modified', message: staleMessage };
  },
};

const staleMessage: Hit['message'] = {
  sv: 'Data har inte ändrats på länge, fast de sägs uppdateras oftare. Rätta ändringsdatumet eller uppdateringsfrekvensen.',
  en: 'The data has not changed for long, although it is said to be updated more often. Correct the date of change or the frequency.',
};

export const placeAndTimeRules: readonly RecordRule[] = [endAfterStart, geometry, stale];
