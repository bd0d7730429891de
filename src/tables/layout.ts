import { matchHeader, type NamedColumns } from '../standards/match-header.ts';

/** Rows of a file with their numbers, as a spreadsheet numbers them. */
export interface NumberedRows {
  readonly numbers: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** Where a table begins in a file, and what its columns are called there. */
export interface Layout {
  /** Rows above the header that say something: titles, dates, who made the file. */
  readonly preamble: readonly { readonly row: number; readonly text: string }[];
  /** Numbers of the rows that the names of the columns stand in: one, two when groups of columns have a name of their own; none without any. */
  readonly header: readonly number[];
  /** As they are read, without space around; blank ones are ''. */
  readonly names: readonly string[];
}

/** What may be done to find the header; both, unless it is refused. */
export interface LayoutLeave {
  /** Leave out rows above it. */
  readonly preamble: boolean;
  /** Put two rows together. */
  readonly mergedHeader: boolean;
}

/** Headers further down are not sought: a page of explanations is no table. */
const furthest = 30;

/**
 * Finds the header among the first rows: the row, or two of them, that know most columns of the standard; without a standard the first
 * row that is as wide as the rows below and holds names, not values.
 */
export function findLayout(
  sample: NumberedRows,
  version: NamedColumns | undefined,
  leave: LayoutLeave = { preamble: true, mergedHeader: true },
): Layout {
  const filled = sample.rows.flatMap((row, index) => (isEmpty(row) ? [] : [index]));
  const [first] = filled;
  if (first === undefined) return { preamble: [], header: [], names: [] };
  const candidates = leave.preamble ? filled.filter((index) => index < first + furthest) : [first];
  const width = usualWidth(sample.rows);
  let best: Header & { readonly score: number } = {
    score: -1,
    at: [first],
    names: namesOf(sample.rows[first] ?? []),
  };
  candidates.forEach((index, place) => {
    for (const header of headersAt(sample.rows, candidates, place, leave)) {
      const below = sample.rows.slice(index + header.at.length);
      // Two rows are put together when that makes more of them, not as much.
      const score = scoreOf(header.names, version, width, below) - header.at.length / 2;
      if (score > best.score) best = { score, ...header };
    }
  });
  const [start = first] = best.at;
  return {
    preamble: filled
      .filter((index) => index < start)
      .map((index) => ({
        row: sample.numbers[index] ?? 0,
        text: spoken(sample.rows[index] ?? []),
      })),
    header: best.at.map((index) => sample.numbers[index] ?? 0),
    names: best.names,
  };
}

interface Header {
  readonly at: readonly number[];
  readonly names: readonly string[];
}

/** The header that begins in a row: alone, and with the row below when that has names where this has none. */
function headersAt(
  rows: readonly (readonly string[])[],
  candidates: readonly number[],
  place: number,
  { mergedHeader }: LayoutLeave,
): readonly Header[] {
  const index = candidates[place] ?? 0;
  const upper = namesOf(rows[index] ?? []);
  const alone = { at: [index], names: upper };
  const next = index + 1;
  const lower = namesOf(rows[next] ?? []);
  const isMerged =
    mergedHeader &&
    lower.some((name, column) => name !== '' && (upper[column] ?? '') === '') &&
    upper.some((name) => name !== '') &&
    lower.every((name) => !isValue(name));
  if (!isMerged) return [alone];
  const width = Math.max(upper.length, lower.length);
  const names: string[] = [];
  const whole: string[] = [];
  let group = '';
  for (let column = 0; column < width; column += 1) {
    const above = upper[column] ?? '';
    const below = lower[column] ?? '';
    if (above !== '') group = above;
    names.push(below === '' ? above : below);
    whole.push(below === '' ? above : `${group} ${below}`.trim());
  }
  const repeated = new Set(
    names.filter((name, column) => name !== '' && names.indexOf(name) < column),
  );
  return [
    alone,
    {
      at: [index, next],
      // "Start" and "Slut" under two headings are told apart by them.
      names: names.map((name, column) => (repeated.has(name) ? (whole[column] ?? name) : name)),
    },
  ];
}

/** More is better. */
function scoreOf(
  names: readonly string[],
  version: NamedColumns | undefined,
  width: number,
  below: readonly (readonly string[])[],
): number {
  const filled = names.filter((name) => name !== '');
  if (filled.length === 0) return -1;
  if (version !== undefined) {
    const known = matchHeader(names, version).columns.filter(
      (column) => column !== undefined,
    ).length;
    // What a few words happen to be called is no header.
    if (known > 1 || (known === 1 && filled.length === 1)) return 1000 + known;
  }
  const share = Math.min(1, filled.length / Math.max(1, width));
  const words = filled.filter((name) => !isValue(name) && name.length < 80).length / filled.length;
  const distinct = new Set(filled).size / filled.length;
  const next = below.find((row) => !isEmpty(row)) ?? [];
  // Where the row below has values under these names, these are names.
  const values = names.some(
    (name, column) => name !== '' && !isValue(name) && isValue(next[column] ?? ''),
  );
  return (share >= 0.6 ? 100 : 0) * share * words * distinct + (values ? 5 : 0);
}

/** How many cells rows have, as most of them do. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = rows
    .map((row) => row.filter((cell) => cell.trim() !== '').length)
    .filter((n) => n > 0);
  counts.sort((one, other) => one - other);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** A number, a date or an address on the web: what stands in cells and is no name of a column. */
function isValue(text: string): boolean {
  const cell = text.trim();
  if (cell === '') return false;
  return (
    /^[-+]?[\d\s\u00a0.,:%/-]+$/.test(cell) ||
    /^\d{4}-\d\d-\d\d/.test(cell) ||
    /^https?:|@\w/.test(cell)
  );
}

function namesOf(row: readonly string[]): readonly string[] {
  return row.map((cell) =>
    cell
      .replace('\ufeff', '')
      .replaceAll(/[\s\u00a0]+/g, ' ')
      .trim(),
  );
}

function spoken(row: readonly string[]): string {
  return row
    .filter((cell) => cell.trim() !== '')
    .join(' · ')
    .slice(0, 200);
}

/** Whether nothing stands in a row. */
export function isEmpty(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
