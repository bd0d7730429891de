import type { JsonValue } from '../kernel/json.ts';
import type { Areas } from './areas.ts';
import { failed, formReaders } from './cell-forms.ts';
import type { CodedValue, Column } from './column.ts';
import type { CellFault, CellRepair } from './finding.ts';

/**
 * Reads the cells of one column, as text becomes typed values. One object is used for every cell, since there are millions: a reader
 * leaves what it found in it.
 */
export interface CellReading {
  /** Why there is no value. */
  fault: CellFault | undefined;
  /** What was done to read it. */
  repair: CellRepair | undefined;
  /** Whether space around it was left out, whatever else was done. */
  spaced: boolean;
}

/** The value of a cell; undefined when it is empty, or at fault. */
export type CellReader = (text: string, reading: CellReading) => JsonValue | undefined;

/** Marks that files put where nothing is known. */
const missingMarks: ReadonlySet<string> = new Set([
  ...['-', '–', '—', '--', '..', '...', '?', 'unk', 'n/a', 'na', '#n/a', 'null', 'none', 'nan'],
  ...['saknas', '#saknas!', 'uppgift saknas', 'ej uppgift', '#värdefel!', '#value!'],
]);

const longestMark = 14;

/**
 * The reader of a column. Data-standard rules: one fault a cell at most, type before constraint.
 * @param accepted the repairs that may be done; what would need another is a fault.
 */
export function cellReader(
  column: Column,
  areas: Areas,
  accepted: ReadonlySet<CellRepair>,
): CellReader {
  const one = valueReader(column, areas, accepted);
  const value = column.isList ? listReader(one) : one;
  const isMandatory = column.obligation === 'mandatory';
  const trims = accepted.has('surrounding-space');
  const takesMarks = accepted.has('missing-mark') && !column.isList;
  const coded = new Set(column.values?.map(({ value: code }) => String(code).toLowerCase()));
  const empty = (reading: CellReading): undefined => {
    if (isMandatory) reading.fault = 'missing-value';
  };
  return (text, reading) => {
    reading.fault = undefined;
    reading.repair = undefined;
    reading.spaced = false;
    if (text === '') return empty(reading);
    let read = text;
    if (trims && isSpaced(text)) {
      read = text.trim();
      reading.spaced = true;
      if (read === '') return empty(reading);
    }
    if (takesMarks && isMark(read) && !coded.has(read.toLowerCase())) {
      reading.repair = 'missing-mark';
      return empty(reading);
    }
    return value(read, reading);
  };
}

function isMark(read: string): boolean {
  return read.length <= longestMark && missingMarks.has(read.toLowerCase());
}

function isSpaced(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return isSpace(first) || isSpace(last);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 160 || code === 10 || code === 13 || code === 0xfeff;
}

/** Several values in a cell, with semicolons between. */
function listReader(one: CellReader): CellReader {
  return (text, reading) => {
    const values: JsonValue[] = [];
    for (const part of text.split(';')) {
      const value = one(part.trim(), reading);
      if (reading.fault !== undefined) return undefined;
      if (value !== undefined) values.push(value);
    }
    return values;
  };
}

function valueReader(column: Column, areas: Areas, accepted: ReadonlySet<CellRepair>): CellReader {
  if (column.values !== undefined) return codeReader(column.values, accepted);
  const form = formReaders[column.form](column, accepted, areas);
  return constrained(column, form);
}

/** Values of a list: by the letter, else however the letters are written, else by what they are called. */
function codeReader(values: readonly CodedValue[], accepted: ReadonlySet<CellRepair>): CellReader {
  const exact = new Map(values.map(({ value }) => [String(value), value]));
  const byCase = new Map(values.map(({ value }) => [String(value).toLowerCase(), value]));
  const byLabel = new Map<string, string | number>();
  for (const { value, label } of values) byLabel.set(label.en.toLowerCase(), value);
  for (const { value, label } of values) byLabel.set(label.sv.toLowerCase(), value);
  return (text, reading) => {
    const value = exact.get(text);
    if (value !== undefined) return value;
    const lower = text.toLowerCase();
    const close = accepted.has('letter-case') ? byCase.get(lower) : undefined;
    if (close !== undefined) {
      reading.repair = 'letter-case';
      return close;
    }
    const labelled = accepted.has('code-label') ? byLabel.get(lower) : undefined;
    if (labelled === undefined) return failed(reading, 'enum');
    reading.repair = 'code-label';
    return labelled;
  };
}

/** The bounds of JSON Schema's own words, after the form. */
function constrained(column: Column, read: CellReader): CellReader {
  const { minimum = -Infinity, maximum = Infinity } = column;
  const { minimumLength = 0, maximumLength = Infinity } = column;
  const pattern = column.pattern === undefined ? undefined : new RegExp(column.pattern, 'u');
  return (text, reading) => {
    const value = read(text, reading);
    if (typeof value === 'number') {
      return value < minimum || value > maximum ? failed(reading, 'range') : value;
    }
    if (typeof value !== 'string') return value;
    if (value.length < minimumLength || value.length > maximumLength)
      return failed(reading, 'length');
    return pattern !== undefined && !pattern.test(value) ? failed(reading, 'pattern') : value;
  };
}
