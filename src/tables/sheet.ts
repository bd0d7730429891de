import { CatalogError } from '../kernel/errors.ts';

/** A sheet of a workbook, or a CSV file: rows of cells, every one of them text as it is read and written by people. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a file of sheets may hold: more is refused before it is unfolded. */
export const sheetLimits = {
  /** Bytes as sent. */
  bytes: 2 * 1024 * 1024,
  /** Bytes of everything inside a workbook. */
  unpacked: 40 * 1024 * 1024,
  /** Files inside a workbook. */
  entries: 500,
  rows: 10_000,
  columns: 400,
  cells: 400_000,
  sheets: 10,
} as const;

/** Refuses too many cells. @throws CatalogError `document-too-large`. */
export function demandSize(sheets: readonly Sheet[]): void {
  let cells = 0;
  for (const { rows } of sheets) {
    if (rows.length > sheetLimits.rows) throw tooLarge();
    for (const row of rows) {
      if (row.length > sheetLimits.columns) throw tooLarge();
      cells += row.length;
    }
  }
  if (cells > sheetLimits.cells || sheets.length > sheetLimits.sheets) throw tooLarge();
}

/** The refusal for a file that is too much. */
export function tooLarge(): CatalogError {
  const { rows, columns } = sheetLimits;
  return new CatalogError('document-too-large', {
    sv: `Kalkylbladet är för stort. Högst ${rows} rader och ${columns} kolumner tas emot, och filen får vara högst 2 MB.`,
    en: `The spreadsheet is too large. At most ${rows} rows and ${columns} columns are taken, and the file may be at most 2 MB.`,
  });
}

/** The refusal for a file that cannot be read. */
export function unreadable(cause?: unknown): CatalogError {
  return new CatalogError(
    'invalid-document',
    {
      sv: 'Filen kan inte läsas som kalkylblad. Spara den som XLSX eller CSV och försök igen.',
      en: 'The file cannot be read as a spreadsheet. Save it as XLSX or CSV and try again.',
    },
    cause === undefined ? {} : { cause },
  );
}
