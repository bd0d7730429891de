import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publish, withdraw } from '../../src/catalog/change-state.ts';
import { type PutResource, putResource } from '../../src/catalog/put-resource.ts';
import { anonymous, base, dataset, openSquare, operator, refusal, type Square } from './square.ts';

/** The same dataset with another title. */
const retitled = (sv: string) => ({ ...dataset, title: { sv } });

function put(square: Square, changes: Partial<PutResource> = {}) {
  return putResource(square.context, {
    actor: operator,
    kind: 'dataset',
    name: 'bad',
    node: retitled('Bad'),
    expected: undefined,
    ...changes,
  });
}

test('a new description is the next version, and the one before can still be read', async (t) => {
  const square = await openSquare(t);
  const made = await square.dataset({ publish: true });
  const revision = await square.store.catalog.revision();
  const { resource, isNew } = await put(square, { reason: 'kortare titel' });
  assert.equal(isNew, false);
  assert.equal(resource.version, 2);
  assert.equal(resource.state, 'published');
  assert.deepEqual(resource.content.title, { sv: 'Bad' });
  const before = await square.store.catalog.version(made.id, 1);
  assert.deepEqual(before?.content, made.content);
  const changes = await square.store.catalog.changesAfter(revision, 10);
  assert.deepEqual(
    changes.map(({ operation, version }) => [operation, version]),
    [['update', 2]],
  );
});

test('the same content makes no version and no revision, in whatever order it stands', async (t) => {
  const square = await openSquare(t);
  await square.dataset({ publish: true });
  const before = await square.trace();
  const { title, ...rest } = dataset;
  const { resource } = await put(square, {
    node: { ...rest, keyword: { en: ['bathing'], sv: ['vatten', 'bad'] }, title },
  });
  assert.equal(resource.version, 1);
  assert.equal(await square.trace(), before);
});

test('a change is made from what is stored', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  const { resource } = await put(square, {
    node: async ({ content }) => ({ ...content, title: { sv: `${content.version ?? 'ny'}` } }),
  });
  assert.deepEqual(resource.content.title, { sv: 'ny' });
  assert.deepEqual(resource.content.keyword, dataset.keyword);
});

test('what is public stays valid: an update with errors leaves it as it was', async (t) => {
  const square = await openSquare(t);
  await square.dataset({ publish: true });
  const before = await square.trace();
  const { description: _, ...incomplete } = dataset;
  await assert.rejects(put(square, { node: incomplete }), refusal('invalid-record'));
  assert.equal(await square.trace(), before);
});

test('a draft may become incomplete', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  const { resource, issues } = await put(square, { node: { title: { sv: 'Bad' } } });
  assert.equal(resource.version, 2);
  assert.ok(issues.some(({ level }) => level === 'error'));
});

test('an old version is refused by the names of what changed since', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  await put(square, { node: { ...retitled('Bad'), keyword: { sv: ['sjö'] } } });
  await assert.rejects(
    put(square, { node: retitled('Badställen'), expected: 1 }),
    refusal('version-conflict', /keyword, title/),
  );
  assert.equal((await square.find('bad')).version, 2);
});

test('a draft takes a new name, and its IRI and its parts follow', async (t) => {
  const square = await openSquare(t);
  const made = await square.dataset({
    node: {
      ...dataset,
      distribution: [{ accessUrl: 'https://umea.example/bad.csv' }],
      extra: [`<${base}/datasets/bad> <https://exempel.se/p> "x" .`],
    },
  });
  const { resource } = await put(square, { node: made.content, rename: 'badplatser', expected: 1 });
  assert.equal(resource.name, 'badplatser');
  assert.equal(resource.iri, `${base}/datasets/badplatser`);
  const text = JSON.stringify(resource.content);
  assert.ok(!text.includes('/datasets/bad"') && !text.includes('/datasets/bad#'));
  assert.ok(text.includes('/datasets/badplatser#'));
  assert.equal(await square.store.catalog.find('dataset', 'bad'), undefined);
});

test("a draft under its publisher's IRI keeps it with a new name, while parts of ours follow the name", async (t) => {
  const square = await openSquare(t);
  const iri = 'https://umea.example/data/bad';
  const made = await square.dataset({
    node: { ...dataset, '@id': iri, distribution: [{ accessUrl: 'https://umea.example/bad.csv' }] },
  });
  const { resource } = await put(square, { node: made.content, rename: 'badplatser' });
  assert.equal(resource.iri, iri);
  assert.ok(!JSON.stringify(resource.content).includes('/datasets/bad#'));
});

test('a new name that is taken is refused', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  await square.dataset({ name: 'annat' });
  await assert.rejects(put(square, { rename: 'annat', node: dataset }), refusal('name-taken'));
  await assert.rejects(put(square, { rename: 'Annat', node: dataset }), refusal('invalid-record'));
});

test('after publication name and IRI are frozen, also when it is withdrawn', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  const request = { actor: operator, kind: 'dataset', name: 'bad', expected: undefined } as const;
  await publish(square.context, request);
  const frozen = async () => {
    await assert.rejects(put(square, { rename: 'annat' }), refusal('name-frozen'));
    await assert.rejects(
      put(square, { node: { ...dataset, '@id': 'https://umea.example/bad' } }),
      refusal('iri-frozen'),
    );
  };
  await frozen();
  await withdraw(square.context, request);
  await frozen();
});

test("a draft's IRI may become its publisher's own, but not one of ours at another address", async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  const own = 'https://umea.example/bad';
  const { resource } = await put(square, { node: { ...dataset, '@id': own } });
  assert.equal(resource.iri, own);
  await assert.rejects(
    put(square, { node: { ...dataset, '@id': `${base}/datasets/annat` } }),
    refusal('invalid-record'),
  );
  const back = await put(square, { node: { ...dataset, '@id': `${base}/datasets/bad` } });
  assert.equal(back.resource.iri, `${base}/datasets/bad`);
});

test('a replaced description without a publisher is still the organisation’s', async (t) => {
  const square = await openSquare(t);
  const { publisher: _, ...rest } = dataset;
  await square.dataset({ node: rest });
  const { resource } = await put(square, { node: rest, expected: 1 });
  assert.equal(resource.version, 1);
  assert.equal(resource.content.publisher, square.umea.iri);
});

test('an organisation and its catalogue are edited by its administrator, and keep their names', async (t) => {
  const square = await openSquare(t);
  const catalog = await square.find('umea', 'catalog');
  const changed = { ...catalog.content, title: { sv: 'Umeås data', en: 'Data of Umeå' } };
  const change = { kind: 'catalog', name: 'umea', node: changed } as const;
  await assert.rejects(
    put(square, { ...change, actor: square.actor('editor') }),
    refusal('not-permitted'),
  );
  const { resource } = await put(square, { ...change, actor: square.actor('administrator') });
  assert.equal(resource.version, 2);
  await assert.rejects(put(square, { ...change, rename: 'umeo' }), refusal('name-frozen'));
});

test('nothing is edited by nobody, or where there is nothing', async (t) => {
  const square = await openSquare(t);
  await square.dataset({ publish: true });
  await assert.rejects(put(square, { actor: anonymous }), refusal('not-authenticated'));
  await assert.rejects(put(square, { name: 'inget' }), refusal('not-found'));
});
