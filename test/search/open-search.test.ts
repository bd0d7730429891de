import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { BadCursor } from '../../src/search/cursor.ts';
import { openSearch } from '../../src/search/open-search.ts';
import { SearchUnavailable } from '../../src/search/search-index.ts';
import type { SearchThreadData } from '../../src/search/search-messages.ts';
import { type SearchThread, startSearchThread } from '../../src/search/search-thread.ts';
import { asked, described, fill, ids, vocabularyFolder } from './small-catalog.ts';

const memory: SearchThreadData = { engine: { engine: 'embedded' }, vocabularies: vocabularyFolder };
const documents = [described({ id: 'bath', title: 'Badplatser' })];

test('a thread finds, suggests, likens and tells where it is', async (t) => {
  const search = await openSearch(memory);
  t.after(() => search.close());
  assert.equal(await search.position(), undefined);
  await fill(search, documents);
  await search.ping();
  const { hits } = await search.search(asked('badplatserna'));
  assert.deepEqual(hits[0]?.title, { text: 'Badplatser', language: 'sv', marks: [[0, 10]] });
  assert.equal((await search.suggest({ text: 'bad', language: 'sv', size: 3 })).length, 1);
  assert.deepEqual(await search.similar('bath', 3), []);
  assert.deepEqual(await search.position(), { store: 'test', revision: 1, shape: '1' });
});

test('a rebuild that is given up changes nothing', async (t) => {
  const search = await openSearch(memory);
  t.after(() => search.close());
  await fill(search, documents);
  const rebuild = await search.rebuild();
  await rebuild.abort();
  assert.deepEqual(ids(await search.search(asked('bad'))), ['bath']);
  await assert.rejects(rebuild.apply({ documents, deletions: [] }), /ended/);
});

test('a broken cursor comes back as the error that it is', async (t) => {
  const search = await openSearch(memory);
  t.after(() => search.close());
  const error = await search.search(asked('', { cursor: 'x' })).catch((reason: unknown) => reason);
  assert.ok(error instanceof BadCursor);
  assert.equal(error.code, 'bad-cursor');
});

test('an engine that does not answer comes back as unavailable, and the thread lives on', async (t) => {
  const search = await openSearch({
    ...memory,
    engine: { engine: 'elasticsearch', url: 'http://127.0.0.1:1' },
  });
  t.after(() => search.close());
  await assert.rejects(search.search(asked('bad')), SearchUnavailable);
  await assert.rejects(search.ping(), SearchUnavailable);
});

test('when the thread dies those who wait are told, and the next one asks a new thread', async (t) => {
  const folder = await temporaryFolder(t);
  const threads: SearchThread[] = [];
  const search = await openSearch({ ...memory, engine: { engine: 'embedded', folder } }, (data) => {
    const thread = startSearchThread(data);
    threads.push(thread);
    return thread;
  });
  t.after(() => search.close());
  await fill(search, documents);
  const rebuild = await search.rebuild();
  const waiting = search.search(asked('bad')).then(
    () => 'answered',
    (reason: unknown) => reason instanceof SearchUnavailable && 'told',
  );
  await threads[0]?.end();
  assert.ok(['told', 'answered'].includes(String(await waiting)));
  assert.deepEqual(ids(await search.search(asked('bad'))), ['bath']);
  assert.equal(threads.length, 2);
  await assert.rejects(rebuild.apply({ documents, deletions: [] }), SearchUnavailable);
});

test('a thread that has ended refuses calls', async () => {
  const thread = startSearchThread(memory);
  await thread.opened;
  const call = thread.call('search', asked('bad'));
  await Promise.all([thread.end(), assert.rejects(call, SearchUnavailable)]);
  await assert.rejects(thread.call('ping'), SearchUnavailable);
});

test('an index that cannot be opened is an error at the start', async (t) => {
  const folder = join(await temporaryFolder(t), 'file');
  await writeFile(folder, 'in the way');
  await assert.rejects(
    openSearch({ ...memory, engine: { engine: 'embedded', folder: join(folder, 'index') } }),
  );
});

test('a closed search refuses, and closing again is nothing', async () => {
  const search = await openSearch(memory);
  await search.close();
  await search.close();
  await assert.rejects(search.search(asked('bad')), SearchUnavailable);
});

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
