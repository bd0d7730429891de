import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeParquet } from '../../src/rows/write-parquet.ts';
import type { RowColumn, RowValue } from '../../src/tables/row-column.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datatorget-rows-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const column = (name: string, type: RowColumn['type']): RowColumn => ({
  name,
  type,
  label: { sv: name, en: name },
});

async function* batches(...all: readonly (readonly (readonly RowValue[])[])[]) {
  yield* all;
}

async function readBack(path: string): Promise<readonly unknown[]> {
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  try {
    const reader = await connection.runAndReadAll('select * from read_parquet(?) order by n', [
      path,
    ]);
    return reader.getRowsJson();
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

test('every kind of value comes back as it was, numbered over batches', async () => {
  const path = join(folder, "it's.parquet");
  const columns = [
    column("n'; drop table rows --", 'text'),
    column('i', 'integer'),
    column('x', 'number'),
    column('b', 'boolean'),
    column('d', 'date'),
    column('t', 'datetime'),
    column('l', 'list'),
    column('g', 'geometry'),
  ];
  const line = {
    type: 'LineString',
    coordinates: [
      [17, 60],
      [18, 59, 4],
    ],
  };
  const first = ['å', 7, 1.5, true, '1969-12-31', '2024-05-01T12:00:00+02:00', ['a', 'b'], line];
  const none = columns.map(() => undefined);
  const count = await writeParquet(path, columns, batches([first], [none]), { shape: 'g' });
  assert.equal(count, 2);
  assert.deepEqual(await readBack(path), [
    [
      '1',
      'å',
      '7',
      1.5,
      true,
      '1969-12-31',
      '2024-05-01 10:00:00',
      ['a', 'b'],
      JSON.stringify(line),
      17,
      59,
      18,
      60,
    ],
    ['2', ...columns.map(() => null), null, null, null, null],
  ]);
});

test('the box of a point is the point, and a point off the Earth has none', async () => {
  const path = join(folder, 'points.parquet');
  const columns = [column('lat', 'number'), column('lon', 'number')];
  await writeParquet(
    path,
    columns,
    batches([
      [59, 17],
      [91, 17],
    ]),
    {
      latitude: 'lat',
      longitude: 'lon',
    },
  );
  assert.deepEqual(await readBack(path), [
    ['1', 59, 17, 17, 59, 17, 59],
    ['2', 91, 17, null, null, null, null],
  ]);
});

test('nothing is left behind when a value is not of its type', async () => {
  const before = await readdir(folder);
  const wrong = writeParquet(join(folder, 'wrong'), [column('x', 'number')], batches([['one']]));
  await assert.rejects(wrong, /no number/);
  assert.deepEqual(await readdir(folder), before);
});
