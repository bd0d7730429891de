import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { CatalogError } from '../kernel/errors.ts';
import { guardWorkbook } from './guard-workbook.ts';
import { demandSize, type Sheet, sheetLimits, unreadable } from './sheet.ts';

/** Workbooks (XLSX, ECMA-376) both ways. Cells are text: nothing that is written can be a formula, and of those that are read only the value counts. */

/** @throws CatalogError `invalid-document`, `document-too-large`. */
export async function readWorkbook(bytes: Buffer): Promise<readonly Sheet[]> {
  guardWorkbook(bytes);
  try {
    const { sheets } = await readXlsx(bytes, {
      maxRows: sheetLimits.rows + 1,
      sheets: ({ index }) => index <= sheetLimits.sheets,
    });
    const read = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(text)) }));
    demandSize(read);
    return read;
  } catch (error) {
    throw error instanceof CatalogError ? error : unreadable(error);
  }
}

/** The bytes of a workbook with these sheets, the first rows of each standing still when it is scrolled. */
export function writeWorkbook(
  sheets: readonly Sheet[],
  { headings }: { readonly headings: number },
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
      freezePane: { rows: headings, columns: 1 },
    })),
  });
}

/** A cell as text: days without a time, whole numbers without a point. */
function text(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
  }
  return typeof value === 'string' ? value : String(value);
}
