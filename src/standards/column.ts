import type { Localized } from '../kernel/issue.ts';
import type { JsonValue } from '../kernel/json.ts';

/**
 * What a value of a column is, and so how it is read from text, checked and shown. A code is text even when it is made of digits: 90
 * of the 290 municipalities' codes begin with 0.
 */
export const forms = [
  'text',
  'integer',
  'number',
  'latitude',
  'longitude',
  'boolean',
  'date',
  'datetime',
  'year',
  'month',
  'week',
  'period',
  'season',
  'uri',
  'email',
  'phone',
  'postal-code',
  'organization-number',
  'municipality',
  'county',
  'area',
  'source',
  'wikidata',
  'hsa-id',
  'hsa-time',
  'opening-hours',
  'bathing-water-id',
  'charging-point-id',
  'school-unit',
  'activity-code',
  'geometry',
] as const;

export type Form = (typeof forms)[number];

/** Whether a row must have the value, should, or may. What depends on other columns is a check of the row. */
export type ColumnObligation = 'mandatory' | 'recommended' | 'optional';

/**
 * How sure the column is: stated by a Swedish specification (S), seen in a Swedish register (D), taken from a foreign schema (X), or our
 * proposal (P), which no page may call the national standard.
 */
export type Evidence = 'S' | 'D' | 'X' | 'P';

/** One value of a code list that a column holds itself. */
export interface CodedValue {
  readonly value: string | number;
  readonly label: Localized;
}

/** A column of a standard, whole: what the JSON Schema says of it, ready for use. */
export interface Column {
  readonly name: string;
  readonly label: Localized;
  /** What to write; undefined when the label says it all. */
  readonly help: Localized | undefined;
  readonly form: Form;
  /** Several values in one cell, with semicolons between. */
  readonly isList: boolean;
  readonly obligation: ColumnObligation;
  readonly evidence: Evidence;
  /** As people write it: `%`, `°C`, `SEK`. */
  readonly unit: string | undefined;
  /** The only values there are, in order. */
  readonly values: readonly CodedValue[] | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly minimumLength: number | undefined;
  readonly maximumLength: number | undefined;
  /** Anchored, as JSON Schema has it. */
  readonly pattern: string | undefined;
  /** IRI of a code list that others keep. */
  readonly codeList: string | undefined;
  readonly example: JsonValue | undefined;
}
