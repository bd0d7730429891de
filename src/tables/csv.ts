import { inferSchema, initParser } from 'udsv';
import { CatalogError } from '../kernel/errors.ts';
import { demandSize, type Sheet, sheetLimits, tooLarge, unreadable } from './sheet.ts';

/**
 * CSV as spreadsheet programs in Sweden write and read it: semicolons, UTF-8 with a mark or Latin-1. RFC 4180. What would be taken for
 * a formula is guarded by an apostrophe, which is taken off again when it is read. ASVS 5.0 §1.2.10.
 */

const guarded = /^['=+\-@\t\r\0]/;
const guard = /^'(?=['=+\-@\t\r\0])/;

/** The file of a sheet. */
export function writeCsv({ rows }: Sheet): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = guarded.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @throws CatalogError `invalid-document`, `document-too-large`. */
export function readCsv(bytes: Buffer, name: string): Sheet {
  if (bytes.length > sheetLimits.bytes) throw tooLarge();
  const text = ofLines(decoded(bytes));
  if (text.includes('\0')) throw unreadable();
  try {
    const col = separatorOf(text);
    const schema = inferSchema(text, { col, header: () => [] });
    let cells = 0;
    const rows: string[][] = [];
    initParser(schema).stringArrs<string[]>(text, (row) => {
      cells += row.length;
      rows.push(row.map((one) => one.replace(guard, '')));
      return cells <= sheetLimits.cells;
    });
    const sheet = { name, rows };
    demandSize([sheet]);
    return sheet;
  } catch (error) {
    throw error instanceof CatalogError ? error : unreadable(error);
  }
}

/** With a line that ends: old spreadsheets end lines by a return alone, and the parser seeks an end that never comes again and again. */
function ofLines(text: string): string {
  return text.includes('\n') ? text : `${text.replaceAll('\r', '\n')}\n`;
}

/** UTF-8 when it is, else what Windows writes. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: every byte is a character in the other.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one that stands most often in the first line. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counted = [';', '\t', ','].map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}
