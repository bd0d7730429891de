import { hasCheckDigit } from '../kernel/check-digit.ts';
import type { JsonValue } from '../kernel/json.ts';
import { areaNames } from './area-names.ts';
import type { Areas } from './areas.ts';
import type { Column, Form } from './column.ts';
import type { CellFault, CellRepair } from './finding.ts';
import type { CellReader, CellReading } from './read-cell.ts';

/** Leaves the fault for whoever asked. */
export function failed(reading: CellReading, fault: CellFault): undefined {
  reading.fault = fault;
  return undefined;
}

/** How a form is read, with the repairs that are accepted. */
export type MakeReader = (
  column: Column,
  accepted: ReadonlySet<CellRepair>,
  areas: Areas,
) => CellReader;

/** As people write it; a space that does not break lines is a space. */
const text: MakeReader = (_column, accepted) => {
  if (!accepted.has('hard-space')) return (read) => read;
  return (read, reading) => {
    if (!read.includes('\u00a0')) return read;
    reading.repair = 'hard-space';
    return read.replaceAll('\u00a0', ' ');
  };
};

const number: MakeReader = (_column, accepted) => {
  const commas = accepted.has('decimal-comma');
  const spaces = accepted.has('thousands-space');
  return (read, reading) => {
    if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(read)) return Number(read);
    if (commas && /^[-\u2212]?\d+,\d+$/.test(read)) {
      reading.repair = 'decimal-comma';
      return Number(read.replace(',', '.').replace('\u2212', '-'));
    }
    if (spaces && /^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/.test(read)) {
      reading.repair = 'thousands-space';
      return Number(read.replaceAll(/[ \u00a0\u202f]/g, '').replace(',', '.'));
    }
    return failed(reading, 'type');
  };
};

const integer: MakeReader = (_column, accepted) => {
  const spaces = accepted.has('thousands-space');
  return (read, reading) => {
    if (/^-?\d{1,15}$/.test(read)) return Number(read);
    // What spreadsheets make of whole numbers.
    if (/^-?\d{1,15}[.,]0+$/.test(read) && accepted.has('decimal-comma')) {
      reading.repair = 'decimal-comma';
      return Number.parseInt(read, 10);
    }
    if (spaces && /^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/.test(read)) {
      reading.repair = 'thousands-space';
      return Number(read.replaceAll(/[ \u00a0\u202f]/g, ''));
    }
    return failed(reading, 'type');
  };
};

const truths: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'ja', 'j', 'sant', 'yes', 'y', '1', 'x'].map((word) => [word, true] as const),
  ...['false', 'nej', 'n', 'falskt', 'no', '0'].map((word) => [word, false] as const),
]);

const boolean: MakeReader = (_column, accepted) => {
  const isLoose = accepted.has('boolean-form');
  return (read, reading) => {
    if (read === 'true') return true;
    if (read === 'false') return false;
    const value = isLoose ? truths.get(read.toLowerCase()) : undefined;
    if (value === undefined) return failed(reading, 'type');
    reading.repair = 'boolean-form';
    return value;
  };
};

/** Days. `20240501`, `2024/5/1`, `1 maj 2024` and a day with a midnight have one meaning; `1/5/2024` has two, and is never guessed. */
const date: MakeReader = (_column, accepted) => {
  const isLoose = accepted.has('date-form');
  return (read, reading) => {
    if (isDay(read)) return read;
    if (!isLoose) return failed(reading, 'type');
    const day = dayOf(read);
    if (day === undefined || !isDay(day)) return failed(reading, 'type');
    reading.repair = 'date-form';
    return day;
  };
};

