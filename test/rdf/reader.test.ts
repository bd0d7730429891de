import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CatalogError } from '../../src/kernel/errors.ts';
import { budgetsFor, defaultBudgets } from '../../src/rdf/budgets.ts';
import type { ReadRecord } from '../../src/rdf/read-record.ts';
import { openReader } from '../../src/rdf/reader.ts';
import { schemas } from './reading.ts';

const folders = { schemas, vocabularies: 'vocabularies' };
const reader = openReader(folders);
after(() => reader.close());

const mediaType = 'text/turtle';

function datasets(count: number): string {
  const one = (n: number): string =>
    `<https://a.example/${n}> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Datamängd ${n}"@sv .\n`;
  return Array.from({ length: count }, (_, n) => one(n)).join('');
}

function isRefusal(code: string): (error: unknown) => boolean {
  return (error) => error instanceof CatalogError && error.code === code;
}

test('records come in batches, all of them, and reading waits for who takes them', async () => {
  const found: ReadRecord[] = [];
  let taking = 0;
  const reading = await reader.readCatalog(datasets(1234), {
    mediaType,
    onRecords: async (batch) => {
      taking += 1;
      assert.equal(taking, 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      found.push(...batch);
      taking -= 1;
    },
  });
  assert.deepEqual(reading.records, []);
  assert.equal(new Set(found.map(({ iri }) => iri)).size, 1234);
});

test('what the receiver throws ends the reading, and the next one works', async () => {
  const onRecords = (): void => {
    throw new Error('disk full');
  };
  await assert.rejects(reader.readCatalog(datasets(1000), { mediaType, onRecords }), /disk full/);
  assert.equal((await reader.readCatalog(datasets(3), { mediaType })).records.length, 3);
});

test('a document that takes too long is broken off, and the next one works', async () => {
  await assert.rejects(
    reader.readCatalog(datasets(200_000), { mediaType, budgets: { milliseconds: 30 } }),
    isRefusal('document-too-large'),
  );
  assert.equal((await reader.readCatalog(datasets(3), { mediaType })).records.length, 3);
});

test('a document that takes too much memory is broken off without taking the program along', async () => {
  const small = openReader({ ...folders, budgets: { memory: 96 } });
  try {
    await assert.rejects(
      small.readCatalog(datasets(300_000), { mediaType }),
      isRefusal('document-too-large'),
    );
    assert.equal((await small.readCatalog(datasets(3), { mediaType })).records.length, 3);
  } finally {
    await small.close();
  }
});

test('reading that nobody waits for any more is given up', async () => {
  const controller = new AbortController();
  const reading = reader.readCatalog(datasets(200_000), { mediaType, signal: controller.signal });
  setTimeout(() => controller.abort(new Error('gone')), 20);
  await assert.rejects(reading, /gone/);
  await assert.rejects(
    reader.readCatalog(datasets(1), { mediaType, signal: AbortSignal.abort(new Error('gone')) }),
    /gone/,
  );
});

test('more documents than threads wait for their turn', async () => {
  const counts = [1, 20, 3, 400, 5, 6, 7];
  const readings = counts.map((count) => reader.readCatalog(datasets(count), { mediaType }));
  const found = (await Promise.all(readings)).map(({ records }) => records.length);
  assert.deepEqual(found, counts);
});

test('a refusal comes with its issues from the thread, and the thread stays', async () => {
  await assert.rejects(reader.parse('<a> <b> <c> .', { mediaType }), (error) => {
    assert.ok(error instanceof CatalogError);
    assert.equal(error.code, 'invalid-document');
    assert.equal(error.issues.length, 3);
    return true;
  });
});

test('a parsed graph arrives whole', async () => {
  const { graph } = await reader.parse('<https://a.example/> <https://e.example/p> "å"@sv , [] .', {
    mediaType,
  });
  assert.equal(graph.size, 2);
  const subject = graph.findIri('https://a.example/');
  assert.ok(subject !== undefined);
  const [text, blank] = graph.statements(subject).map((quad) => graph.object(quad));
  assert.ok(text !== undefined && blank !== undefined);
  assert.deepEqual([graph.value(text), graph.literalType(text)?.language], ['å', 'sv']);
  assert.ok(graph.isBlank(blank));
});

test('a file that is not there is a fault, not a refusal', async () => {
  await assert.rejects(
    reader.parse({ file: 'test/fixtures/rdf/none.ttl' }, { mediaType }),
    (error) => !(error instanceof CatalogError),
  );
});

test('a small document does not become large records by what they share', async () => {
  const shared = Array.from({ length: 200 }, (_, n) => `_:s t:title "${'x'.repeat(300)}${n}"@sv .`);
  const records = Array.from(
    { length: 5000 },
    (_, n) => `<r${n}> a d:Dataset ; d:distribution _:s .`,
  );
  const prefixes =
    '@prefix d: <http://www.w3.org/ns/dcat#> . @prefix t: <http://purl.org/dc/terms/> .\n';
  const text = prefixes + [...shared, ...records].join('\n');
  await assert.rejects(
    reader.readCatalog(text, { mediaType, base: 'https://a.example/' }),
    isRefusal('document-too-large'),
  );
});

test('what a document may cost grows with its size, up to the whole budget', () => {
  const small = budgetsFor(defaultBudgets, 1024 * 1024);
  assert.equal(small.milliseconds, 13_000);
  assert.equal(small.memory, 288);
  assert.equal(small.recordsLength, 32 * 1024 * 1024);
  const large = budgetsFor(defaultBudgets, 256 * 1024 * 1024);
  assert.equal(large.milliseconds, defaultBudgets.milliseconds);
  assert.equal(large.memory, defaultBudgets.memory);
});

test('only so many documents wait, and one more is told to come back', async () => {
  const narrow = openReader({ ...folders, threads: 1, queue: 1 });
  try {
    const first = narrow.readCatalog(datasets(2000), { mediaType });
    const second = narrow.readCatalog(datasets(3), { mediaType });
    await nextTurn();
    await assert.rejects(narrow.readCatalog(datasets(3), { mediaType }), isRefusal('busy'));
    assert.equal((await first).records.length, 2000);
    assert.equal((await second).records.length, 3);
  } finally {
    await narrow.close();
  }
});

test('who waits for a thread and hangs up leaves the queue at once', async () => {
  const narrow = openReader({ ...folders, threads: 1, queue: 1 });
  try {
    let firstEnded = false;
    const first = narrow.readCatalog(datasets(20_000), { mediaType }).then((reading) => {
      firstEnded = true;
      return reading;
    });
    const gone = new AbortController();
    const second = narrow.readCatalog(datasets(3), { mediaType, signal: gone.signal });
    await nextTurn();
    gone.abort(new Error('hung up'));
    await assert.rejects(second, /hung up/);
    assert.equal(firstEnded, false);
    const third = narrow.readCatalog(datasets(3), { mediaType });
    assert.equal((await first).records.length, 20_000);
    assert.equal((await third).records.length, 3);
  } finally {
    await narrow.close();
  }
});

test('a reader that is closed lets nobody wait for ever', async () => {
  const narrow = openReader({ ...folders, threads: 1 });
  const both = [
    narrow.readCatalog(datasets(5000), { mediaType }),
    narrow.readCatalog('', { mediaType }),
  ];
  await nextTurn();
  const ends = Promise.allSettled(both);
  await narrow.close();
  assert.deepEqual(
    (await ends).map(({ status }) => status),
    ['rejected', 'rejected'],
  );
});
