import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RowFinding, tableJudge } from '../../src/standards/judge-table.ts';
import { surroundings, versionOf } from './surroundings.ts';

const badplats = versionOf('badplats', '1.1.0');
const header = ['source', 'id', 'name', 'latitude', 'longitude', 'email', 'updated', 'toilet'];
const row = ['2480', 'a1', 'Nydala', '63.81', '20.33', 'fritid@example.se', '2026-05-01', 'true'];

function judged(rows: readonly (readonly string[])[], columns: readonly string[] = header) {
  const found: RowFinding[] = [];
  const judge = tableJudge(badplats, columns, {
    ...surroundings,
    found: (finding) => found.push(finding),
  });
  const values = rows.map((cells, index) => judge.row(cells, index + 2));
  return { found, values, judgement: judge.judgement() };
}

/** The row with other texts in some of its cells. */
function but(changes: Readonly<Record<string, string>>): readonly string[] {
  return row.map((cell, index) => changes[header[index] ?? ''] ?? cell);
}

test('a row that keeps the standard comes out typed, in the order of the standard', () => {
  const { values, judgement } = judged([row]);
  assert.deepEqual(values[0]?.slice(0, 6), [
    '2480',
    'a1',
    'Nydala',
    63.81,
    20.33,
    'fritid@example.se',
  ]);
  assert.equal(judgement.isValid, true);
  assert.deepEqual(judgement.counts, []);
});

test('what has one meaning is read, and it is said how often and where', () => {
  const { values, judgement } = judged([
    but({
      source: '180',
      latitude: '59,33',
      longitude: '18,06',
      toilet: 'Ja',
      updated: '20260501',
    }),
    but({ id: 'a2', source: ' 2480', email: 'Fritid@Example.se', toilet: '-' }),
  ]);
  assert.deepEqual(values[0]?.slice(0, 5), ['0180', 'a1', 'Nydala', 59.33, 18.06]);
  assert.deepEqual(
    judgement.repairs.map(({ repair, column, count }) => [repair, column, count]),
    [
      ['leading-zero', 'source', 1],
      ['decimal-comma', 'latitude', 1],
      ['decimal-comma', 'longitude', 1],
      ['date-form', 'updated', 1],
      ['boolean-form', 'toilet', 1],
      ['surrounding-space', 'source', 1],
      ['letter-case', 'email', 1],
      ['missing-mark', 'toilet', 1],
    ],
  );
  assert.deepEqual(judgement.repairs[0]?.samples, [{ row: 2, from: '180', to: '0180' }]);
  assert.equal(judgement.isValid, true);
});

test('a repair that is refused in one column is a fault there, and is counted all the same', () => {
  const judge = tableJudge(badplats, header, {
    ...surroundings,
    accepts: (repair, column) => repair !== 'decimal-comma' || column !== 'latitude',
  });
  const refused = but({ latitude: '63,81', longitude: '20,33', toilet: 'Ja' });
  assert.equal(judge.row(refused, 2), undefined);
  const { counts, repairs } = judge.judgement();
  assert.deepEqual(
    counts.map(({ code, column }) => [code, column]),
    [['type', 'latitude']],
  );
  assert.deepEqual(
    repairs.map(({ repair, column, count }) => [repair, column, count]),
    [
      ['decimal-comma', 'latitude', 1],
      ['decimal-comma', 'longitude', 1],
      ['boolean-form', 'toilet', 1],
    ],
  );
});

for (const [code, column, text] of [
  ['missing-value', 'name', ''],
  ['type', 'latitude', 'norr'],
  ['range', 'latitude', '20.33'],
  ['type', 'updated', '1/5/2026'],
  ['type', 'updated', '2026-02-29'],
  ['municipality', 'source', '9999'],
  ['organization-number', 'source', '2321000132'],
  ['type', 'email', 'ingen adress'],
  ['type', 'toilet', 'kanske'],
] as const) {
  test(`${text === '' ? 'nothing' : `"${text}"`} as ${column} is ${code}, and the row is no valid one`, () => {
    const { found, values, judgement } = judged([but({ [column]: text })]);
    assert.deepEqual(found, [{ code, level: 'error', row: 2, column, value: text }]);
    assert.deepEqual(values, [undefined]);
    assert.equal(judgement.validRows, 0);
  });
}

test('a place outside its municipality and a day that has not come ask, and the row is valid', () => {
  const { found, judgement } = judged([but({ latitude: '57.70', updated: '2027-01-01' })]);
  assert.deepEqual(
    found.map(({ code, level }) => [code, level]),
    [
      ['not-future', 'warning'],
      ['inside-area', 'warning'],
    ],
  );
  assert.equal(judgement.isValid, true);
});

