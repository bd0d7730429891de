import type { sheets as swedish } from '../sv/sheets.ts';

/** Metadata as spreadsheets. */
export const sheets: typeof swedish = {
  title: 'Spreadsheets',
  lead: 'Fetch the descriptions as a spreadsheet, change many at once and read them in again. You see what changes before anything is saved.',
  fetch: 'Fetch',
  fetchXlsx: 'All datasets with their files (XLSX)',
  fetchCsv: 'All datasets without files (CSV)',
  read: 'Read in',
  file: 'Spreadsheet',
  fileHelp:
    'XLSX or CSV, at most 2 MB. The third row has technical names and must stay. Empty cells take the value away; columns and rows that are missing are not touched.',
  look: 'Look first',
  missing: 'Choose a file to read in.',
  previewTitle: 'This is what it will be',
  faults: (count: number) =>
    count === 1 ? 'One place could not be read' : `${count} places could not be read`,
  at: (sheet: string, row: string, column: string) =>
    `Sheet ${sheet}, row ${row}, column ${column}`,
  made: 'New',
  madeHelp: 'New datasets become drafts.',
  apply: (count: number) => (count === 1 ? 'Read in one dataset' : `Read in ${count} datasets`),
  unchanged: (count: number) =>
    count === 1 ? 'One row is unchanged.' : `${count} rows are unchanged.`,
};
