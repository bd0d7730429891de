import type { JsonValue } from '../kernel/json.ts';
import { rowTest, type Surroundings } from './check-row.ts';
import type { Column } from './column.ts';
import { findPersonalNumber, withoutPersonalNumbers } from './find-personal-number.ts';
import { type CellFault, type CellRepair, cellRepairs } from './finding.ts';
import { keySet } from './key-set.ts';
import { type HeaderFault, type MatchedHeader, matchHeader } from './match-header.ts';
import { type CellReader, type CellReading, cellReader } from './read-cell.ts';
import type { RowRule } from './row-check.ts';
import type { StandardVersion } from './standard.ts';

/** What is wrong with a row, or asks about it. */
export interface RowFinding {
  readonly code: CellFault | RowRule | 'key-duplicate' | 'personnummer';
  readonly level: 'error' | 'warning';
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  /** Name of the standard's column; for a check of several the first of them. */
  readonly column: string;
  /** The text of the cell, without the last four digits of a personal number. */
  readonly value: string;
  /** Of a check of several columns: the others, in its order. */
  readonly others?: readonly string[];
  /** Of `key-duplicate`: the row that had the key first. */
  readonly first?: number;
}

/** What a whole table is found to be. */
export interface TableJudgement {
  /** No fault in the header, and none in any row. */
  readonly isValid: boolean;
  readonly rows: number;
  readonly validRows: number;
  readonly header: MatchedHeader;
  /** True counts, however many findings are kept. */
  readonly counts: readonly FindingCount[];
  readonly repairs: readonly RepairCount[];
}

/** How often the same thing was found in one column. */
export interface FindingCount {
  readonly code: RowFinding['code'] | HeaderFault;
  readonly level: 'error' | 'warning';
  readonly column: string;
  readonly count: number;
  /** The first of them. */
  readonly samples: readonly RowFinding[];
}

/** How often cells of a column were read by the same repair, or would be if it were not refused. */
export interface RepairCount {
  readonly repair: CellRepair;
  readonly column: string;
  readonly count: number;
  readonly samples: readonly {
    readonly row: number;
    readonly from: string;
    readonly to: JsonValue | undefined;
  }[];
}

/** Takes the rows of one table, one after the other; memory does not grow with them but for their keys. */
export interface TableJudge {
  /**
   * Judges a row.
   * @param cells the texts of the file, in its order
   * @param row its number
   * @returns the values in the order of the standard's columns when the row has no error, else undefined. The array is new for each row.
   */
  row(cells: readonly string[], row: number): readonly (JsonValue | undefined)[] | undefined;
  /** What has been found so far. */
  judgement(): TableJudgement;
}

/** What is set by whoever asks for a judgement. */
export interface Judging extends Surroundings {
  /** Names in the file → names of the standard. */
  readonly mapping?: ReadonlyMap<string, string>;
  /** Whether a repair may be done in a column; all may, unless it is said. What is refused is counted, and not done. */
  readonly accepts?: (repair: CellRepair, column: string) => boolean;
  /** Somebody has answered for what looks like personal numbers: they are told of, and their rows are valid. */
  readonly isAnsweredFor?: boolean;
  /** Told of every finding, for a whole report; the judgement keeps samples only. */
  readonly found?: (finding: RowFinding) => void;
}

const sampleCount = 5;

/** What a table is judged by. */
export type TableRules = Pick<StandardVersion, 'columns' | 'renamed' | 'key' | 'checks'>;

