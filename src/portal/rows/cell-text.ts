import type { UserLanguage } from '../../kernel/issue.ts';
import type { Form } from '../../standards/column.ts';
import type { RowValue } from '../../tables/row-column.ts';
import type { ShownColumn } from '../../tables/view-model.ts';
import { formatDate, formatTime } from '../words/format.ts';

/** A value as people read it. */
export interface CellText {
  readonly text: string;
  /** Where it leads: a page, an address of mail, a telephone. */
  readonly href?: string;
}

/** What stands where there is no value: nothing, which says more than a dash that could be one. */
const none: CellText = { text: '' };

const locales: Readonly<Record<UserLanguage, string>> = { sv: 'sv-SE', en: 'en-GB' };
const numbers: Readonly<Record<UserLanguage, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat(locales.sv, { maximumFractionDigits: 20 }),
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 20 }),
};

/** The value of a column's cell; a list has its values with commas between. Units stand in the heading, not here. */
export function cellText(column: ShownColumn, value: RowValue, language: UserLanguage): CellText {
  if (value === undefined || value === null || value === '') return none;
  if (Array.isArray(value)) {
    return { text: value.map((one: RowValue) => cellText(column, one, language).text).join(', ') };
  }
  const coded = column.values[String(value)];
  if (coded !== undefined) return { text: coded[language] };
  if (typeof value === 'boolean') return { text: yesOrNo[language][value ? 0 : 1] ?? '' };
  if (typeof value === 'number') return { text: numberText(column.form, value, language) };
  if (typeof value === 'object') return { text: geometryName(value) };
  return texts[column.form]?.(value, language) ?? { text: value };
}

const yesOrNo: Readonly<Record<UserLanguage, readonly string[]>> = {
  sv: ['ja', 'nej'],
  en: ['yes', 'no'],
};

/** Coordinates and years are no amounts: nothing stands between their digits. */
function numberText(form: Form, value: number, language: UserLanguage): string {
  if (form === 'year') return String(value);
  const text = numbers[language].format(value);
  return form === 'latitude' || form === 'longitude' ? text.replaceAll(/\s/g, '') : text;
}

type Shows = (value: string, language: UserLanguage) => CellText;

const isoDate: Shows = (value, language) => ({ text: formatDate(value, language) });

const texts: Readonly<Partial<Record<Form, Shows>>> = {
  date: isoDate,
  month: isoDate,
  datetime: (value, language) => ({ text: formatTime(value, language) }),
  uri: (value) => webLink(value),
  email: (value) => (isMail(value) ? { text: value, href: `mailto:${value}` } : { text: value }),
  phone: (value) => (isPhone(value) ? { text: value, href: `tel:${value}` } : { text: value }),
  'postal-code': (value) => ({ text: value.replace(/^(\d{3})(\d{2})$/, '$1 $2') }),
  'organization-number': (value) => ({ text: value.replace(/^(\d{6})(\d{4})$/, '$1-$2') }),
  wikidata: (value) =>
    /^Q\d+$/.test(value)
      ? { text: value, href: `https://www.wikidata.org/wiki/${value}` }
      : { text: value },
};

/** Only the web's own schemes: what somebody wrote in a file is never run. */
function webLink(value: string): CellText {
  if (!/^https?:\/\/[^\s]+$/i.test(value) || !URL.canParse(value)) return { text: value };
  const { host, pathname } = new URL(value);
  const path = pathname === '/' ? '' : pathname;
  const text = `${host.replace(/^www\./, '')}${path}`;
  return { text: text.length > 60 ? `${text.slice(0, 59)}…` : text, href: value };
}

function isMail(value: string): boolean {
  return /^[^\s@<>"?&]+@[^\s@<>"?&]+$/.test(value);
}

function isPhone(value: string): boolean {
  return /^\+?[\d ()-]{3,30}$/.test(value);
}

function geometryName(value: object): string {
  return 'type' in value && typeof value.type === 'string' ? value.type : '';
}
