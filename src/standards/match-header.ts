import { nearestName } from '../profile/nearest-name.ts';
import type { Column } from './column.ts';
import type { StandardVersion } from './standard.ts';

/** What can be wrong with the columns of a file. */
export type HeaderFault = 'missing-column' | 'duplicate-column';

/** Columns, and what they were called before. */
export type NamedColumns = Pick<StandardVersion, 'columns' | 'renamed'>;

/** Where the columns of a standard stand in a file, and what is strange about its header. */
export interface MatchedHeader {
  /** For each column of the file, the column of the standard that it is; undefined for one that the standard does not have. */
  readonly columns: readonly (Column | undefined)[];
  readonly faults: readonly { readonly code: HeaderFault; readonly column: string }[];
  /** Columns of the file that the standard does not have, and what may have been meant. */
  readonly unknown: readonly { readonly found: string; readonly suggestion: string | undefined }[];
  /** Columns known though their names are not written as the standard has them. */
  readonly renamed: readonly { readonly found: string; readonly column: string }[];
}

/**
 * Finds the standard's columns in a header: by name, else by name however it is written, by label in Swedish or English, or by the name
 * that a version before had. A mandatory column that is missing is told of once, however many rows there are.
 * @param mapping names in the file → names of the standard, as somebody has decided; they go before everything else.
 */
export function matchHeader(
  header: readonly string[],
  version: NamedColumns,
  mapping: ReadonlyMap<string, string> = new Map(),
): MatchedHeader {
  const byName = new Map(version.columns.map((column) => [column.name, column]));
  const loose = looseNames(version, byName);
  const taken = new Set<string>();
  const faults: { code: HeaderFault; column: string }[] = [];
  const unknown: { found: string; suggestion: string | undefined }[] = [];
  const renamed: { found: string; column: string }[] = [];
  const columns = header.map((found) => {
    const column = byName.get(mapping.get(found) ?? found) ?? loose.get(folded(found));
    if (column === undefined) {
      if (found.trim() !== '') unknown.push({ found, suggestion: nearest(found, loose) });
      return undefined;
    }
    if (taken.has(column.name)) {
      faults.push({ code: 'duplicate-column', column: column.name });
      return undefined;
    }
    taken.add(column.name);
    if (column.name !== found) renamed.push({ found, column: column.name });
    return column;
  });
  for (const { name, obligation } of version.columns) {
    if (obligation === 'mandatory' && !taken.has(name))
      faults.push({ code: 'missing-column', column: name });
  }
  return { columns, faults, unknown, renamed };
}

function looseNames(
  { columns, renamed }: NamedColumns,
  byName: ReadonlyMap<string, Column>,
): ReadonlyMap<string, Column> {
  const loose = new Map<string, Column>();
  const add = (name: string, column: Column | undefined): void => {
    if (column !== undefined && !loose.has(folded(name))) loose.set(folded(name), column);
  };
  for (const column of columns) add(column.name, column);
  for (const [old, name] of renamed) add(old, byName.get(name));
  for (const column of columns) add(column.label.sv, column);
  for (const column of columns) add(column.label.en, column);
  return loose;
}

/** Letters and digits alone, small, å and ä as a, ö as o. */
function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The column that somebody probably meant. */
function nearest(found: string, loose: ReadonlyMap<string, Column>): string | undefined {
  const name = nearestName(folded(found), [...loose.keys()]);
  return name === undefined ? undefined : loose.get(name)?.name;
}
