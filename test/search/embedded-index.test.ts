import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, ftruncateSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { openAnalyser } from '../../src/language/open-analyser.ts';
import { openEmbeddedIndex } from '../../src/search/embedded/open-embedded-index.ts';
import {
  SearchBuilding,
  type SearchIndex,
  SearchUnavailable,
} from '../../src/search/search-index.ts';
import { generatedDocuments, searchDocument } from '../contract/search-index-documents.ts';
import { fill, idsIn, positionAt } from '../contract/search-index-duty.ts';
import { engineQuery, word } from '../contract/search-index-queries.ts';

const analyser = openAnalyser();

/** A folder for an index, removed after the test. */
async function place(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-index-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the index of a folder, closed after the test. */
async function open(context: TestContext, folder: string): Promise<SearchIndex> {
  const index = await openEmbeddedIndex({ folder, analyser });
  context.after(() => index.close());
  return index;
}

/** There is nothing to find in, and the index says so. */
async function isToBeBuilt(index: SearchIndex): Promise<void> {
  assert.equal(await index.position(), undefined);
  await assert.rejects(idsIn(index), SearchBuilding);
}

const indexFile = (folder: string): string =>
  join(folder, readdirSync(folder).find((name) => name.endsWith('.sqlite')) ?? '');

test('an index without a folder is kept in memory', async () => {
  const index = await openEmbeddedIndex({ analyser });
  await fill(index, [searchDocument('trees', { title: 'träd' })], 3);
  assert.deepEqual(await idsIn(index), ['trees']);
  assert.deepEqual(await index.position(), positionAt(3));
  await index.close();
});

test('a killed process leaves an index that is whole, up to its last position', async (context) => {
  const folder = await place(context);
  const child = fork(join(import.meta.dirname, 'embedded-writer.ts'), [folder]);
  const ended = once(child, 'exit');
  for (let batches = 0; batches < 4; batches++) await once(child, 'message');
  child.kill('SIGKILL');
  await ended;
  const index = await open(context, folder);
  const position = await index.position();
  assert.ok(position !== undefined && position.revision >= 4);
  const { total, facets } = await index.find(engineQuery({ facets: ['theme'], size: 0 }));
  // Each batch of the writer brings ten records of one theme, and its position.
  assert.equal(total, position.revision * 10);
  assert.deepEqual(facets.theme?.values, [{ value: 'ENVI', count: total }]);
  assert.equal((await index.find(engineQuery({ must: [word('träd')] }))).total, total);
  const { length } = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  assert.equal(length, 1, 'the generation that was being built is gone');
});

for (const [what, damage] of Object.entries({
  'is no database': (file: string) => writeFile(file, 'x'.repeat(10_000)),
  'is cut off': async (file: string) => {
    const handle = openSync(file, 'r+');
    ftruncateSync(handle, statSync(file).size >> 1);
    closeSync(handle);
  },
  'is overwritten with zeros': async (file: string) => {
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(statSync(file).size - 8192), 0, null, 8192);
    closeSync(handle);
  },
})) {
  test(`an index whose file ${what} is thrown away and can be built again`, async (context) => {
    const folder = await place(context);
    const before = await openEmbeddedIndex({ folder, analyser });
    await fill(before, generatedDocuments(120, 2), 9);
    await before.close();
    await damage(indexFile(folder));
    const index = await open(context, folder);
    await lookEverywhere(index);
    await isToBeBuilt(index);
    await fill(index, [searchDocument('trees', { title: 'träd' })], 10);
    assert.deepEqual(await idsIn(index), ['trees']);
  });
}

test('an index of another format is thrown away', async (context) => {
  const folder = await place(context);
  const before = await openEmbeddedIndex({ folder, analyser });
  await fill(before, [searchDocument('trees', { title: 'träd' })], 9);
  await before.close();
  const file = openSync(indexFile(folder), 'r+');
  // `user_version`. https://sqlite.org/fileformat2.html §1.3
  writeSync(file, Buffer.from([0, 0, 0, 200]), 0, 4, 60);
  closeSync(file);
  const index = await open(context, folder);
  await isToBeBuilt(index);
});

test('an index that lacks a column of ours is thrown away', async (context) => {
  const folder = await place(context);
  const before = await openEmbeddedIndex({ folder, analyser });
  await fill(before, [searchDocument('trees', { title: 'träd' })], 9);
  await before.close();
  const database = new DatabaseSync(indexFile(folder));
  database.exec('alter table contents rename column shown to seen');
  database.close();
  const index = await open(context, folder);
  await isToBeBuilt(index);
});

test('an index that is closed says that it does not answer', async (context) => {
  const index = await openEmbeddedIndex({ folder: await place(context), analyser });
  await index.close();
  await index.close();
  await assert.rejects(index.find(engineQuery()), SearchUnavailable);
  await assert.rejects(index.ping(), SearchUnavailable);
});

test('a page far down is the same as the end of all that comes before it', async (context) => {
  const index = await open(context, await place(context));
  await fill(index, generatedDocuments(1400, 6));
  for (const sort of ['relevance', 'modified', 'title-sv'] as const) {
    const start = await index.find(engineQuery({ sort, from: 900, size: 290 }));
    const after = start.hits[249]?.key ?? [];
    const near = await index.find(engineQuery({ sort, after, size: 40 }));
    const far = await index.find(engineQuery({ sort, from: 1150, size: 60 }));
    assert.deepEqual(far.hits.slice(0, 40), start.hits.slice(250));
    assert.deepEqual(near.hits, far.hits.slice(0, 40));
  }
});

test('records that are replaced over and over do not fill the memory', async (context) => {
  const index = await open(context, await place(context));
  await fill(index, []);
  const documents = generatedDocuments(300, 6);
  // More forms than are kept when they are no longer alive.
  for (let round = 1; round <= 9; round++) {
    await index.apply({
      documents: documents.map((document) => ({ ...document, revision: round * 10_000 })),
      deletions: [],
      position: positionAt(round),
    });
  }
  const { total, hits } = await index.find(engineQuery({ sort: 'title-sv', size: 1000 }));
  assert.equal(total, 300);
  assert.equal(new Set(hits.map(({ id }) => id)).size, 300);
});

/** Reads every part of an index, so that damage anywhere is met; what refuses has been thrown away. */
async function lookEverywhere(index: SearchIndex): Promise<void> {
  const looks = [
    () => index.find(engineQuery({ size: 1000 })),
    () => index.find(engineQuery({ must: [word('vatten')], size: 1000 })),
    () => index.words(),
  ];
  for (const look of looks) {
    try {
      await look();
    } catch (error) {
      assert.ok(error instanceof SearchUnavailable, String(error));
    }
  }
}
