import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import { publish, withdraw } from '../../src/catalog/change-state.ts';
import { putResource } from '../../src/catalog/put-resource.ts';
import { CatalogError } from '../../src/kernel/errors.ts';
import { mariadb } from '../services/mariadb.ts';
import { dataset, openSquare, openSquareInFile, operator, type Square } from './square.ts';

type Open = (t: TestContext) => Promise<Square>;

const server = await mariadb();

writersAtOnce('memory', (t) => openSquare(t));
writersAtOnce('a SQLite file', openSquareInFile);
if ('missing' in server) {
  test('writers at once on MariaDB', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  writersAtOnce('MariaDB', async (t) => openSquare(t, { url: await server.createDatabase() }));
}

/** What several writers at the same time are owed, whatever the database. */
function writersAtOnce(name: string, open: Open): void {
  test(`on ${name} one request sent twice at once makes one record`, async (t) => {
    const square = await open(t);
    const once = { key: 'k1', fingerprint: 'f1' };
    const request = { name: undefined, once };
    const made = await Promise.all(Array.from({ length: 5 }, () => square.dataset(request)));
    assert.equal(new Set(made.map(({ id }) => id)).size, 1);
    assert.equal(await square.store.catalog.find('dataset', 'badplatser-2'), undefined);
  });

  test(`on ${name} two requests with one key at once make one record and one refusal`, async (t) => {
    const square = await open(t);
    const results = await Promise.allSettled(
      ['f1', 'f2'].map((fingerprint) =>
        square.dataset({ name: undefined, once: { key: 'k1', fingerprint } }),
      ),
    );
    assert.deepEqual(codes(results), ['done', 'idempotency-conflict']);
  });

  test(`on ${name} records with the same title made at once get names of their own`, async (t) => {
    const square = await open(t);
    const made = await Promise.all(
      Array.from({ length: 5 }, () => square.dataset({ name: undefined })),
    );
    assert.deepEqual(made.map((one) => one.name).sort(), [
      'badplatser',
      'badplatser-2',
      'badplatser-3',
      'badplatser-4',
      'badplatser-5',
    ]);
  });

  test(`on ${name} of two who wrote from one version one wins, and the other hears what changed`, async (t) => {
    const square = await open(t);
    await square.dataset({ publish: true });
    const revision = await square.store.catalog.revision();
    const results = await Promise.allSettled(
      ['Bad', 'Badställen'].map((sv) => put(square, { title: { sv } }, 1)),
    );
    assert.deepEqual(codes(results), ['done', 'version-conflict']);
    const loser = results.find((result) => result.status === 'rejected');
    assert.match(String(loser?.reason), /title/);
    assert.equal((await square.find('bad')).version, 2);
    assert.equal(await square.store.catalog.revision(), revision + 1);
  });

  test(`on ${name} changes to whatever is there are all made, one after the other`, async (t) => {
    const square = await open(t);
    await square.dataset();
    const words = ['sjö', 'hav', 'älv', 'bassäng'];
    await Promise.all(
      words.map((word) =>
        putResource(square.context, {
          actor: operator,
          kind: 'dataset',
          name: 'bad',
          expected: undefined,
          node: ({ content }) => ({
            ...content,
            keyword: { sv: [...keywords(content.keyword), word] },
          }),
        }),
      ),
    );
    const { content, version } = await square.find('bad');
    assert.equal(version, 5);
    assert.deepEqual(new Set(keywords(content.keyword)), new Set(['bad', 'vatten', ...words]));
  });

  test(`on ${name} what is published and withdrawn at once ends in one of the two`, async (t) => {
    const square = await open(t);
    await square.dataset({ publish: true });
    const request = { actor: operator, kind: 'dataset', name: 'bad', expected: undefined } as const;
    await Promise.all([
      withdraw(square.context, request),
      publish(square.context, request),
      withdraw(square.context, request),
    ]);
    const { state, version, id } = await square.find('bad');
    assert.ok(state === 'withdrawn' || state === 'published');
    const versions = await square.store.catalog.versions(id, { limit: 10 });
    assert.equal(versions.length, version);
    assert.equal(versions[0]?.state, state);
  });
}

function put(square: Square, change: Readonly<Record<string, { sv: string }>>, expected: number) {
  return putResource(square.context, {
    actor: operator,
    kind: 'dataset',
    name: 'bad',
    node: { ...dataset, ...change },
    expected,
  });
}

function codes(results: readonly PromiseSettledResult<unknown>[]): readonly string[] {
  return results
    .map((result) => {
      if (result.status === 'fulfilled') return 'done';
      assert.ok(result.reason instanceof CatalogError, String(result.reason));
      return result.reason.code;
    })
    .sort();
}

function keywords(value: unknown): readonly string[] {
  const map = value as { readonly sv?: readonly string[] };
  return map.sv ?? [];
}
