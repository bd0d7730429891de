import { type SchemaSource, schemaFault, stringsAt, wordAt } from '../profile/schema-source.ts';

/**
 * What a row must fulfil beyond its columns one by one. JSON Schema cannot say it, so it stands in `x-checks`:
 *
 * - `order`: the first is not greater than the second, when both are there.
 * - `order-when`: the same, but only where the third is one of `values`.
 * - `not-future`: no day after today.
 * - `not-past`: no day before today.
 * - `inside-area`: the point of the first two columns lies in the municipality that the third names.
 * - `equals`: the first is the second, when both are there.
 * - `part-equals`: the characters `from`–`to` (from 0, `to` not included) of the first are the second.
 * - `quotient`: the first is `factor` times the second through the third, give or take `tolerance`.
 * - `needs`: when the first is there (or is one of `values`), so is the second.
 * - `needs-unless`: the second is there unless the first is one of `values`.
 * - `empty-when`: the second is not there when the first is one of `values`.
 * - `one-of`: at least one is there.
 * - `fixed-by`: the second is what `pairs` has for the first.
 * - `is-line`: the geometry is a line, or several.
 * - `line-length`: the first is the length in metres of the line in the second, give or take `tolerance`, a share of it.
 */
export const rowRules = [
  'order',
  'order-when',
  'not-future',
  'not-past',
  'inside-area',
  'equals',
  'part-equals',
  'quotient',
  'needs',
  'needs-unless',
  'empty-when',
  'one-of',
  'fixed-by',
  'is-line',
  'line-length',
] as const;

export type RowRule = (typeof rowRules)[number];

/** A check of a row, as `x-checks` has it. */
export interface RowCheck {
  readonly rule: RowRule;
  /** What it looks at, in the order of its rule. */
  readonly columns: readonly string[];
  /** A row with an error is not valid; a warning only asks. */
  readonly level: 'error' | 'warning';
  /** Of `part-equals`. */
  readonly from: number;
  /** Of `part-equals`. */
  readonly to: number;
  /** Of `quotient`. */
  readonly factor: number;
  /** Of `quotient` and `line-length`. */
  readonly tolerance: number;
  /** Of `order-when`, `needs`, `needs-unless` and `empty-when`; a boolean is written `true`. */
  readonly values: readonly string[];
  /** Of `fixed-by`: what the first column has, and what the second must have then. */
  readonly pairs: ReadonlyMap<string, string>;
}

const counts: Readonly<Record<RowRule, readonly [number, number]>> = {
  order: [2, 2],
  'order-when': [3, 3],
  'not-future': [1, 1],
  'not-past': [1, 1],
  'inside-area': [3, 3],
  equals: [2, 2],
  'part-equals': [2, 2],
  quotient: [3, 3],
  needs: [2, 2],
  'needs-unless': [2, 2],
  'empty-when': [2, 2],
  'one-of': [2, 9],
  'fixed-by': [2, 2],
  'is-line': [1, 1],
  'line-length': [2, 2],
};

/** @throws Error that names file and pointer when the check has a fault, a column that is not there included. */
export function readRowCheck(source: SchemaSource, known: ReadonlySet<string>): RowCheck {
  const rule = wordAt(source, 'rule', rowRules);
  const columns = stringsAt(source, 'columns');
  const [least, most] = counts[rule];
  if (columns.length < least || columns.length > most)
    throw schemaFault(source, 'columns', `must hold ${least} to ${most} columns.`);
  for (const column of columns) {
    if (!known.has(column)) throw schemaFault(source, 'columns', `"${column}" is no column.`);
  }
  const number = (key: string, without: number): number => {
    const value = source.value[key] ?? without;
    if (typeof value !== 'number') throw schemaFault(source, key, 'must be a number.');
    return value;
  };
  const pairs = Object.entries((source.value.pairs ?? {}) as Readonly<Record<string, unknown>>);
  return {
    rule,
    columns,
    level: wordAt(source, 'level', ['error', 'warning']),
    from: number('from', 0),
    to: number('to', 0),
    factor: number('factor', 1),
    tolerance: number('tolerance', 0),
    values: stringsAt(source, 'values'),
    pairs: new Map(pairs.map(([first, second]) => [first, String(second)])),
  };
}
