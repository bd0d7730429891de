import type { Iri } from '../kernel/iri.ts';

/** How current data is: what was promised, set against when it was last changed. */
export interface Currency {
  /**
   * `current`: within what was promised. `overdue`: longer since the last change than promised, with a fair margin. `always`: kept
   * up to date all the time. `finished`: not to be changed any more. `unknown`: nothing was promised, or nothing tells when it changed.
   */
  readonly state: 'current' | 'overdue' | 'always' | 'finished' | 'unknown';
  /** ISO date of the last change that is told. */
  readonly changed?: string;
  /** ISO date before which the next change was or is to be expected; with `current` and `overdue`. */
  readonly due?: string;
}

const frequency = 'http://publications.europa.eu/resource/authority/frequency/';

/** Days between two changes, for the frequencies that promise a number of them. */
const daysBetween: Readonly<Record<string, number>> = {
  DAILY_2: 1,
  DAILY: 1,
  '12HRS': 1,
  WEEKLY_3: 3,
  WEEKLY_2: 4,
  WEEKLY: 7,
  MONTHLY_3: 11,
  BIWEEKLY: 14,
  MONTHLY_2: 16,
  MONTHLY: 31,
  BIMONTHLY: 62,
  QUARTERLY: 92,
  ANNUAL_3: 122,
  ANNUAL_2: 183,
  ANNUAL: 366,
  BIENNIAL: 731,
  TRIENNIAL: 1096,
  QUADRENNIAL: 1461,
  QUINQUENNIAL: 1827,
  DECENNIAL: 3653,
  BIDECENNIAL: 7305,
  TRIDECENNIAL: 10958,
};

const always: ReadonlySet<string> = new Set(
  'CONT UPDATE_CONT 1MIN 5MIN 10MIN 15MIN 30MIN HOURLY BIHOURLY TRIHOURLY'.split(' '),
);
const finished: ReadonlySet<string> = new Set(['NEVER', 'NOT_PLANNED']);

const day = 24 * 60 * 60 * 1000;

/**
 * @param changed ISO date of the last change to the data, as far as it is told
 * @param promised how often it is said to change, an IRI of the EU's list
 */
export function currencyOf(
  changed: string | undefined,
  promised: Iri | undefined,
  now: Date,
): Currency {
  const known = changed === undefined ? {} : { changed };
  const code = promised?.startsWith(frequency) ? promised.slice(frequency.length) : '';
  if (always.has(code)) return { state: 'always', ...known };
  if (finished.has(code)) return { state: 'finished', ...known };
  const days = daysBetween[code];
  const time = changed === undefined ? Number.NaN : Date.parse(endOf(changed));
  if (days === undefined || Number.isNaN(time)) return { state: 'unknown', ...known };
  const due = time + days * day;
  // Half as long again, and never less than three days, before anyone is called late: weekends and holidays are nobody's fault.
  const late = time + Math.max(days * 1.5, days + 3) * day;
  return {
    state: now.getTime() > late ? 'overdue' : 'current',
    ...known,
    due: new Date(due).toISOString().slice(0, 10),
  };
}

/** The last day of what a short date may mean: a year is not over before its end. */
function endOf(date: string): string {
  if (/^\d{4}$/.test(date)) return `${date}-12-31`;
  return /^\d{4}-\d{2}$/.test(date) ? `${date}-28` : date;
}
