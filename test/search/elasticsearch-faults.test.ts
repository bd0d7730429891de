import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openAnalyser } from '../../src/language/open-analyser.ts';
import { openElasticsearchIndex } from '../../src/search/elasticsearch/open-elasticsearch-index.ts';
import type { IndexDocument } from '../../src/search/index-document.ts';
import {
  type IndexBatch,
  type SearchIndex,
  SearchUnavailable,
} from '../../src/search/search-index.ts';
import { generatedDocuments, searchDocument } from '../contract/search-index-documents.ts';
import { fill, idsIn, positionAt } from '../contract/search-index-duty.ts';
import { engineQuery, word } from '../contract/search-index-queries.ts';
import { type ElasticsearchServer, elasticsearch } from '../services/elasticsearch.ts';

const started = await elasticsearch();
const analyser = openAnalyser();

if ('missing' in started) {
  test('faults of Elasticsearch', { skip: started.missing }, () => undefined);
} else {
  after(() => started.stop());
  faults(started);
}

/** What the index in a real cluster owes beyond the contract: the cluster can fail, and others use it too. */
function faults(server: ElasticsearchServer): void {
  const open = (
    t: TestContext,
    { prefix = server.prefix(), url = server.url, timeout = 30_000 } = {},
  ): SearchIndex => {
    const index = openElasticsearchIndex({ url, prefix, analyser, timeout });
    t.after(() => index.close());
    return index;
  };
  const own = server.process;
  const skip =
    own === undefined && 'the server at DATATORGET_TEST_ELASTICSEARCH_URL is not to be killed';

  test('nothing is lost when the cluster is killed while batches are applied', {
    skip,
  }, async (t) => {
    const index = open(t);
    await fill(index, []);
    const batches = batchesOf(generatedDocuments(2000, 7), 50);
    const restarts: Promise<void>[] = [];
    const failures = await follow(index, batches, (number) => {
      const isTime = number === 5 + restarts.length * 15 && restarts.length < 2;
      // In the midst of what is being sent.
      if (isTime) restarts.push(delay(3).then(() => own?.restart()));
    });
    await Promise.all(restarts);
    assert.equal(restarts.length, 2);
    const lasting = batches.flatMap(({ deletions }) => deletions).length;
    assert.ok(failures > 0, 'no batch met the fault');
    assert.equal((await index.find(engineQuery({ size: 0 }))).total, 2000 - lasting);
    assert.deepEqual(await index.position(), batches.at(-1)?.position);
  });

  test('a cluster that hangs is given up, and used again when it goes on', { skip }, async (t) => {
    const prefix = server.prefix();
    await fill(open(t, { prefix }), [searchDocument('trees', { title: 'träd' })]);
    const index = open(t, { prefix, timeout: 2000 });
    const goOn = own?.freeze();
    try {
      await assert.rejects(index.find(engineQuery()), SearchUnavailable);
      await assert.rejects(index.ping(), SearchUnavailable);
    } finally {
      goOn?.();
    }
    await eventually(async () => assert.deepEqual(await idsIn(index), ['trees']));
  });

  test('a failure tells neither the address nor the password', async (t) => {
    const index = open(t, { url: 'http://anna:hemligt@127.0.0.1:9/elastic' });
    const questions = [
      () => index.find(engineQuery()),
      () => index.position(),
      () => index.words(),
      () => index.get('trees'),
      () => index.rebuild(),
      () => index.ping(),
      () => index.apply({ documents: [], deletions: [], position: positionAt(1) }),
    ];
    for (const question of questions) {
      const error = await question().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof SearchUnavailable);
      assert.doesNotMatch(
        `${error.stack} ${JSON.stringify(error)} ${error.cause}`,
        /anna|hemligt|127\.0\.0\.1|elastic\//,
      );
    }
  });

  test('user and password of the address are sent to the cluster', async (t) => {
    const guard = await guarded(t, server.url, 'anna:hemligt@9%');
    const prefix = server.prefix();
    const welcome = open(t, { prefix, url: guard.replace('//', '//anna:hemligt%409%25@') });
    await fill(welcome, [searchDocument('trees', { title: 'träd' })]);
    assert.deepEqual(await idsIn(welcome), ['trees']);
    const stranger = open(t, { prefix, url: guard });
    await assert.rejects(idsIn(stranger), /401/);
  });

  test('no search fails or comes back empty while new indexes are put in place', async (t) => {
    const index = open(t);
    const documents = generatedDocuments(40, 3);
    await fill(index, documents);
    let isDone = false;
    let asked = 0;
    const searching = Array.from({ length: 4 }, async () => {
      while (!isDone) {
        const { total, hits } = await index.find(engineQuery({ facets: ['theme'] }));
        assert.equal(total, documents.length);
        assert.equal(hits.length, 20);
        asked += 1;
      }
    });
    const rebuilding = (async () => {
      for (const revision of [2, 3, 4, 5, 6, 7, 8, 9]) await fill(index, documents, revision);
    })().finally(() => {
      isDone = true;
    });
    await Promise.all([rebuilding, ...searching]);
    assert.ok(asked > 0);
  });

  test('what dead rebuilds have left is removed by the next', async (t) => {
    const prefix = server.prefix();
    for (const _ of [1, 2]) {
      const rebuild = await open(t, { prefix }).rebuild();
      await rebuild.apply({
        documents: [searchDocument('roads', { title: 'väg' })],
        deletions: [],
      });
    }
    const index = open(t, { prefix });
    await fill(index, [searchDocument('trees', { title: 'träd' })]);
    assert.equal((await indexesOf(server.url, prefix)).length, 1);
    assert.deepEqual(await idsIn(index), ['trees']);
  });

  test('giving up a rebuild that has been put in place does not remove it', async (t) => {
    const index = open(t);
    const rebuild = await index.rebuild();
    await rebuild.apply({ documents: [searchDocument('trees', { title: 'träd' })], deletions: [] });
    await rebuild.commit(positionAt(1));
    await rebuild.abort();
    assert.deepEqual(await idsIn(index), ['trees']);
  });

  test('one that another has replaced takes no changes until its position has been asked', async (t) => {
    const prefix = server.prefix();
    const [index, other] = [open(t, { prefix }), open(t, { prefix })];
    await fill(index, [], 5);
    await fill(other, [], 3);
    const trees = searchDocument('trees', { title: 'träd' }, { revision: 6 });
    const batch: IndexBatch = { documents: [trees], deletions: [], position: positionAt(6) };
    await assert.rejects(index.apply(batch), SearchUnavailable);
    await assert.rejects(index.apply(batch), SearchUnavailable);
    assert.equal((await indexesOf(server.url, prefix)).length, 1);
    assert.deepEqual(await index.position(), positionAt(3));
    await index.apply(batch);
    assert.deepEqual(await idsIn(other), ['trees']);
    assert.deepEqual(await other.position(), positionAt(6));
  });

  test('an index of another mapping has to be built anew', async (t) => {
    const prefix = server.prefix();
    const index = open(t, { prefix });
    await fill(index, [], 5);
    const [name] = await indexesOf(server.url, prefix);
    await fetch(`${server.url}/${name}/_doc/%20position`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ position: { ...positionAt(5), layout: 0 } }),
    });
    assert.equal(await index.position(), undefined);
  });

  test('garbage is a term like any other', async (t) => {
    const index = open(t);
    const garbage = [
      'x'.repeat(10_000),
      `${'x'.repeat(9_999)}y`,
      'å'.repeat(300),
      '😀'.repeat(200),
      'title:*',
      'a*',
      '?',
      '*:*',
      '(a',
      '"',
      '\\',
      '\\u0000',
      'a\0b',
      '/.*/',
      '[1',
      '~',
      '^9',
      '&&',
      'مرحبا',
    ];
    const plain = {
      words: (text: string) => [{ start: 0, end: 0, word: text, lemmas: [], parts: [], heads: [] }],
    };
    const held = openElasticsearchIndex({
      url: server.url,
      prefix: server.prefix(),
      analyser: plain,
    });
    t.after(() => held.close());
    await fill(index, generatedDocuments(50, 5));
    await fill(
      held,
      garbage.map((token, number) => searchDocument(`g${number}`, { title: token })),
    );
    for (const [number, token] of garbage.entries()) {
      const query = engineQuery({ must: [word(token)] });
      assert.equal((await index.find(query)).total, 0, token.slice(0, 20));
      assert.deepEqual(
        (await held.find(query)).hits.map(({ id }) => id),
        [`g${number}`],
        token.slice(0, 20),
      );
      const phrase = { type: 'phrase', tokens: [token, token] } as const;
      assert.equal((await held.find(engineQuery({ must: [phrase] }))).total, 0);
    }
  });
}

