import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { QueryResult } from 'kysely';
import { boundValues } from './bound-values.ts';

/** One connection to SQLite. Each call runs a statement to its end, so a handle never has two under way. */
export interface SqliteHandle {
  readonly database: DatabaseSync;
  /** @throws TypeError for a value that may not be bound, Error with `errcode` from SQLite. */
  execute<R>(sql: string, parameters: readonly unknown[]): QueryResult<R>;
  /** Whether the statement answers rows; it is prepared, not run. */
  isReader(sql: string): boolean;
  close(): void;
}

interface Prepared {
  readonly statement: StatementSync;
  readonly reader: boolean;
}

/** Milliseconds that SQLite itself waits for a lock. It blocks the event loop, so waiting is done outside. */
const busyTimeout = 0;
const statementLimit = 200;
/** KiB of pages that a connection keeps. */
const ownCache = 32 * 1024;

/** Opens the connection that writes. WAL and FULL: what is acknowledged survives a power cut, and readers never wait. */
export function openWriter(path: string): SqliteHandle {
  const database = new DatabaseSync(path, { timeout: busyTimeout, defensive: true });
  try {
    if (path !== ':memory:') {
      database.exec(
        'pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864',
      );
    }
    database.exec(`pragma cache_size = ${-ownCache}; pragma temp_store = memory`);
    return handle(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens a connection that can only read, with a cache of its own of so many KiB. */
export function openReader(path: string, cache = ownCache): SqliteHandle {
  const database = new DatabaseSync(path, { timeout: 1000, readOnly: true, defensive: true });
  database.exec(`pragma cache_size = ${-cache}; pragma temp_store = memory`);
  return handle(database);
}

/** A copy of a database in memory as it is now, on a connection of its own. */
export function copyOf(source: SqliteHandle): SqliteHandle {
  const database = new DatabaseSync(':memory:');
  database.deserialize(source.database.serialize());
  return handle(database);
}

/** Integers are read as numbers: all of ours are revisions, versions and times, far below 2^53. */
function handle(database: DatabaseSync): SqliteHandle {
  const statements = new Map<string, Prepared>(); // in the order of last use

  function prepared(sql: string): Prepared {
    const known = statements.get(sql);
    if (known !== undefined) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const statement = database.prepare(sql);
    const fresh = { statement, reader: statement.columns().length > 0 };
    statements.set(sql, fresh);
    if (statements.size > statementLimit) {
      for (const oldest of statements.keys()) {
        statements.delete(oldest);
        break;
      }
    }
    return fresh;
  }

  return {
    database,
    execute<R>(sql: string, parameters: readonly unknown[]) {
      const { statement, reader } = prepared(sql);
      const bound = boundValues(parameters);
      if (reader) return { rows: statement.all(...bound) as R[] };
      const { changes, lastInsertRowid } = statement.run(...bound);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    isReader: (sql) => prepared(sql).reader,
    close() {
      statements.clear();
      database.close();
    },
  };
}
