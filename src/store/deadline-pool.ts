import { Socket } from 'node:net';
import type { MysqlPool, MysqlPoolConnection } from 'kysely';
import type { Pool, PoolConnection } from 'mysql2';

/** Milliseconds that a server gets to say goodbye. */
const farewell = 2_000;

/**
 * mysql2's pool for Kysely, where a server that has stopped answering, with its connections open, is not waited for: the
 * statement fails as one whose connection was lost, and its connection is never used again.
 *
 * @param deadline milliseconds for each statement; without it no end
 */
export function deadlinePool(pool: Pool, deadline: number | undefined): MysqlPool {
  const open = new Set<PoolConnection>();
  const limited = new WeakMap<PoolConnection, MysqlPoolConnection>();
  pool.on('connection', (connection: PoolConnection) => {
    open.add(connection);
    socketOf(connection)?.once('close', () => open.delete(connection));
  });
  return {
    getConnection(callback) {
      pool.getConnection((error, raw) => {
        if (error !== null && error !== undefined) {
          callback(error, raw);
          return;
        }
        // Kysely knows a connection again by its identity.
        const known = limited.get(raw) ?? limitedConnection(raw, deadline);
        limited.set(raw, known);
        callback(undefined, known);
      });
    },
    end(callback) {
      let ended = (error?: unknown): void => {
        ended = () => undefined;
        callback(error);
      };
      const timer = setTimeout(() => {
        for (const connection of open) cutOff(connection);
        ended();
      }, farewell);
      pool.end((error) => {
        // What the server has not closed by then would keep the process alive.
        timer.unref();
        ended(error ?? undefined);
      });
    },
  };
}

function limitedConnection(raw: PoolConnection, deadline: number | undefined): MysqlPoolConnection {
  return {
    config: raw.config,
    threadId: raw.threadId,
    connect: (callback) => raw.connect((error) => callback?.(error)),
    destroy: () => cutOff(raw),
    release: () => raw.release(),
    query: (sql, parameters, callback) =>
      raw.query(
        { sql, ...(deadline === undefined ? {} : { timeout: deadline }) },
        parameters,
        (error, result) => {
          if (error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') cutOff(raw);
          callback?.(error, result as never);
        },
      ),
  };
}

/** Ends it on our side at once: `destroy` alone would wait for the server to hang up too. */
function cutOff(connection: PoolConnection): void {
  connection.destroy();
  socketOf(connection)?.destroy();
}

/** What the driver talks through; its types do not show it. */
function socketOf(connection: PoolConnection): Socket | undefined {
  return 'stream' in connection && connection.stream instanceof Socket
    ? connection.stream
    : undefined;
}
