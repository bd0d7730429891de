import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBTimestampValue,
  LIST,
  VARCHAR,
} from '@duckdb/node-api';
import type { RowColumn, RowType, RowValue } from '../tables/row-column.ts';
import { type Box, boxOfGeometry, boxOfPoint } from './box-of.ts';
import { box, rowNumber, storedColumn, storedType } from './stored-column.ts';

/** By the names of columns: where a row is on the map. */
export type Position =
  | { readonly latitude: string; readonly longitude: string }
  | { readonly shape: string };

/**
 * Writes rows as a Parquet file (ZSTD), in their own order and numbered from 1. The rows pass through a database in a folder beside the
 * file, which is gone afterwards, so that memory does not grow with their number.
 * @param position where rows are on the map, if they are
 * @param path must not be there; nothing is there if this throws
 * @returns how many rows there are
 * @throws what the rows throw; Error when a value is not of its column's type or the disk is full
 */
export async function writeParquet(
  path: string,
  columns: readonly RowColumn[],
  rows: AsyncIterable<readonly (readonly RowValue[])[]>,
  position?: Position,
): Promise<number> {
  const folder = await mkdtemp(join(dirname(path), 'rows-'));
  try {
    const database = await DuckDBInstance.create(join(folder, 'rows.duckdb'), {
      threads: '1',
      memory_limit: '256MB',
      temp_directory: folder,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    try {
      const connection = await database.connect();
      try {
        const count = await append(connection, columns, rows, position);
        await connection.run(
          `copy (select * from rows order by ${rowNumber}) to ${quoted(path)} (format parquet, compression zstd, row_group_size 100000)`,
        );
        return count;
      } finally {
        connection.closeSync();
      }
    } finally {
      database.closeSync();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function append(
  connection: DuckDBConnection,
  columns: readonly RowColumn[],
  rows: AsyncIterable<readonly (readonly RowValue[])[]>,
  position: Position | undefined,
): Promise<number> {
  const fields = [
    `${rowNumber} bigint`,
    ...columns.map(({ type }, index) => `${storedColumn(index)} ${storedType[type]}`),
    ...Object.values(box).map((name) => `${name} double`),
  ];
  await connection.run(`create table rows (${fields.join(', ')})`);
  const boxOf = boxReader(columns, position);
  const appender = await connection.createAppender('rows');
  let count = 0;
  try {
    for await (const batch of rows) {
      for (const row of batch) {
        count++;
        appender.appendBigInt(BigInt(count));
        for (const [index, { type }] of columns.entries()) {
          const value = row[index];
          if (value === undefined) appender.appendNull();
          else appendOf[type](appender, value);
        }
        const found = boxOf(row);
        for (const place of [0, 1, 2, 3] as const) {
          if (found === undefined) appender.appendNull();
          else appender.appendDouble(found[place]);
        }
        appender.endRow();
      }
      appender.flushSync();
    }
  } finally {
    appender.closeSync();
  }
  return count;
}

const appendOf: Readonly<Record<RowType, (to: DuckDBAppender, value: object | RowValue) => void>> =
  {
    text: (to, value) => to.appendVarchar(String(value)),
    integer: (to, value) => to.appendBigInt(BigInt(numberOf(value))),
    number: (to, value) => to.appendDouble(numberOf(value)),
    boolean: (to, value) => to.appendBoolean(value === true),
    date: (to, value) => to.appendDate(new DuckDBDateValue(instantOf(value) / 86_400_000)),
    datetime: (to, value) =>
      to.appendTimestamp(new DuckDBTimestampValue(BigInt(instantOf(value)) * 1000n)),
    list: (to, value) =>
      to.appendList(Array.isArray(value) ? value.map(String) : [String(value)], LIST(VARCHAR)),
    geometry: (to, value) => to.appendVarchar(JSON.stringify(value)),
  };

function numberOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Error('A value that is no number stands in a column of numbers.');
}

function instantOf(value: unknown): number {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant))
    throw new Error('A value that is no time stands in a column of times.');
  return instant;
}

function boxReader(
  columns: readonly RowColumn[],
  position: Position | undefined,
): (row: readonly RowValue[]) => Box | undefined {
  const place = (name: string) => columns.findIndex((column) => column.name === name);
  if (position === undefined) return () => undefined;
  if ('shape' in position) {
    const shape = place(position.shape);
    return (row) => {
      const value = row[shape];
      return typeof value === 'object' ? boxOfGeometry(value) : undefined;
    };
  }
  const latitude = place(position.latitude);
  const longitude = place(position.longitude);
  return (row) => boxOfPoint(row[latitude], row[longitude]);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
