import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { failureOf } from './failure.ts';
import { type Gate, gate } from './gate.ts';
import { copyOf, openReader, openWriter, type SqliteHandle } from './sqlite-handle.ts';

/**
 * Kysely over Node's own SQLite, with more than one connection to the file: one that writes, one that reads whatever is
 * committed, and one for each snapshot that is open. What Kysely takes for a connection is bound to one of them when a
 * transaction begins: `read only` to a snapshot, else to the writer. A database in memory has a single connection:
 * reads wait for the writer, and a snapshot is a copy.
 */
export interface SqliteConfig {
  /** A file, or `:memory:`. */
  readonly path: string;
  /** Milliseconds to wait for a writer in another process. */
  readonly patience?: number;
}

const idleSnapshots = 4;
/** KiB. A snapshot walks through everything once, and there may be many: what it needs again is little. */
const snapshotCache = 4 * 1024;

/** Milliseconds of queries after which others get their turn: SQLite answers without ever leaving the event loop. */
const turn = 10;

/** The dialect of one database file. */
export function sqliteDialect(config: SqliteConfig): Dialect {
  return {
    createAdapter: () => new ManyConnectionsAdapter(),
    createDriver: () => new NodeSqliteDriver(config),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class ManyConnectionsAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class NodeSqliteDriver implements Driver {
  readonly #path: string;
  readonly #patience: number;
  readonly #writing: Gate = gate(1);
  readonly #free: BoundConnection[] = [];
  readonly #snapshots: SqliteHandle[] = [];
  readonly #lent = new Set<SqliteHandle>();
  #handles: Handles | undefined;
  #turnBegan = performance.now();

  constructor({ path, patience = 10_000 }: SqliteConfig) {
    this.#path = path;
    this.#patience = patience;
  }

  async init(): Promise<void> {
    const writer = await this.#retried(() => openWriter(this.#path));
    this.#handles = { writer, reader: this.#isInMemory ? writer : openReader(this.#path) };
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const { reader } = this.#opened;
    const settled = this.#isInMemory ? () => this.#writing.idle() : undefined;
    return this.#free.pop() ?? new BoundConnection({ reader, settled, yielded: this.#yielded });
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#free.push(own(connection));
  }

  async beginTransaction(
    connection: DatabaseConnection,
    settings: { readonly accessMode?: 'read only' | 'read write' },
  ): Promise<void> {
    if (settings.accessMode === 'read only') {
      own(connection).bind(await this.#snapshot(), (handle) => this.#endSnapshot(handle));
      return;
    }
    const left = await this.#enterWriting();
    const { writer } = this.#opened;
    try {
      await this.#retried(() => writer.database.exec('begin immediate'));
    } catch (error) {
      left();
      throw error;
    }
    own(connection).bind(writer, left);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    own(connection).handle.database.exec('commit');
    own(connection).unbind();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const { database } = own(connection).handle;
    try {
      if (database.isTransaction) database.exec('rollback'); // SQLite may have rolled back by itself
    } finally {
      own(connection).unbind();
    }
  }

  /** Readers first: the last one to close a file in WAL mode tidies up, and only the writer can. */
  async destroy(): Promise<void> {
    const { writer, reader } = this.#opened;
    for (const snapshot of [...this.#snapshots, ...this.#lent]) snapshot.close();
    this.#lent.clear();
    if (reader !== writer) reader.close();
    writer.close();
  }

  get #isInMemory(): boolean {
    return this.#path === ':memory:';
  }

  get #opened(): Handles {
    if (this.#handles === undefined) throw new Error('The database is not open.');
    return this.#handles;
  }

  /** Lets timers, sockets and other requests run when queries have had the thread for long. */
  readonly #yielded = (): Promise<void> | undefined => {
    if (performance.now() - this.#turnBegan < turn) return undefined;
    return nextTurn().then(() => {
      this.#turnBegan = performance.now();
    });
  };

  async #enterWriting(): Promise<() => void> {
    return new Promise((entered, refused) => {
      this.#writing.pass(() => new Promise<void>((leave) => entered(leave))).catch(refused);
    });
  }

  async #snapshot(): Promise<SqliteHandle> {
    if (this.#isInMemory) {
      await this.#writing.idle();
      const copy = copyOf(this.#opened.writer);
      copy.database.exec('begin');
      this.#lent.add(copy);
      return copy;
    }
    const handle = this.#snapshots.pop() ?? openReader(this.#path, snapshotCache);
    // The view is fixed by the first read, not by `begin`.
    handle.database.exec('begin; select 1 from sqlite_schema limit 1');
    this.#lent.add(handle);
    return handle;
  }

  #endSnapshot(handle: SqliteHandle): void {
    if (!this.#lent.delete(handle)) return; // closed with all the others
    if (this.#isInMemory || this.#snapshots.length >= idleSnapshots) handle.close();
    else this.#snapshots.push(handle);
  }

  /** Waits for another process without blocking this one. */
  async #retried<T>(attempt: () => T): Promise<T> {
    const end = performance.now() + this.#patience;
    for (;;) {
      try {
        return attempt();
      } catch (error) {
        if (failureOf(error) !== 'contention' || performance.now() > end) throw error;
        await delay(5);
      }
    }
  }
}

interface Handles {
  readonly writer: SqliteHandle;
  readonly reader: SqliteHandle;
}

interface Surroundings {
  readonly reader: SqliteHandle;
  /** Where reads share the writer's connection: resolves when no transaction is open. */
  readonly settled: (() => Promise<void>) | undefined;
  readonly yielded: () => Promise<void> | undefined;
}

class BoundConnection implements DatabaseConnection {
  readonly #around: Surroundings;
  #bound: SqliteHandle | undefined;
  #release: ((handle: SqliteHandle) => void) | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get handle(): SqliteHandle {
    return this.#bound ?? this.#around.reader;
  }

  bind(handle: SqliteHandle, release: (handle: SqliteHandle) => void): void {
    this.#bound = handle;
    this.#release = release;
  }

  unbind(): void {
    const [bound, release] = [this.#bound, this.#release];
    this.#bound = undefined;
    this.#release = undefined;
    if (bound !== undefined) release?.(bound);
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery) {
    const { reader, settled, yielded } = this.#around;
    const others = yielded();
    if (others !== undefined) await others;
    if (this.#bound !== undefined) return this.#bound.execute<R>(sql, parameters);
    if (settled !== undefined) await settled();
    if (!reader.isReader(sql)) {
      throw new Error('A statement that writes must run inside a transaction.');
    }
    return reader.execute<R>(sql, parameters);
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, nothing of ours streams from SQLite.
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('Read pages by key instead of streaming a query.');
  }
}

function own(connection: DatabaseConnection): BoundConnection {
  if (!(connection instanceof BoundConnection)) throw new TypeError('A foreign connection.');
  return connection;
}
