import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataRows, type RowTally } from '../../src/tables/data-rows.ts';
import { findLayout } from '../../src/tables/layout.ts';
import { versionOf } from '../standards/surroundings.ts';
import { tableOf } from './table-of.ts';

const badplats = versionOf('badplats', '1.1.0');
const numbered = (rows: readonly (readonly string[])[]) => ({
  numbers: rows.map((_, index) => index + 1),
  rows,
});

async function rowsOf(
  rows: readonly (readonly string[])[],
  leave = { emptyRows: true, footer: true },
) {
  const tally: RowTally = { empty: { count: 0, rows: [] }, footer: [] };
  const layout = findLayout(numbered(rows.slice(0, 20)), undefined);
  const numbers: number[] = [];
  // Batches of three, so that what ends a file is seen over their borders.
  for await (const batch of dataRows(tableOf(rows, 3), layout, leave, tally))
    numbers.push(...batch.numbers);
  return { numbers, tally };
}

const header = ['Namn', 'Djup', 'Bredd', 'Ort'];
const data = [
  ['Nydala', '1', '2', 'Umeå'],
  ['Tvärån', '3', '4', 'Umeå'],
];

test('titles above the header are told of and are no header', () => {
  const rows = [['Badplatser i Umeå', '', '', ''], ['Utskriven 2026-05-01'], [], header, ...data];
  assert.deepEqual(findLayout(numbered(rows), undefined), {
    preamble: [
      { row: 1, text: 'Badplatser i Umeå' },
      { row: 2, text: 'Utskriven 2026-05-01' },
    ],
    header: [4],
    names: header,
  });
});

test('the header is the row that knows most columns of the standard', () => {
  const rows = [
    ['Kommunens namn', 'Umeå', 'Id', '', '', ''],
    ['source', 'id', 'Namn', 'Latitud', 'Longitud', 'E-post'],
    ['2480', 'a1', 'Nydala', '63.8', '20.3', 'fritid@example.se'],
  ];
  assert.deepEqual(findLayout(numbered(rows), badplats).header, [2]);
});

test('groups of columns in a row of their own are put together with the names below', () => {
  const rows = [
    ['source', 'id', 'Namn', 'Läge', '', 'E-post'],
    ['', '', '', 'Latitud', 'Longitud', ''],
    ['2480', 'a1', 'Nydala', '63.8', '20.3', 'fritid@example.se'],
  ];
  for (const version of [badplats, undefined]) {
    const { header: at, names } = findLayout(numbered(rows), version);
    assert.deepEqual(at, [1, 2]);
    assert.deepEqual(names, ['source', 'id', 'Namn', 'Latitud', 'Longitud', 'E-post']);
  }
  const leave = { preamble: true, mergedHeader: false };
  assert.deepEqual(findLayout(numbered(rows), badplats, leave).header, [1]);
});

test('names that stand under two groups are told apart by them', () => {
  const rows = [
    ['Namn', 'Vardag', '', 'Helg', ''],
    ['', 'Start', 'Slut', 'Start', 'Slut'],
    ['Nydala', '10:00', '18:00', '11:00', '16:00'],
  ];
  assert.deepEqual(findLayout(numbered(rows), undefined).names, [
    'Namn',
    'Vardag Start',
    'Vardag Slut',
    'Helg Start',
    'Helg Slut',
  ]);
});

test('a header of names that all columns have is not put together with the first row', () => {
  const rows = [header, ['Nydala', 'okänt', '', 'Umeå'], ['Tvärån', '', '2', 'Umeå']];
  assert.deepEqual(findLayout(numbered(rows), undefined).header, [1]);
});

test('an empty file has no header', () => {
  assert.deepEqual(findLayout(numbered([[''], []]), badplats), {
    preamble: [],
    header: [],
    names: [],
  });
});

test('empty rows are left out and counted, and the numbers of the others stay', async () => {
  const { numbers, tally } = await rowsOf([
    header,
    [],
    ...data,
    ['', ' '],
    ['Ön', '5', '6', 'Umeå'],
  ]);
  assert.deepEqual(numbers, [3, 4, 6]);
  assert.deepEqual(tally.empty, { count: 2, rows: [2, 5] });
});

test('sums and notes that end a file are no rows of it', async () => {
  const end = [
    ['Summa', '4', '', ''],
    [],
    ['Källa: fritidsförvaltningen'],
    ['Siffrorna är preliminära'],
    [''],
  ];
  const { numbers, tally } = await rowsOf([header, ...data, ...end]);
  assert.deepEqual(numbers, [2, 3]);
  assert.deepEqual(
    tally.footer.map(({ row, text }) => [row, text]),
    [
      [6, 'Källa: fritidsförvaltningen'],
      [7, 'Siffrorna är preliminära'],
      [4, 'Summa · 4'],
    ].sort((one, other) => Number(one[0]) - Number(other[0])),
  );
});

test('what looks like a note in the middle is a row', async () => {
  const { numbers } = await rowsOf([header, ['Källa'], ...data]);
  assert.deepEqual(numbers, [2, 3, 4]);
});

test('a footer that is to stay is a row', async () => {
  const rows = [header, ...data, ['Summa', '4', '', '']];
  const { numbers, tally } = await rowsOf(rows, { emptyRows: true, footer: false });
  assert.deepEqual(numbers, [2, 3, 4]);
  assert.equal(tally.footer.length, 1);
});

test('a table that ends with ordinary rows loses none of them', async () => {
  const many = Array.from({ length: 40 }, (_, index) => [`Bad ${index}`, '1', '2', 'Umeå']);
  const { numbers, tally } = await rowsOf([header, ...many]);
  assert.equal(numbers.length, 40);
  assert.deepEqual(tally.footer, []);
});
