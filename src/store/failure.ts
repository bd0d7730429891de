/**
 * What a database's error means to us, by its number: messages differ between versions, numbers do not.
 * SQLite result codes; MySQL and MariaDB error numbers.
 */
export type Failure =
  /** A unique key is taken. */
  | 'duplicate'
  /** Another row points here. */
  | 'referenced'
  /** Lost to another transaction: all of ours is, or can be, rolled back and run again. */
  | 'contention';

const sqliteFailures: ReadonlyMap<number, Failure> = new Map([
  [2067, 'duplicate'], // SQLITE_CONSTRAINT_UNIQUE
  [1555, 'duplicate'], // SQLITE_CONSTRAINT_PRIMARYKEY
  [787, 'referenced'], // SQLITE_CONSTRAINT_FOREIGNKEY
  [5, 'contention'], // SQLITE_BUSY
  [261, 'contention'], // SQLITE_BUSY_RECOVERY
  [517, 'contention'], // SQLITE_BUSY_SNAPSHOT
]);

const mysqlFailures: ReadonlyMap<number, Failure> = new Map([
  [1062, 'duplicate'], // ER_DUP_ENTRY
  [1451, 'referenced'], // ER_ROW_IS_REFERENCED_2
  [1205, 'contention'], // ER_LOCK_WAIT_TIMEOUT
  [1213, 'contention'], // ER_LOCK_DEADLOCK
  [1020, 'contention'], // ER_CHECKREAD, MariaDB with innodb_snapshot_isolation
]);

/** What the error means, or undefined when it is a fault. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') {
    return sqliteFailures.get(error.errcode);
  }
  if ('errno' in error && typeof error.errno === 'number') return mysqlFailures.get(error.errno);
  return undefined;
}
