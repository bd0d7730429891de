import { isEmpty, type Layout, type NumberedRows } from './layout.ts';
import type { RawTable } from './raw-table.ts';

/** What was found below the header that is no row of data. True counts; the first few by number and text. */
export interface RowTally {
  empty: { count: number; rows: number[] };
  footer: { row: number; text: string }[];
}

/** Whether it is left out; what is not is handed on as rows. */
export interface RowLeave {
  readonly emptyRows: boolean;
  readonly footer: boolean;
}

/** As many rows as may end a file and be no data. */
const window = 12;

/**
 * The rows of data in a table, in batches: below the header, without empty rows, and without the sums and notes that end the file. The
 * last rows wait until it is known that they are the last; nothing else is held.
 * @param isKept whether a row of a sum is data all the same, as a row of the whole country is in statistics
 */
export async function* dataRows(
  table: RawTable,
  layout: Layout,
  leave: RowLeave,
  tally: RowTally,
  isKept: (row: readonly string[]) => boolean = () => false,
): AsyncGenerator<NumberedRows, void, undefined> {
  const begins = layout.header.at(-1) ?? 0;
  const width = layout.names.filter((name) => name !== '').length;
  let held: { numbers: number[]; rows: (readonly string[])[] } = { numbers: [], rows: [] };
  for await (const { first, rows } of table.batches()) {
    const { numbers, rows: all } = held;
    for (const [index, row] of rows.entries()) {
      const number = first + index;
      if (number <= begins) continue;
      if (isEmpty(row)) {
        tally.empty.count += 1;
        if (tally.empty.rows.length < 5) tally.empty.rows.push(number);
        if (leave.emptyRows) continue;
      }
      numbers.push(number);
      all.push(row);
    }
    const ready = all.length - window;
    if (ready <= 0) continue;
    yield { numbers: numbers.slice(0, ready), rows: all.slice(0, ready) };
    held = { numbers: numbers.slice(ready), rows: all.slice(ready) };
  }
  const end = footerStart(held, width, isKept);
  held.rows.slice(end).forEach((row, index) => {
    if (isEmpty(row)) return;
    const text = row.filter((cell) => cell.trim() !== '').join(' · ');
    tally.footer.push({ row: held.numbers[end + index] ?? 0, text: text.slice(0, 200) });
  });
  const kept = leave.footer ? end : held.rows.length;
  if (kept > 0) yield { numbers: held.numbers.slice(0, kept), rows: held.rows.slice(0, kept) };
}

const sum = /^\|?\s*(?:del)?(?:summa|totalt?|sum|samtliga|antal rader|grand total|subtotal)\b/i;
const note =
  /^(?:\*|\d\)|källa|source|not(?:er|e|a)?\b|obs\b|anm|fotnot|footnote|uppdaterad|senast|copyright|©|kommentar|data hämtad|utskriven|sida\b|page\b|förklaring)/i;

/** Where the footer begins among the last rows. */
function footerStart(
  { numbers, rows }: NumberedRows,
  width: number,
  isKept: (row: readonly string[]) => boolean,
): number {
  let start = rows.length;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] ?? [];
    if (isEmpty(row)) continue;
    const cells = row.map((cell) => cell.trim());
    const filled = cells.filter((cell) => cell !== '');
    const [text = ''] = filled;
    const isSum = sum.test(text) && filled.length <= Math.max(2, width / 2) && !isKept(row);
    const isSparse = width >= 3 && filled.length <= 2 && cells[0] === text;
    if (!isSum && !isSparse) break;
    // Below a gap a single text is a note, whatever it says; and so is what stands below a note.
    const follows = index > 0 && (numbers[index] ?? 0) - (numbers[index - 1] ?? 0) > 1;
    if (!isSum && !note.test(text) && !(follows && filled.length === 1)) continue;
    start = index;
  }
  return start;
}