/** A judge of tables with this header. Validation in the order of header, cells, rows. */
export function tableJudge(
  version: TableRules,
  header: readonly string[],
  judging: Judging,
): TableJudge {
  const matched = matchHeader(header, version, judging.mapping);
  const accepts = judging.accepts ?? (() => true);
  const place = new Map(version.columns.map(({ name }, index) => [name, index]));
  const at = (column: string): number => place.get(column) ?? -1;
  const cells = cellsOf(matched.columns, at, (column) => {
    const accepted = new Set(cellRepairs.filter((repair) => accepts(repair, column.name)));
    const read = cellReader(column, judging.areas, accepted);
    if (accepted.size === cellRepairs.length) return { read, offer: undefined };
    return { read, offer: cellReader(column, judging.areas, new Set(cellRepairs)) };
  });
  const checks = version.checks
    // A column that the file does not have is told of once, by the header.
    .filter(({ columns, rule }) => isApplicable(rule, columns, matched))
    .map((check) => ({ check, passes: rowTest(check, at, judging) }));
  const key = version.key.map(at);
  const keys = keySet();
  const findings = new Map<string, { count: number; finding: RowFinding; samples: RowFinding[] }>();
  const repaired = new Map<
    string,
    RepairCount & { count: number; samples: RepairCount['samples'][number][] }
  >();
  const reading: CellReading = { fault: undefined, repair: undefined, spaced: false };
  const offered: CellReading = { fault: undefined, repair: undefined, spaced: false };
  const width = version.columns.length;
  const faulty = new Set<string>();
  let rows = 0;
  let validRows = 0;

  const find = (finding: RowFinding): void => {
    const name = `${finding.code} ${finding.column}`;
    const known = findings.get(name);
    if (known === undefined) findings.set(name, { count: 1, finding, samples: [finding] });
    else {
      known.count += 1;
      if (known.samples.length < sampleCount) known.samples.push(finding);
    }
    judging.found?.(finding);
  };
  const repair = (
    column: string,
    name: CellRepair,
    row: number,
    from: string,
    to: JsonValue | undefined,
  ): void => {
    const known = repaired.get(`${name} ${column}`);
    if (known === undefined)
      repaired.set(`${name} ${column}`, {
        repair: name,
        column,
        count: 1,
        samples: [{ row, from, to }],
      });
    else {
      known.count += 1;
      if (known.samples.length < sampleCount) known.samples.push({ row, from, to });
    }
  };
  const tellOffered = (name: string, offer: CellReader, row: number, text: string): void => {
    const value = offer(text, offered);
    if (offered.fault !== undefined) return;
    const { repair: wanted } = offered;
    if (wanted !== undefined && !accepts(wanted, name)) repair(name, wanted, row, text, value);
    if (offered.spaced && !accepts('surrounding-space', name))
      repair(name, 'surrounding-space', row, text, value);
  };
  return {
    row(texts, row) {
      rows += 1;
      let isValid = true;
      const values: (JsonValue | undefined)[] = new Array(width).fill(undefined);
      faulty.clear();
      for (const { index, target, name, read, offer, isText } of cells) {
        const text = texts[index] ?? '';
        const value = read(text, reading);
        values[target] = value;
        const { fault } = reading;
        if (fault === undefined) {
          if (reading.repair !== undefined) repair(name, reading.repair, row, text, value);
          if (reading.spaced) repair(name, 'surrounding-space', row, text, value);
        }
        if (offer !== undefined) tellOffered(name, offer, row, text);
        const number = isText || fault !== undefined ? findPersonalNumber(text) : undefined;
        if (fault === undefined && number === undefined) continue;
        if (fault !== undefined || judging.isAnsweredFor !== true) isValid = false;
        if (fault !== undefined) faulty.add(name);
        find({
          code: fault === undefined || number !== undefined ? 'personnummer' : fault,
          level: 'error',
          row,
          column: name,
          value: number === undefined ? text : withoutPersonalNumbers(text),
        });
      }
      for (const { check, passes } of checks) {
        if (passes(values)) continue;
        // What could not be read has been told of already.
        if (faulty.size > 0 && check.columns.some((column) => faulty.has(column))) continue;
        if (check.level === 'error') isValid = false;
        const [column = '', ...others] = check.columns;
        const value = String(values[at(column)] ?? '');
        const { rule: code, level } = check;
        find({ code, level, row, column, value, ...(others.length > 0 ? { others } : {}) });
      }
      if (key.length > 0) {
        const text = key.map((index) => String(values[index] ?? '')).join('\u001f');
        const first = key.some((index) => values[index] !== undefined)
          ? keys.met(text, row)
          : undefined;
        if (first !== undefined) {
          isValid = false;
          const column = version.key[0] ?? '';
          find({
            code: 'key-duplicate',
            level: 'error',
            row,
            column,
            value: String(values[at(column)] ?? ''),
            first,
          });
        }
      }
      if (!isValid) return undefined;
      validRows += 1;
      return values;
    },
    judgement: () => ({
      isValid: matched.faults.length === 0 && validRows === rows,
      rows,
      validRows,
      header: matched,
      counts: [
        ...matched.faults.map(({ code, column }) => ({
          code,
          level: 'error' as const,
          column,
          count: 1,
          samples: [],
        })),
        ...[...findings.values()].map(({ count, finding: { code, level, column }, samples }) => ({
          code,
          level,
          column,
          count,
          samples,
        })),
      ],
      repairs: [...repaired.values()],
    }),
  };
}

interface Cell {
  /** In the file. */
  readonly index: number;
  /** In the standard. */
  readonly target: number;
  readonly name: string;
  readonly read: CellReader;
  /** With every repair, where some are refused. */
  readonly offer: CellReader | undefined;
  /** Whether people write in it as they like. */
  readonly isText: boolean;
}

function cellsOf(
  columns: readonly (Column | undefined)[],
  at: (column: string) => number,
  readers: (column: Column) => Pick<Cell, 'read' | 'offer'>,
): readonly Cell[] {
  const cells: Cell[] = [];
  columns.forEach((column, index) => {
    if (column === undefined) return;
    const { name, form, values } = column;
    const isText = form === 'text' && values === undefined;
    cells.push({ index, target: at(name), name, ...readers(column), isText });
  });
  return cells;
}

/** A check that asks for a mandatory column that the file lacks would say the same of every row. */
function isApplicable(
  rule: RowRule,
  columns: readonly string[],
  { faults }: MatchedHeader,
): boolean {
  if (rule === 'one-of') return true;
  return !columns.some((name) =>
    faults.some(({ code, column }) => code === 'missing-column' && column === name),
  );
}