/** Applies batches as the follower does: again from where the index says it is, for as long as it does not answer. */
async function follow(
  index: SearchIndex,
  batches: readonly IndexBatch[],
  before: (number: number) => void,
): Promise<number> {
  let failures = 0;
  for (;;) {
    try {
      const reached = (await index.position())?.revision ?? 0;
      const next = batches.find(({ position }) => position.revision > reached);
      if (next === undefined) return failures;
      before(batches.indexOf(next));
      await index.apply(next);
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) throw error;
      failures += 1;
      await delay(50);
    }
  }
}

/** Batches of so many records each, in which the second record of the batch before is deleted again. */
function batchesOf(documents: readonly IndexDocument[], size: number): readonly IndexBatch[] {
  return Array.from({ length: documents.length / size }, (_, number) => {
    const revision = documents.length + number + 1;
    const gone = documents[(number - 1) * size + 1];
    return {
      documents: documents.slice(number * size, (number + 1) * size),
      deletions: gone === undefined ? [] : [{ id: gone.id, revision }],
      position: positionAt(revision),
    };
  });
}

async function eventually(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await delay(100);
    }
  }
}

async function indexesOf(url: string, prefix: string): Promise<readonly string[]> {
  const answer = await fetch(`${url}/_cat/indices/${prefix}*?format=json&h=index`);
  return ((await answer.json()) as { index: string }[]).map(({ index }) => index);
}

/** The address of a door to the server that lets in one user only, as clusters with security do. */
async function guarded(t: TestContext, url: string, user: string): Promise<string> {
  const expected = `Basic ${Buffer.from(user).toString('base64')}`;
  const door = createServer((incoming, outgoing) => {
    if (incoming.headers.authorization !== expected) {
      outgoing.writeHead(401, { 'x-elastic-product': 'Elasticsearch' }).end();
      return;
    }
    const { authorization, ...headers } = incoming.headers;
    const { method } = incoming;
    const through = request(new URL(incoming.url ?? '/', url), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(through);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  t.after(() => door.close());
  return `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
}