test('a key that is met again is told of with the row that had it first', () => {
  const { found } = judged([row, but({ id: 'a2' }), row]);
  assert.deepEqual(found, [
    { code: 'key-duplicate', level: 'error', row: 4, column: 'id', value: 'a1', first: 2 },
  ]);
});

test('a mandatory column that is missing is told of once, however many rows there are', () => {
  const { found, judgement } = judged(
    Array.from({ length: 50_000 }, (_, index) => ['2480', `a${index}`, 'Nydala', '63.81', '20.33']),
    ['source', 'id', 'name', 'latitude', 'longitude'],
  );
  assert.deepEqual(found, []);
  assert.deepEqual(
    judgement.counts.map(({ code, column, count }) => [code, column, count]),
    [['missing-column', 'email', 1]],
  );
  assert.equal(judgement.isValid, false);
});

test('columns are known by name however it is written and by their labels, and a slip is asked about', () => {
  const { judgement } = judged(
    [],
    ['\ufeffSource', 'ID', 'Namn', 'LATITUD', 'Longitude', 'E-post', 'uppdaterat', 'Toalett', 'id'],
  );
  const { renamed, unknown, faults } = judgement.header;
  assert.deepEqual(
    renamed.map(({ column }) => column),
    ['source', 'id', 'name', 'latitude', 'longitude', 'email', 'toilet'],
  );
  assert.deepEqual(unknown, [{ found: 'uppdaterat', suggestion: 'updated' }]);
  assert.deepEqual(faults, [{ code: 'duplicate-column', column: 'id' }]);
});

test('a personal number in a text makes the row invalid and is not repeated; other numbers raise no alarm', () => {
  const { found } = judged([
    but({ name: 'Ring 19811228-9874' }),
    but({ id: 'a2', name: 'Org.nr 212000-1355' }),
    but({ id: 'a3', name: 'Samordning 701063-2391' }),
    but({ id: 'a4', name: 'Fel siffra 811228-9873' }),
  ]);
  assert.deepEqual(
    found.map(({ row: number, code, value }) => [number, code, value]),
    [
      [2, 'personnummer', 'Ring 19811228-XXXX'],
      [4, 'personnummer', 'Samordning 701063-XXXX'],
    ],
  );
});

test('a cell that could not be read is not told of again by a check of its row', () => {
  const columns = [...header, 'seasonStart', 'seasonEnd'];
  const { found } = judged([[...row, '2026-06-01', 'sommaren']], columns);
  assert.deepEqual(
    found.map(({ code, column }) => [code, column]),
    [['type', 'seasonEnd']],
  );
});

for (const [column, text, value, repair] of [
  ['updated', '2026/5/1', '2026-05-01', 'date-form'],
  ['updated', '1 maj 2026', '2026-05-01', 'date-form'],
  ['updated', '01 oct 2026', '2026-10-01', 'date-form'],
  ['source', 'Umeå kommun', '2480', 'code-label'],
  ['name', 'Norra\u00a0badet', 'Norra badet', 'hard-space'],
  ['toilet', '#SAKNAS!', undefined, 'missing-mark'],
] as const) {
  test(`"${text}" as ${column} has one meaning and is read`, () => {
    const { values, judgement } = judged([but({ [column]: text })]);
    const place = badplats.columns.findIndex(({ name }) => name === column);
    assert.equal(values[0]?.[place], value);
    assert.deepEqual(
      judgement.repairs.map((one) => [one.repair, one.column]),
      [[repair, column]],
    );
  });
}

test('a mark for nothing that is a value of the list is that value, and space around it is told of by itself', () => {
  const columns = [...header, 'assessment'];
  const judge = tableJudge(badplats, columns, surroundings);
  assert.notEqual(judge.row([...row, ' uppgift saknas '], 2), undefined);
  assert.deepEqual(
    judge.judgement().repairs.map((one) => [one.repair, one.samples[0]?.to]),
    [
      ['letter-case', 'Uppgift saknas'],
      ['surrounding-space', 'Uppgift saknas'],
    ],
  );
});

test('a personal number where another number is asked for is told of as what it is', () => {
  const { found } = judged([but({ source: '19811228-9874' })]);
  assert.deepEqual(found, [
    { code: 'personnummer', level: 'error', row: 2, column: 'source', value: '19811228-XXXX' },
  ]);
});
