import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  MysqlDialect,
  type MysqlDialectConfig,
  type QueryResult,
} from 'kysely';
import { createPool } from 'mysql2';
import { boundValues } from './bound-values.ts';
import { deadlinePool } from './deadline-pool.ts';
import { mysqlUrl } from './mysql-url.ts';
import { unanswered } from './unanswered.ts';

/** Connections to one server; writers and snapshots together may hold fewer, so that reads always get one. */
export const mysqlConnections = 16;

/**
 * Strict, so that nothing is cut off or made a zero; without NO_BACKSLASH_ESCAPES, because the driver escapes with
 * backslashes; READ COMMITTED, so that a writer that waited sees what it waited for.
 */
const sessionSettings = [
  `set session sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  'set session transaction isolation level read committed',
  'set session innodb_lock_wait_timeout = 10',
];

/**
 * Kysely over a pool of connections to MySQL or MariaDB. One statement a query; dates stay text; integers are numbers.
 *
 * @param deadline milliseconds to wait for a connection, and for the answer to each statement; without it no end
 * @throws Error when the address is not one.
 */
export function mysqlDialect(address: string, deadline?: number): Dialect {
  const pool = createPool({
    ...mysqlUrl(address),
    connectionLimit: mysqlConnections,
    charset: 'utf8mb4',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: false,
    multipleStatements: false,
    connectTimeout: 10_000,
  });
  const config: MysqlDialectConfig = {
    pool: deadlinePool(pool, deadline),
    async onCreateConnection(connection) {
      for (const sql of sessionSettings) await connection.executeQuery(CompiledQuery.raw(sql));
    },
  };
  const dialect = new MysqlDialect(config);
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => guardedDriver(dialect.createDriver(), deadline),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** Kysely's driver, with checked values and with snapshots: a read-only transaction fixes its view as it begins. */
function guardedDriver(driver: Driver, deadline: number | undefined): Driver {
  const guarded = new WeakMap<DatabaseConnection, GuardedConnection>();
  return {
    init: () => driver.init(),
    async acquireConnection() {
      const connection = await acquired(driver, deadline);
      const known = guarded.get(connection);
      if (known !== undefined) return known;
      const fresh = new GuardedConnection(connection);
      guarded.set(connection, fresh);
      return fresh;
    },
    async beginTransaction(connection, { accessMode }) {
      const statements =
        accessMode === 'read only'
          ? [
              'set transaction isolation level repeatable read',
              'start transaction with consistent snapshot, read only',
            ]
          : ['start transaction'];
      for (const sql of statements) await connection.executeQuery(CompiledQuery.raw(sql));
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    async releaseConnection(connection) {
      if (!(connection instanceof GuardedConnection)) throw new TypeError('A foreign connection.');
      await driver.releaseConnection(connection.inner);
    },
    destroy: () => driver.destroy(),
  };
}

/** A connection, or what came too late given back. @throws Error that `failureOf` calls `unavailable`. */
async function acquired(driver: Driver, deadline: number | undefined): Promise<DatabaseConnection> {
  const connection = driver.acquireConnection();
  if (deadline === undefined) return await connection;
  return await new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(unanswered('No connection to the database came free'));
    }, deadline);
    connection.then(
      (one) => {
        clearTimeout(timer);
        if (isLate) void driver.releaseConnection(one);
        else resolve(one);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

/** Refuses values that MySQL compares loosely, before they reach it. */
class GuardedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;

  constructor(inner: DatabaseConnection) {
    this.inner = inner;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    boundValues(query.parameters);
    return await this.inner.executeQuery<R>(query);
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    boundValues(query.parameters);
    return this.inner.streamQuery<R>(query, chunkSize);
  }
}
