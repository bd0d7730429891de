import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseKind } from './database-kind.ts';
import type { Tables } from './tables.ts';

/**
 * Where the two databases are told apart in what they are built of. All text compares byte by byte, trailing blanks
 * included: SQLite does so by itself, MySQL and MariaDB by a binary collation without padding, which each names its own way.
 */
export interface Ddl {
  /** Text that a key is made of, at most so many characters. */
  key(length: number): RawBuilder<string>;
  readonly text: RawBuilder<string>;
  /** Text of any length: records. */
  readonly longText: RawBuilder<string>;
  readonly integer: RawBuilder<number>;
  /** Begins a table that is made unless it is there. */
  createTable(name: string): CreateTableBuilder<string>;
  /** Adds a column that may be null, unless it is there. */
  addColumn(table: string, column: string, type: RawBuilder<string | number>): Promise<void>;
  /** Makes an index unless it is there. */
  createIndex(name: string, table: string, columns: readonly string[]): Promise<void>;
}

const collations = {
  mysql: 'utf8mb4_0900_bin',
  mariadb: 'utf8mb4_nopad_bin',
} as const;

/** The words of one kind of database. `db` is only built with, its tables are not known yet. */
export function ddl(db: Kysely<Tables>, kind: DatabaseKind): Ddl {
  if (kind === 'sqlite') {
    return {
      key: () => sql`text`,
      text: sql`text`,
      longText: sql`text`,
      integer: sql`integer`,
      createTable: (name) => db.schema.createTable(name).ifNotExists().modifyEnd(sql`strict`),
      async addColumn(table, column, type) {
        const found =
          await sql`select 1 from pragma_table_info(${table}) where name = ${column}`.execute(db);
        if (found.rows.length > 0) return;
        await db.schema.alterTable(table).addColumn(column, type).execute();
      },
      createIndex: (name, table, columns) =>
        db.schema
          .createIndex(name)
          .ifNotExists()
          .on(table)
          .columns([...columns])
          .execute(),
    };
  }
  const collation = sql.raw(collations[kind]);
  return {
    key: (length) => sql`varchar(${sql.lit(length)})`,
    text: sql`text`,
    longText: sql`longtext`,
    integer: sql`bigint`,
    createTable: (name) =>
      db.schema
        .createTable(name)
        .ifNotExists()
        .modifyEnd(sql`engine = InnoDB default character set utf8mb4 collate ${collation}`),
    async addColumn(table, column, type) {
      const found = await sql`select 1 from information_schema.columns
        where table_schema = database() and table_name = ${table} and column_name = ${column}`.execute(
        db,
      );
      if (found.rows.length > 0) return;
      await db.schema.alterTable(table).addColumn(column, type).execute();
    },
    async createIndex(name, table, columns) {
      // MySQL has no `if not exists` here, and a migration that was cut short is run again.
      const found = await sql`select 1 from information_schema.statistics
        where table_schema = database() and table_name = ${table} and index_name = ${name}`.execute(
        db,
      );
      if (found.rows.length > 0) return;
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute();
    },
  };
}
