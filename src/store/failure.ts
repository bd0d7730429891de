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
  | 'contention'
  /** There is no room for what is to be written. */
  | 'full'
  /** The database does not answer, does not let us in, or may not be written to. */
  | 'unavailable';

/** Extended result codes, then primary ones (the low byte of the others). */
const sqliteFailures: ReadonlyMap<number, Failure> = new Map([
  [2067, 'duplicate'], // SQLITE_CONSTRAINT_UNIQUE
  [1555, 'duplicate'], // SQLITE_CONSTRAINT_PRIMARYKEY
  [787, 'referenced'], // SQLITE_CONSTRAINT_FOREIGNKEY
  [4874, 'full'], // SQLITE_IOERR_SHMSIZE: the index of the log could not grow
  [5, 'contention'], // SQLITE_BUSY
  [13, 'full'], // SQLITE_FULL
  [8, 'unavailable'], // SQLITE_READONLY
  [10, 'unavailable'], // SQLITE_IOERR
  [11, 'unavailable'], // SQLITE_CORRUPT
  [14, 'unavailable'], // SQLITE_CANTOPEN
  [26, 'unavailable'], // SQLITE_NOTADB
]);

const mysqlFailures: ReadonlyMap<number, Failure> = new Map([
  [1062, 'duplicate'], // ER_DUP_ENTRY
  [1451, 'referenced'], // ER_ROW_IS_REFERENCED_2
  [1205, 'contention'], // ER_LOCK_WAIT_TIMEOUT
  [1213, 'contention'], // ER_LOCK_DEADLOCK
  [1020, 'contention'], // ER_CHECKREAD, MariaDB with innodb_snapshot_isolation
  [1021, 'full'], // ER_DISK_FULL
  [1114, 'full'], // ER_RECORD_FILE_FULL
  [1040, 'unavailable'], // ER_CON_COUNT_ERROR
  [1044, 'unavailable'], // ER_DBACCESS_DENIED_ERROR
  [1045, 'unavailable'], // ER_ACCESS_DENIED_ERROR
  [1053, 'unavailable'], // ER_SERVER_SHUTDOWN
  [1290, 'unavailable'], // ER_OPTION_PREVENTS_STATEMENT: --read-only
  [1836, 'unavailable'], // ER_READ_ONLY_MODE
  [1927, 'unavailable'], // ER_CONNECTION_KILLED
]);

/** What the network says, through the driver. */
const networkFailure =
  /^(?:PROTOCOL_CONNECTION_LOST|PROTOCOL_SEQUENCE_TIMEOUT|E(?:CONN(?:REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|(?:HOST|NET)UNREACH|NOTFOUND|AI_AGAIN))$/;

/** What the error means, or undefined when it is a fault. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') {
    return sqliteFailures.get(error.errcode) ?? sqliteFailures.get(error.errcode & 0xff);
  }
  if ('errno' in error && typeof error.errno === 'number') {
    const known = mysqlFailures.get(error.errno);
    if (known !== undefined) return known;
  }
  if ('code' in error && typeof error.code === 'string' && networkFailure.test(error.code))
    return 'unavailable';
  // The driver's own mark of a connection that is of no more use.
  return 'fatal' in error && error.fatal === true ? 'unavailable' : undefined;
}
