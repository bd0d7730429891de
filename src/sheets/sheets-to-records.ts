import type { Localized } from '../kernel/issue.ts';
import type { JsonValue } from '../kernel/json.ts';
import type { Plan } from '../profile/plan.ts';
import type { NodeObject } from '../profile/record.ts';
import type { Sheet } from '../tables/sheet.ts';
import { distributionsOf, sheetNames } from './records-to-sheets.ts';
import { cellOf, columnOf, type SheetColumn, withCell } from './sheet-columns.ts';

/** What a file of sheets says: the description of each record with the cells put in, and what could not be understood. */
export interface ReadRows {
  readonly records: readonly ReadRow[];
  readonly faults: readonly RowFault[];
}

export interface ReadRow {
  readonly name: string;
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly content: NodeObject;
  readonly isNew: boolean;
}

/** What is wrong with the file, and where. */
export interface RowFault {
  readonly sheet: string;
  /** From 1; 0 for the sheet as a whole. */
  readonly row: number;
  /** Technical name. */
  readonly column: string;
  readonly message: Localized;
}

/**
 * Reads sheets against what is stored. A cell that says what is stored changes nothing; a column or row that is not there is not
 * touched; an empty cell takes the value away.
 * @param find the stored description by name; undefined for a new one
 */
export function sheetsToRecords(
  plan: Plan,
  sheets: readonly Sheet[],
  find: (name: string) => NodeObject | undefined,
): ReadRows {
  const faults: RowFault[] = [];
  const contents = new Map<string, ReadRow>();
  const main = sheets.find(({ name }) => name === sheetNames.datasets) ?? sheets[0];
  const parts = sheets.find(({ name }) => name === sheetNames.distributions);
  const table = main && tableOf(plan, 'Dataset', main, 'name', faults);
  if (main === undefined || table === undefined) {
    faults.push(fault(main?.name ?? '', 0, 'name', noHeadings));
    return { records: [], faults };
  }
  for (const { row, cells } of table.rows) {
    const name = (cells[table.first] ?? '').trim();
    if (contents.has(name)) {
      faults.push(fault(main.name, row, 'name', twice));
      continue;
    }
    if (name === '') {
      faults.push(fault(main.name, row, 'name', nameless));
      continue;
    }
    const stored = find(name);
    const content = table.columns.reduce(
      (node, { column, at }) => put(node, column, cells[at] ?? ''),
      stored ?? {},
    );
    contents.set(name, { name, row, content, isNew: stored === undefined });
  }
  if (parts !== undefined) readParts(plan, parts, contents, faults);
  return { records: [...contents.values()], faults };
}

/** The names that the file speaks of, for looking them up first. */
export function namesIn(sheets: readonly Sheet[]): readonly string[] {
  const main = sheets.find(({ name }) => name === sheetNames.datasets) ?? sheets[0];
  const heading = main === undefined ? -1 : headingRow(main, 'name');
  const at = main?.rows[heading]?.indexOf('name') ?? -1;
  if (main === undefined || heading < 0 || at < 0) return [];
  return main.rows.slice(heading + 1).flatMap((row) => (row[at] ?? '').trim() || []);
}

function readParts(
  plan: Plan,
  sheet: Sheet,
  contents: Map<string, ReadRow>,
  faults: RowFault[],
): void {
  const table = tableOf(plan, 'Distribution', sheet, 'dataset', faults);
  if (table === undefined) return;
  for (const { row, cells } of table.rows) {
    const name = (cells[table.first] ?? '').trim();
    const dataset = contents.get(name);
    if (dataset === undefined) {
      faults.push(fault(sheet.name, row, 'dataset', noDataset));
      continue;
    }
    const id = (cells[table.id] ?? '').trim();
    const list = distributionsOf(dataset.content);
    const stored = id === '' ? undefined : list.find((part) => part['@id'] === id);
    if (id !== '' && stored === undefined) {
      faults.push(fault(sheet.name, row, '@id', noPart));
      continue;
    }
    const part = table.columns.reduce(
      (node, { column, at }) => put(node, column, cells[at] ?? ''),
      stored ?? { '@type': 'Distribution' },
    );
    if (part === stored) continue;
    const next =
      stored === undefined ? [...list, part] : list.map((one) => (one === stored ? part : one));
    // References to distributions that are described elsewhere stay where they are.
    const { distribution } = dataset.content;
    const others = Array.isArray(distribution)
      ? distribution.filter((one) => typeof one === 'string')
      : [];
    const content = { ...dataset.content, distribution: [...others, ...next] as JsonValue };
    contents.set(name, { ...dataset, content });
  }
}

/** The cell put into the node, unless it says what is there. */
function put(node: NodeObject, column: SheetColumn, cell: string): NodeObject {
  const said = cell.replace(/\r\n?/g, '\n').trim();
  const stored = cellOf(column, node).replace(/\r\n?/g, '\n').trim();
  return said === stored ? node : withCell(column, node, said);
}

interface Table {
  /** Where the name stands, and the identity. */
  readonly first: number;
  readonly id: number;
  readonly columns: readonly { readonly column: SheetColumn; readonly at: number }[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

const known: ReadonlySet<string> = new Set(['', 'name', 'state', 'dataset', '@id']);

function tableOf(
  plan: Plan,
  className: string,
  sheet: Sheet,
  first: string,
  faults: RowFault[],
): Table | undefined {
  const heading = headingRow(sheet, first);
  const keys = sheet.rows[heading]?.map((key) => key.trim());
  if (keys === undefined) return undefined;
  const columns = keys.flatMap((key, at) => {
    if (known.has(key)) return [];
    const column = columnOf(plan, className, key);
    if (column === undefined) faults.push(fault(sheet.name, heading + 1, key, noColumn));
    return column === undefined ? [] : [{ column, at }];
  });
  const rows = sheet.rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(heading + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { first: keys.indexOf(first), id: keys.indexOf('@id'), columns, rows };
}

/** The row of technical names stands among the first five. */
function headingRow({ rows }: Sheet, first: string): number {
  return rows.slice(0, 5).findIndex((row) => row.some((cell) => cell.trim() === first));
}

function fault(sheet: string, row: number, column: string, message: Localized): RowFault {
  return { sheet, row, column, message };
}

const noHeadings: Localized = {
  sv: 'Raden med tekniska namn saknas: en av de första raderna ska ha name i första kolumnen. Utgå från ett kalkylblad som du har hämtat här.',
  en: 'The row of technical names is missing: one of the first rows needs name in its first column. Begin from a spreadsheet fetched here.',
};
const noColumn: Localized = {
  sv: 'Kolumnen är okänd och läses inte in. Rätta det tekniska namnet eller ta bort kolumnen.',
  en: 'The column is unknown and not read in. Mend its technical name or remove the column.',
};
const nameless: Localized = {
  sv: 'Raden saknar namn. Ge datamängden ett namn för adressen, till exempel badplatser-umea.',
  en: 'The row has no name. Give the dataset a name for its address, for example badplatser-umea.',
};
const twice: Localized = {
  sv: 'Samma namn står på en tidigare rad. Bara den första läses in.',
  en: 'The same name stands in an earlier row. Only the first is read in.',
};
const noDataset: Localized = {
  sv: 'Datamängden finns inte på det första bladet.',
  en: 'The dataset is not on the first sheet.',
};
const noPart: Localized = {
  sv: 'Datamängden har ingen sådan fil eller tjänst. Lämna identiteten tom för att lägga till en ny.',
  en: 'The dataset has no such file or service. Leave the identity empty to add a new one.',
};
