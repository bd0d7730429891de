import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyImport, planImport } from '../../src/catalog/import-rows.ts';
import { undoBulk } from '../../src/catalog/undo-bulk.ts';
import { recordsToSheets } from '../../src/sheets/records-to-sheets.ts';
import { namesIn, sheetsToRecords } from '../../src/sheets/sheets-to-records.ts';
import { readCsv, writeCsv } from '../../src/tables/csv.ts';
import type { Sheet } from '../../src/tables/sheet.ts';
import { readWorkbook, writeWorkbook } from '../../src/tables/workbook.ts';
import { openPublishingSquare } from '../catalog/publishing-square.ts';
import { profile, refusal } from '../catalog/square.ts';
import { dataset } from '../profile/sample-records.ts';

const { plan } = profile;
const record = { name: 'bad', state: 'published', content: dataset };
const find = (name: string) => (name === 'bad' ? dataset : undefined);

/** The sheets with a cell changed, by the technical name of its column. */
function edited(sheets: readonly Sheet[], sheet: number, key: string, text: string, row = 3) {
  return sheets.map((one, at) => {
    const column = one.rows[2]?.indexOf(key) ?? -1;
    assert.ok(at !== sheet || column >= 0, key);
    return at !== sheet
      ? one
      : {
          ...one,
          rows: one.rows.map((cells, line) =>
            line === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells,
          ),
        };
  });
}

test('what was written as sheets is the very same when it is read, in XLSX and in CSV', async () => {
  const sheets = recordsToSheets(plan, [record]);
  const book = await readWorkbook(Buffer.from(await writeWorkbook(sheets, { headings: 3 })));
  const files = sheets.map((one) => readCsv(Buffer.from(writeCsv(one)), one.name));
  for (const read of [book, files]) {
    const { records, faults } = sheetsToRecords(plan, read, find);
    assert.deepEqual(faults, []);
    assert.equal(records[0]?.content, dataset, 'not even made anew');
    assert.deepEqual(namesIn(read), ['bad']);
  }
});

test('a changed cell changes its property alone, an empty one takes it away, a missing column nothing', () => {
  const sheets = edited(recordsToSheets(plan, [record]), 0, 'keyword@sv', 'sjö | hav \\| strand');
  const { records } = sheetsToRecords(plan, sheets, find);
  const [read] = records;
  const { keyword, ...rest } = read?.content ?? {};
  const { keyword: before, ...same } = dataset;
  assert.deepEqual(keyword, { ...(before as object), sv: ['sjö', 'hav | strand'] });
  assert.deepEqual(rest, same);

  const emptied = edited(recordsToSheets(plan, [record]), 0, 'title@en', '');
  const title = sheetsToRecords(plan, emptied, find).records[0]?.content.title;
  assert.equal((title as Record<string, string>).en, undefined);
  const narrow = recordsToSheets(plan, [record]).map(({ name, rows }) => ({
    name,
    rows: rows.map((cells) => cells.slice(0, 3)),
  }));
  assert.equal(sheetsToRecords(plan, narrow, find).records[0]?.content, dataset);
});

test('distributions are changed by their identity, and new ones added', () => {
  const sheets = recordsToSheets(plan, [record]);
  const licence = 'http://creativecommons.org/licenses/by/4.0/';
  const changed = edited(sheets, 1, 'license', licence);
  const parts = sheetsToRecords(plan, changed, find).records[0]?.content.distribution;
  assert.equal((parts as readonly { license: string }[])[0]?.license, licence);

  const [main, second] = sheets;
  assert.ok(main && second);
  const fresh = second.rows[2]?.map((key) =>
    key === 'dataset' ? 'bad' : key === 'accessUrl' ? 'https://data.umea.se/ny.csv' : '',
  );
  const added = [main, { ...second, rows: [...second.rows, fresh ?? []] }];
  const list = sheetsToRecords(plan, added, find).records[0]?.content.distribution;
  assert.equal(
    (list as readonly unknown[]).length,
    (dataset.distribution as readonly unknown[]).length + 1,
  );
});

test('what cannot be understood is told by its row and column', () => {
  const [main] = recordsToSheets(plan, [record]);
  assert.ok(main);
  const rows = [
    ...main.rows.slice(0, 3).map((cells) => [...cells, 'nonsense']),
    main.rows[3] ?? [],
    main.rows[3] ?? [],
    ['', 'draft', 'x'],
  ];
  const { faults, records } = sheetsToRecords(plan, [{ ...main, rows }], find);
  assert.deepEqual(
    faults.map(({ row, column }) => `${row} ${column}`),
    ['3 nonsense', '5 name', '6 name'],
  );
  assert.equal(records.length, 1);
  assert.equal(sheetsToRecords(plan, [{ name: 'x', rows: [['a']] }], find).faults.length, 1);
});

test('rows are read in as one change: known ones changed, new ones made as drafts, and undone as one', async (t) => {
  const at = await openPublishingSquare(t);
  const { publishing, person, find: stored } = at;
  const bad = await at.dataset({ publish: true });
  const rows = [
    { name: 'bad', isNew: false, content: { ...bad.content, keyword: { sv: ['sjö'] } } },
    { name: 'nya-trad', isNew: true, content: { title: { sv: 'Träd' } } },
    { name: 'Fel Namn', isNew: true, content: { title: { sv: 'Fel' } } },
  ];
  const request = { actor: person('Anna'), organization: 'umea', rows };
  const { plan: planned, made } = await planImport(publishing, request);
  assert.deepEqual(
    planned.rows.map(({ outcome }) => outcome),
    ['changed'],
  );
  assert.deepEqual(
    made.map(({ reason }) => reason === undefined),
    [true, false],
  );

  await assert.rejects(applyImport(publishing, request, new Map()), refusal('version-conflict'));
  const change = await applyImport(publishing, request, new Map([[bad.id, 1]]));
  assert.equal(change?.count, 2);
  assert.equal((await stored('nya-trad')).state, 'draft');
  assert.deepEqual((await stored('bad')).content.keyword, { sv: ['sjö'] });

  await undoBulk(publishing, { actor: person('Bo'), organization: 'umea', id: change?.id ?? '' });
  await assert.rejects(stored('nya-trad'));
  assert.deepEqual((await stored('bad')).content, bad.content);
});

test("a row of another organisation's dataset is not there", async (t) => {
  const at = await openPublishingSquare(t);
  const { publishing, person, trace } = at;
  const foreign = await at.dataset({ organization: 'kalmar', publish: true });
  const before = await trace();
  const rows = [
    { name: 'bad', isNew: false, content: { ...foreign.content, keyword: { sv: ['x'] } } },
  ];
  await assert.rejects(
    planImport(publishing, { actor: person('Anna'), organization: 'umea', rows }),
    refusal('not-found'),
  );
  const { made } = await planImport(publishing, {
    actor: person('Anna'),
    organization: 'umea',
    rows: rows.map((row) => ({ ...row, isNew: true })),
  });
  assert.match(made[0]?.reason?.sv ?? '', /upptaget/);
  assert.equal(await trace(), before);
});
