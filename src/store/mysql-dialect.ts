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
import { mysqlUrl } from './mysql-url.ts';

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
 * @throws Error when the address is not one.
 */
export function mysqlDialect(address: string): Dialect {
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
    pool,
    async onCreateConnection(connection) {
      for (const sql of sessionSettings) await connection.executeQuery(CompiledQuery.raw(sql));
    },
  };
  const dialect = new MysqlDialect(config);
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => guardedDriver(dialect.createDriver()),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** Kysely's driver, with checked values and with snapshots: a read-only transaction fixes its view as it begins. */
function guardedDriver(driver: Driver): Driver {
  const guarded = new WeakMap<DatabaseConnection, GuardedConnection>();
  return {
    init: () => driver.init(),
    async acquireConnection() {
      const connection = await driver.acquireConnection();
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
