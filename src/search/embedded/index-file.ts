import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { fields } from '../terms.ts';

/**
 * The file that an index lives in. `tokens` holds what is found by words, a column for each field, and nothing that can be read
 * back; `columns` what the memory holds of each record (`column-row.ts`); `contents` what is shown of it, `words` what it adds to
 * the words that are known. A row is one form of one record and is
 * never changed: a new form is a new row. https://sqlite.org/fts5.html §4.4.3 on tables that keep no text.
 */

/** Another number, another file: an index of an older program is built anew. */
const format = 1;

/** Rows that are in memory together while all are read. */
const rowsAtOnce = 2000;

/** All printable ASCII that is no letter and no digit belongs to tokens; what is not ASCII does anyway. */
const signs = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .filter((sign) => !/[A-Za-z0-9]/.test(sign))
  .join('');

/** Quoted for the option inside, then for the option itself. */
const tokenizer = quoted(`ascii tokenchars ${quoted(signs)}`);

const schema = `
  create virtual table tokens using fts5(
    ${fields.join(', ')}, content='', contentless_delete=1, detail=full, tokenize=${tokenizer}
  );
  create table columns(
    row integer primary key, id text not null, title_sv text not null, title_en text not null,
    numbers blob not null, facet_values blob not null
  );
  create table contents(row integer primary key, shown text not null);
  create table words(row integer primary key, words text not null);
  create table facet_values(row integer primary key, facet text not null, value text not null);
  create table deletions(row integer primary key, id text not null unique, revision integer not null);
  create table position(store text not null, revision integer not null, shape text not null);
`;

export interface IndexFile {
  /** A statement for reading, kept ready; its rows come as arrays. */
  prepare(sql: string): StatementSync;
  /** All rows of a select that gives the row first, in the order of that, a bounded number in memory at a time. */
  rows(select: string): Iterable<readonly unknown[]>;
  /** Writes, with a statement that is kept ready. */
  write(sql: string, ...values: readonly SQLInputValue[]): void;
  /** All of it or nothing. */
  transact(work: () => void): void;
  close(): void;
}

/**
 * Opens the file, or makes it when it is not there; without a path it is in memory. @throws Error when the file is
 * damaged or of another format.
 */
export function openIndexFile(path: string | undefined): IndexFile {
  const database = new DatabaseSync(path ?? ':memory:');
  try {
    // Derived data: a power cut may cost the last moments, which the follower brings again. A killed process costs nothing.
    database.exec('pragma journal_mode = wal; pragma synchronous = normal');
    database.exec('pragma cache_size = -16384; pragma temp_store = memory');
    settleFormat(database);
  } catch (error) {
    database.close();
    throw error;
  }
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    statements.set(sql, statement);
    return statement;
  };
  return {
    prepare,
    *rows(select) {
      const statement = prepare(`${select} where row > ? order by row limit ${rowsAtOnce}`);
      for (let last = -1; ; ) {
        // Rows come as arrays, which the types of Node do not tell; many at once come in a third of the time.
        const rows = statement.all(last) as unknown as readonly (readonly unknown[])[];
        yield* rows;
        if (rows.length < rowsAtOnce) return;
        last = Number(rows.at(-1)?.[0]);
      }
    },
    write(sql, ...values) {
      const statement = prepare(sql);
      // Each write reports the last row that was added, which a table without content makes too large for a number: Node then
      // throws though the write has taken effect.
      statement.setReadBigInts(true);
      statement.run(...values);
    },
    transact(work) {
      database.exec('begin immediate');
      try {
        work();
        database.exec('commit');
      } catch (error) {
        if (database.isTransaction) database.exec('rollback');
        throw error;
      }
    },
    close: () => database.close(),
  };
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, in the low byte of an extended code. https://sqlite.org/rescode.html */
const damageCodes: readonly number[] = [11, 26];

/** Whether the error says that the file is no index of ours, or no longer a whole one. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return typeof error.errcode === 'number' && damageCodes.includes(error.errcode & 0xff);
}

/** SQLite's codes for what lies with the machine and not with the file: rights, locks, memory, disk. */
const machineCodes: readonly number[] = [3, 5, 6, 7, 8, 10, 13, 14];

/** Whether a file that could not be opened is to blame for it itself: damaged, or laid out by another version. */
export function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return true;
  return typeof error.errcode === 'number' && !machineCodes.includes(error.errcode & 0xff);
}

/** The error for a file that SQLite can read and we cannot. */
export function damage(message: string): Error {
  return Object.assign(new Error(`The search index is damaged: ${message}.`), { errcode: 11 });
}

function settleFormat(database: DatabaseSync): void {
  const found = database.prepare('pragma user_version').get()?.user_version;
  if (found === format) return;
  if (found !== 0) throw damage(`it has format ${found}, not ${format}`);
  database.exec(`begin; ${schema} pragma user_version = ${format}; commit`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
