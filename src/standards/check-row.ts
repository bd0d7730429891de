import type { JsonValue } from '../kernel/json.ts';
import type { Areas } from './areas.ts';
import { lineLength } from './line-length.ts';
import type { RowCheck, RowRule } from './row-check.ts';

/** The values of a row by the standard's columns; undefined where there is none. */
export type Row = readonly (JsonValue | undefined)[];

/** Whether a row fulfils a check. What is missing is nobody's fault here, unless the check asks for it. */
export type RowTest = (row: Row) => boolean;

/** What a check has to know of the world. */
export interface Surroundings {
  readonly areas: Areas;
  /** In Sweden, `YYYY-MM-DD`. */
  readonly today: string;
}

/** @param at where a column stands in a row */
export function rowTest(
  check: RowCheck,
  at: (column: string) => number,
  surroundings: Surroundings,
): RowTest {
  return tests[check.rule](check, check.columns.map(at), surroundings);
}

type MakeTest = (check: RowCheck, at: readonly number[], surroundings: Surroundings) => RowTest;

const isPresent = (value: JsonValue | undefined): boolean => value !== undefined && value !== '';

function isOrdered(first: JsonValue | undefined, second: JsonValue | undefined): boolean {
  if (typeof first === 'number' && typeof second === 'number') return first <= second;
  if (typeof first === 'string' && typeof second === 'string') {
    const length = Math.min(first.length, second.length);
    // A day and a time of that day are in order; so are a year and a month of it.
    if (first.slice(0, length) === second.slice(0, length)) return true;
    return instant(first) <= instant(second);
  }
  return true;
}

/** Times with different offsets are compared as times. */
function instant(text: string): string {
  return /T.*(?:Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text).toISOString() : text;
}

/** Whether the value, or one of a list of them, is among these. */
function isAmong(value: JsonValue | undefined, values: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((one) => values.has(String(one)));
  return value !== undefined && values.has(String(value));
}

const tests: Readonly<Record<RowRule, MakeTest>> = {
  order:
    (_check, [first = 0, second = 0]) =>
    (row) =>
      isOrdered(row[first], row[second]),
  'order-when': ({ values }, [first = 0, second = 0, third = 0]) => {
    const among = new Set(values);
    return (row) => !isAmong(row[third], among) || isOrdered(row[first], row[second]);
  },
  'not-future':
    (_check, [first = 0], { today }) =>
    (row) => {
      const value = row[first];
      return typeof value !== 'string' || value.slice(0, 10) <= today;
    },
  'not-past':
    (_check, [first = 0], { today }) =>
    (row) => {
      const value = row[first];
      return typeof value !== 'string' || value.slice(0, 10) >= today.slice(0, value.length);
    },
  'inside-area': (_check, [first = 0, second = 0, third = 0], { areas }) => {
    // The boxes are estimates: what is a kilometre outside may be inside.
    const margin = 0.05;
    return (row) => {
      const [latitude, longitude, code] = [row[first], row[second], row[third]];
      if (typeof latitude !== 'number' || typeof longitude !== 'number') return true;
      const box = areas.municipalities.get(String(code))?.geometry?.box;
      if (box === undefined) return true;
      return (
        latitude >= box.south - margin &&
        latitude <= box.north + margin &&
        longitude >= box.west - margin &&
        longitude <= box.east + margin
      );
    };
  },
  equals:
    (_check, [first = 0, second = 0]) =>
    (row) =>
      !isPresent(row[first]) || !isPresent(row[second]) || row[first] === row[second],
  'part-equals':
    ({ from, to }, [first = 0, second = 0]) =>
    (row) => {
      const [whole, part] = [row[first], row[second]];
      if (typeof whole !== 'string' || typeof part !== 'string') return true;
      // A longer value is not what the part is: an organisation number beside a municipality's code.
      return part.length !== to - from || whole.slice(from, to) === part;
    },
  quotient:
    ({ factor, tolerance }, [first = 0, second = 0, third = 0]) =>
    (row) => {
      const [share, part, whole] = [row[first], row[second], row[third]];
      if (typeof share !== 'number' || typeof part !== 'number') return true;
      if (typeof whole !== 'number' || whole === 0) return true;
      return Math.abs(share - (factor * part) / whole) <= tolerance + 1e-9;
    },
  needs: ({ values }, [first = 0, second = 0]) => {
    const among = new Set(values);
    return (row) => {
      const asks = values.length === 0 ? isPresent(row[first]) : isAmong(row[first], among);
      return !asks || isPresent(row[second]);
    };
  },
  'needs-unless': ({ values }, [first = 0, second = 0]) => {
    const among = new Set(values);
    return (row) => isAmong(row[first], among) || isPresent(row[second]);
  },
  'empty-when': ({ values }, [first = 0, second = 0]) => {
    const among = new Set(values);
    return (row) => !isAmong(row[first], among) || !isPresent(row[second]);
  },
  'one-of': (_check, at) => (row) => at.some((index) => isPresent(row[index])),
  'fixed-by':
    ({ pairs }, [first = 0, second = 0]) =>
    (row) => {
      const fixed = pairs.get(String(row[first]));
      return fixed === undefined || !isPresent(row[second]) || String(row[second]) === fixed;
    },
  'is-line':
    (_check, [first = 0]) =>
    (row) =>
      row[first] === undefined || lineLength(row[first]) !== undefined,
  'line-length':
    ({ tolerance }, [first = 0, second = 0]) =>
    (row) => {
      const [stated, measured] = [row[first], lineLength(row[second])];
      if (typeof stated !== 'number' || measured === undefined) return true;
      return Math.abs(stated - measured) <= tolerance * measured;
    },
};