/** A day that is written in another way with one meaning. */
function dayOf(read: string): string | undefined {
  const midnight = /^(\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0+)?)?Z?$/.exec(read);
  if (midnight !== null) return midnight[1];
  const yearFirst =
    /^(\d{4})(\d\d)(\d\d)$/.exec(read) ?? /^(\d{4})[-/.](\d\d?)[-/.](\d\d?)$/.exec(read);
  const [, year = '', month = '', date = ''] = yearFirst ?? [];
  if (yearFirst !== null) return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const named = /^(\d\d?)[ .]+(\p{L}{3,9})\.? (\d{4})$/u.exec(read);
  const place = months.indexOf(named?.[2]?.toLowerCase().slice(0, 3) ?? '');
  if (named === null || place < 0) return undefined;
  const number = String((place % 12) + 1).padStart(2, '0');
  return `${named[3] ?? ''}-${number}-${(named[1] ?? '').padStart(2, '0')}`;
}

const months = [
  ...['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(read: string): boolean {
  if (read.length !== 10 || !/^\d{4}-\d\d-\d\d$/.test(read)) return false;
  const year = Number(read.slice(0, 4));
  const month = Number(read.slice(5, 7));
  const day = Number(read.slice(8, 10));
  if (day < 1 || day > (monthDays[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Times have an offset (ISO 8601); a day alone is a whole day. */
const datetime: MakeReader = (_column, accepted) => {
  const isLoose = accepted.has('date-form');
  return (read, reading) => {
    const [, day = '', clock, offset] =
      /^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(
        read,
      ) ?? [];
    if (!isDay(day)) return failed(reading, 'type');
    if (clock === undefined) return day;
    if (offset === undefined) return failed(reading, 'type');
    const whole = `${day}T${clock.length === 5 ? `${clock}:00` : clock}${offset}`;
    if (whole === read) return read;
    if (!isLoose) return failed(reading, 'type');
    reading.repair = 'date-form';
    return whole;
  };
};

/** Codes of areas: digits that a spreadsheet has taken the first zeros from, or the name of the area. */
const padded =
  (
    length: number,
    least: number,
    check: (read: string, areas: Areas) => CellFault | undefined,
  ): MakeReader =>
  (_column, accepted, areas) => {
    const pads = accepted.has('leading-zero');
    const named = accepted.has('code-label') ? areaNames(areas, length) : undefined;
    return (read, reading) => {
      let code = read;
      const meant = named?.get(read.toLowerCase());
      if (meant !== undefined) {
        reading.repair = 'code-label';
        return meant;
      }
      if (pads && read.length < length && read.length >= least && /^\d+$/.test(read)) {
        code = read.padStart(length, '0');
        reading.repair = 'leading-zero';
      }
      const fault = check(code, areas);
      return fault === undefined ? code : failed(reading, fault);
    };
  };

const municipality = padded(4, 3, (code, { municipalities }) =>
  municipalities.has(code) ? undefined : 'municipality',
);

const county = padded(2, 1, (code, { counties }) => (counties.has(code) ? undefined : 'county'));

/** The row of the whole country, as statistics call it. */
const wholeCountry = /^\|?\s*(?:sverige|riket|hela riket|hela landet|sweden|se)\s*\|?$/i;

const area: MakeReader = (column, accepted, areas) => {
  const ofMunicipality = municipality(column, accepted, areas);
  const ofCounty = county(column, accepted, areas);
  const takesNames = accepted.has('code-label');
  return (read, reading) => {
    if (read === '00') return read;
    if (takesNames && !/^\d/.test(read)) {
      if (wholeCountry.test(read)) {
        reading.repair = 'code-label';
        return '00';
      }
      const county = ofCounty(read, reading);
      if (county !== undefined) return county;
      reading.fault = undefined;
    }
    return read.length > 2 ? ofMunicipality(read, reading) : ofCounty(read, reading);
  };
};

/**
 * Ten digits; spaces, a hyphen and the century `16` are borne. Where the column's own pattern has `XXXX`, a sole trader's number stands
 * with the last four masked.
 */
const organizationNumber: MakeReader = ({ pattern }, accepted) => {
  const isLoose = accepted.has('spaces-within');
  const takesMasked = pattern?.includes('XXXX') === true;
  return (read, reading) => {
    if (takesMasked && /^\d{6}XXXX$/.test(read)) return read;
    let digits = read;
    if (!/^\d{10}$/.test(read)) {
      if (!isLoose) return failed(reading, 'organization-number');
      digits = read.replaceAll(/[\s-]/g, '');
      if (/^16\d{10}$/.test(digits)) {
        digits = digits.slice(2);
        reading.repair = 'century';
      } else reading.repair = 'spaces-within';
      if (!/^\d{10}$/.test(digits)) return failed(reading, 'organization-number');
    }
    const isOne = digits.charCodeAt(2) >= 50 && hasCheckDigit(digits);
    return isOne ? digits : failed(reading, 'organization-number');
  };
};

/** A municipality's code, or an organisation number. */
const source: MakeReader = (column, accepted, areas) => {
  const ofMunicipality = municipality(column, accepted, areas);
  const ofOrganization = organizationNumber(column, accepted, areas);
  return (read, reading) =>
    read.length <= 4 || !/\d/.test(read)
      ? ofMunicipality(read, reading)
      : ofOrganization(read, reading);
};

const hsaId: MakeReader = () => (read, reading) => {
  const digits = /^SE(\d{10})-[A-Za-z0-9]{1,18}$/i.exec(read)?.[1];
  return digits !== undefined && hasCheckDigit(digits) ? read : failed(reading, 'hsa-id');
};

/** Characters 6–9 are the code of a municipality, or of one that there was. */
const bathingWaterId: MakeReader = () => (read, reading) =>
  /^SE[A-Z0-9]{4}\d{12}$/.test(read) ? read : failed(reading, 'bathing-water-id');

const postalCode: MakeReader = (_column, accepted) => {
  const isLoose = accepted.has('spaces-within');
  return (read, reading) => {
    if (!isLoose || !/^(?:S-|SE-)?\d{3}\s?\d{2}$/i.test(read) || /^\d{5}$/.test(read)) return read;
    reading.repair = 'spaces-within';
    return read.replaceAll(/\D/g, '');
  };
};

/** E.164; a Swedish number without its country is given it. */
const phone: MakeReader = (_column, accepted) => {
  const isLoose = accepted.has('phone-form');
  return (read, reading) => {
    if (!isLoose || /^\+\d+$/.test(read)) return read;
    const digits = read.replaceAll(/[\s()/.-]/g, '');
    const international = digits.replace(/^00(?=\d)/, '+').replace(/^0(?=\d)/, '+46');
    if (!/^\+\d+$/.test(international)) return read;
    reading.repair = 'phone-form';
    return international.replace(/^\+460/, '+46');
  };
};

const email: MakeReader = (_column, accepted) => {
  const isLoose = accepted.has('letter-case');
  return (read, reading) => {
    if (!/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(read)) return failed(reading, 'type');
    const lower = read.toLowerCase();
    if (lower === read) return read;
    if (!isLoose) return failed(reading, 'type');
    reading.repair = 'letter-case';
    return lower;
  };
};

const uri: MakeReader = () => (read, reading) =>
  URL.canParse(read) ? read : failed(reading, 'type');

/** GeoJSON (RFC 7946) in a cell. */
const geometry: MakeReader = () => (read, reading) => {
  try {
    const value: unknown = JSON.parse(read);
    if (value !== null && typeof value === 'object' && 'coordinates' in value && 'type' in value)
      return value as JsonValue;
  } catch {
    // No JSON.
  }
  return failed(reading, 'type');
};

/** The reader of each form, before the bounds of a column. */
export const formReaders: Readonly<Record<Form, MakeReader>> = {
  text,
  integer,
  number,
  latitude: number,
  longitude: number,
  boolean,
  date,
  datetime,
  year: text,
  month: text,
  week: text,
  period: text,
  season: text,
  uri,
  email,
  phone,
  'postal-code': postalCode,
  'organization-number': organizationNumber,
  municipality,
  county,
  area,
  source,
  wikidata: text,
  'hsa-id': hsaId,
  'hsa-time': text,
  'opening-hours': text,
  'bathing-water-id': bathingWaterId,
  'charging-point-id': text,
  'school-unit': text,
  'activity-code': text,
  geometry,
};
