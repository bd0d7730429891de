import { day } from '../../kernel/day.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { recent } from '../../kernel/recent.ts';

/** Numbers, dates and sizes as each language writes them. Times are told in Swedish time. */

const locales: Readonly<Record<UserLanguage, string>> = { sv: 'sv-SE', en: 'en-GB' };
const timeZone = 'Europe/Stockholm';

function both<T>(make: (locale: string) => T): Readonly<Record<UserLanguage, T>> {
  return { sv: make(locales.sv), en: make(locales.en) };
}

const numbers = both((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const days = both(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
);
const moments = both((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }));
const times = both(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }),
);
const months = both(
  (locale) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const relatives = both((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** `12 345,6`; `12,345.6`. At most one decimal. */
export function formatNumber(value: number, language: UserLanguage): string {
  return numbers[language].format(value);
}

/** `23 november 2026`, `november 2026` or `2026`, as exact as what is given: a date, a time, a month or a year (ISO 8601). */
export function formatDate(iso: string, language: UserLanguage): string {
  return dates[language](iso);
}

/** The same dates come again and again, and `Intl` takes its time. */
const dates: Readonly<Record<UserLanguage, (iso: string) => string>> = {
  sv: recent(2000, (iso: string) => dateIn('sv', iso)),
  en: recent(2000, (iso: string) => dateIn('en', iso)),
};

function dateIn(language: UserLanguage, iso: string): string {
  if (/^-?\d{4,}$/.test(iso)) return iso;
  const date = new Date(
    /^\d{4}-\d{2}$/.test(iso)
      ? `${iso}-01`
      : iso.replace(/^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$/, '$1'),
  );
  if (Number.isNaN(date.getTime())) return iso;
  if (/^\d{4}-\d{2}$/.test(iso)) return months[language].format(date);
  return (iso.includes('T') ? moments : days)[language].format(date);
}

/** `23 november 2026 kl. 14:05`, in Swedish time. */
export function formatTime(iso: string, language: UserLanguage): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : times[language].format(date);
}

/** `i går`, `för 3 dagar sedan` within a week; the date after that. */
export function formatRecent(iso: string, language: UserLanguage, now: Date): string {
  const date = new Date(iso);
  // Days are looked up by zone, which costs more than all the rest of a line of hits.
  if (now.getTime() - date.getTime() > longAgo) return formatDate(iso, language);
  const ago = Math.round((dayOf(now) - dayOf(date)) / day);
  return ago >= 0 && ago < 7 ? relatives[language].format(-ago, 'day') : formatDate(iso, language);
}

/** Surely more than a week of Swedish days, in milliseconds. */
const longAgo = 9 * day;

/** Midnight of the Swedish day, as milliseconds that can be compared. */
function dayOf(date: Date): number {
  return Date.parse(dayKeys.format(date));
}

const dayKeys = new Intl.DateTimeFormat('sv-SE', { timeZone });

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** `1,2 MB`: decimal units, a decimal only below ten. */
export function formatBytes(bytes: number, language: UserLanguage): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const rounded = unit > 0 && size < 9.95 ? size : Math.round(size);
  return `${formatNumber(rounded, language)}\u00a0${units[unit]}`;
}
