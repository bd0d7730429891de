import type { Localized } from '../kernel/issue.ts';
import type { LiteralFormat } from './plan.ts';

/** How values are to be written, in the words of messages: "must be written as …". */
export const forms = {
  object: { sv: 'ett objekt', en: 'an object' },
  text: { sv: 'text', en: 'text' },
  array: { sv: 'en lista: [ … ]', en: 'a list: [ … ]' },
  languageMap: {
    sv: 'text per språk: { "sv": "…", "en": "…" }',
    en: 'text by language: { "sv": "…", "en": "…" }',
  },
  texts: {
    sv: 'listor av texter per språk: { "sv": ["…"] }',
    en: 'lists of texts by language: { "sv": ["…"] }',
  },
  resource: { sv: 'en IRI eller ett objekt', en: 'an IRI or an object' },
  iri: { sv: 'en IRI, som text', en: 'an IRI, as text' },
} as const satisfies Record<string, Localized>;

/** The same for each form of literal. */
export const literalForms: Readonly<Record<LiteralFormat, Localized>> = {
  string: { sv: 'text utan språk', en: 'text without a language' },
  wkt: { sv: 'WKT, till exempel POINT(18.07 59.33)', en: 'WKT, for example POINT(18.07 59.33)' },
  integer: {
    sv: 'ett heltal från 0, utan citattecken',
    en: 'a whole number from 0, without quotation marks',
  },
  decimal: {
    sv: 'ett decimaltal som text, till exempel "2.5"',
    en: 'a decimal number as text, for example "2.5"',
  },
  date: {
    sv: 'ett datum som finns, till exempel 2026, 2026-10-01 eller 2026-10-01T08:00:00Z',
    en: 'a date that exists, for example 2026, 2026-10-01 or 2026-10-01T08:00:00Z',
  },
  duration: {
    sv: 'en tidslängd, till exempel P1Y eller PT1H',
    en: 'a duration, for example P1Y or PT1H',
  },
  hexBinary: { sv: 'hexadecimala siffror i par', en: 'hexadecimal digits in pairs' },
};
