import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { type CompiledQuery, type Dialect, Kysely, type QueryResult } from 'kysely';
import { CatalogError } from '../kernel/errors.ts';
import { failureOf } from './failure.ts';
import { gate } from './gate.ts';
import type { Tables } from './tables.ts';

/** Runs one compiled query. */
export type Run = <R>(query: CompiledQuery<R>) => Promise<QueryResult<R>>;

/** One database, whichever it is: reads outside transactions, writers that queue, snapshots that disturb nobody. */
export interface Database {
  /** Builds and compiles queries; run them by `read`, `write` or `snapshot`. */
  readonly kysely: Kysely<Tables>;
  /** Reads what is committed. @throws CatalogError `service-unavailable`. @throws Error inside `write`, where it would miss what the transaction wrote. */
  readonly read: Run;
  /**
   * Runs the work in one transaction. It may run more than once: when the database picks it as the victim of a deadlock, all
   * it did is rolled back and it begins anew.
   *
   * @throws CatalogError `busy` when others would not let it through, `storage-full`, `service-unavailable`. @throws Error inside another `write`.
   */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Runs the work over one unchanging view. @throws Error inside `write`. */
  snapshot<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Waits for what is under way, though not for long, then closes: what is left then fails, and what it wrote is rolled back. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly dialect: Dialect;
  /** How many may write at once. */
  readonly writers: number;
  /** How many snapshots may be open at once. */
  readonly snapshots: number;
  /** Milliseconds to wait for one's turn to write or to open a snapshot; without it no end. */
  readonly patience?: number;
  /** Milliseconds that `close` waits for what is under way. */
  readonly farewell?: number;
}

const attempts = 6;

/** Opens one database. Nothing is connected until the first query. */
export function openDatabase({
  dialect,
  writers,
  snapshots,
  patience,
  farewell = 5_000,
}: DatabaseOptions): Database {
  const kysely = new Kysely<Tables>({ dialect });
  const writing = gate(writers, { patience });
  const viewing = gate(snapshots, { patience });
  const transaction = new AsyncLocalStorage<{ over: boolean }>();
  let closed = false;

  function assertUsable(): void {
    if (closed) throw new Error('The store is closed.');
    if (transaction.getStore()?.over === false) {
      throw new Error(
        'Inside a transaction only the transaction may be used: the store itself would not see it, or wait for it for ever.',
      );
    }
  }

  async function attempt<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return await kysely.transaction().execute(async (trx) => {
      const scope = { over: false };
      let lost: unknown;
      const run: Run = async (query) => {
        try {
          return await trx.executeQuery(query);
        } catch (error) {
          // MySQL has rolled back already: nothing of this transaction may be kept, even if the work goes on.
          if (failureOf(error) === 'contention') lost = error;
          throw error;
        }
      };
      try {
        const result = await transaction.run(scope, () => work(run));
        if (lost !== undefined) throw lost;
        return result;
      } finally {
        scope.over = true;
      }
    });
  }

  return {
    kysely,
    async read(query) {
      assertUsable();
      return await answered(() => kysely.executeQuery(query));
    },
    async write(work) {
      assertUsable();
      return await answered(() => writing.pass(() => persist(() => attempt(work))));
    },
    async snapshot(work) {
      assertUsable();
      return await answered(() =>
        viewing.pass(() =>
          kysely
            .transaction()
            .setAccessMode('read only')
            .execute((trx) => work((query) => trx.executeQuery(query))),
        ),
      );
    },
    async close() {
      if (closed) return;
      closed = true;
      const over = new AbortController();
      await Promise.race([
        Promise.all([writing.idle(), viewing.idle()]),
        delay(farewell, undefined, { signal: over.signal }).catch(() => undefined),
      ]);
      over.abort();
      await kysely.destroy();
    },
  };
}

/** Says in our words that the database cannot do its work, whatever it was asked. */
async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'full') {
      throw new CatalogError(
        'storage-full',
        {
          sv: 'Databasen får inte plats med mer. Inget har ändrats.',
          en: 'The database has no room for more. Nothing has been changed.',
        },
        { cause: error },
      );
    }
    if (failure === 'unavailable') {
      throw new CatalogError(
        'service-unavailable',
        {
          sv: 'Databasen svarar inte eller kan inte skrivas. Försök igen om en stund.',
          en: 'The database does not answer or cannot be written. Try again shortly.',
        },
        { cause: error },
      );
    }
    throw error;
  }
}

/** Tries again, a few times and ever later, while the database says that others were in the way. */
async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (failureOf(error) !== 'contention') throw error;
      if (tried === attempts) {
        throw new CatalogError(
          'busy',
          {
            sv: 'Databasen är för upptagen. Försök igen om en stund.',
            en: 'The database is too busy. Try again shortly.',
          },
          {
            cause: error,
          },
        );
      }
      await delay(2 ** tried * (5 + Math.random() * 5));
    }
  }
}
