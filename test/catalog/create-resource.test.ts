import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeResource } from '../../src/catalog/change-state.ts';
import { createResource } from '../../src/catalog/create-resource.ts';
import { CatalogError } from '../../src/kernel/errors.ts';
import { anonymous, base, dataset, openSquare, operator, refusal, service } from './square.ts';

test('a new record is a draft at version 1 under our address, and tells nobody', async (t) => {
  const square = await openSquare(t);
  const before = await square.store.catalog.revision();
  const made = await square.dataset();
  assert.equal(made.state, 'draft');
  assert.equal(made.version, 1);
  assert.equal(made.iri, `${base}/datasets/bad`);
  assert.equal(made.published, null);
  assert.equal(await square.store.catalog.revision(), before);
});

test('a record published at once is announced once', async (t) => {
  const square = await openSquare(t);
  const before = await square.store.catalog.revision();
  const made = await square.dataset({ publish: true });
  assert.equal(made.state, 'published');
  assert.ok(made.published !== null);
  const changes = await square.store.catalog.changesAfter(before, 10);
  assert.deepEqual(
    changes.map(({ resource, operation, version }) => ({ resource, operation, version })),
    [{ resource: made.id, operation: 'create', version: 1 }],
  );
});

test('every version says who made it and why', async (t) => {
  const square = await openSquare(t);
  const made = await square.dataset({ actor: square.actor('editor'), reason: 'ny fil' });
  const [version] = await square.store.catalog.versions(made.id, { limit: 5 });
  assert.equal(version?.author, 'editor of umea');
  assert.equal(version?.reason, 'ny fil');
});

test('the publisher is the organisation when nobody says otherwise, but a service has none', async (t) => {
  const square = await openSquare(t);
  const { publisher: _, ...unpublished } = dataset;
  const made = await square.dataset({ node: unpublished });
  assert.equal(made.content.publisher, square.umea.iri);
  const { resource } = await createResource(square.context, {
    actor: operator,
    kind: 'service',
    organization: 'umea',
    node: service,
  });
  assert.equal(resource.content.publisher, undefined);
});

test('a name is made of the title, and numbered when it is taken', async (t) => {
  const square = await openSquare(t);
  const names: string[] = [];
  for (let time = 0; time < 3; time++) {
    names.push((await square.dataset({ name: undefined })).name);
  }
  assert.deepEqual(names, ['badplatser', 'badplatser-2', 'badplatser-3']);
});

test('a name that is taken, or is no name, is refused', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  await assert.rejects(square.dataset(), refusal('name-taken'));
  for (const name of ['Bad', 'b', 'bad.ttl', '-bad', 'bad--x', 'b'.repeat(101), '_', 'åre']) {
    await assert.rejects(square.dataset({ name }), refusal('invalid-record'), name);
  }
});

test("a publisher's own IRI is kept as the subject, and its parts lie at our address", async (t) => {
  const square = await openSquare(t);
  const iri = 'https://umea.example/data/bad';
  const { distribution: _, ...rest } = dataset;
  const made = await square.dataset({
    node: { ...rest, '@id': iri, distribution: [{ accessUrl: 'https://umea.example/bad.csv' }] },
  });
  assert.equal(made.iri, iri);
  assert.equal(made.content['@id'], iri);
  assert.match(JSON.stringify(made.content.distribution), new RegExp(`"${base}/datasets/bad#`));
  await assert.rejects(
    square.dataset({ name: 'annat', node: { ...dataset, '@id': iri } }),
    refusal('iri-taken'),
  );
});

test('IRIs of ours at another address, and IRIs that are none, are refused', async (t) => {
  const square = await openSquare(t);
  const strange = [
    base,
    `${base}/datasets/annat`,
    `${base}/series/bad`,
    `${base}/datasets/bad/`,
    `${base}/organizations/kalmar/catalog`,
    'bad',
    'https://exempel.se/en bad',
  ];
  for (const iri of strange) {
    await assert.rejects(
      square.dataset({ node: { ...dataset, '@id': iri } }),
      refusal('invalid-record'),
      iri,
    );
  }
});

test('a draft may be incomplete, and publishing it at once names every fault', async (t) => {
  const square = await openSquare(t);
  const node = { title: { sv: 'Bara en titel' } };
  await square.dataset({ name: 'utkast', node });
  await assert.rejects(square.dataset({ name: 'offentlig', node, publish: true }), (error) => {
    assert.ok(error instanceof CatalogError);
    assert.equal(error.code, 'invalid-record');
    const errors = error.issues.filter(({ level }) => level === 'error');
    assert.ok(errors.some(({ pointer }) => pointer === '/description'));
    assert.ok(error.issues.every(({ message }) => message.sv !== '' && message.en !== ''));
    return true;
  });
  assert.equal(await square.store.catalog.find('dataset', 'offentlig'), undefined);
});

test('a form that cannot be kept is refused as a draft too', async (t) => {
  const square = await openSquare(t);
  const before = await square.trace();
  for (const node of [
    { ...dataset, tema: 'x' },
    { ...dataset, title: 'bara text' as never, byteSize: {} },
  ]) {
    await assert.rejects(square.dataset({ node }), refusal('invalid-record'));
  }
  assert.equal(await square.trace(), before);
});

test('the same request with the same key makes one record and answers it again', async (t) => {
  const square = await openSquare(t);
  const once = { key: 'k1', fingerprint: 'f1' };
  const first = await createResource(square.context, {
    actor: operator,
    kind: 'dataset',
    organization: 'umea',
    node: dataset,
    once,
  });
  const second = await createResource(square.context, {
    actor: operator,
    kind: 'dataset',
    organization: 'umea',
    node: dataset,
    once,
  });
  assert.deepEqual([first.isNew, second.isNew], [true, false]);
  assert.equal(second.resource.id, first.resource.id);
  assert.equal(await square.store.catalog.find('dataset', 'badplatser-2'), undefined);
});

test('another request with the same key is refused, and so is a record that has been deleted', async (t) => {
  const square = await openSquare(t);
  await square.dataset({ once: { key: 'k1', fingerprint: 'f1' } });
  await assert.rejects(
    square.dataset({ name: 'annat', once: { key: 'k1', fingerprint: 'f2' } }),
    refusal('idempotency-conflict'),
  );
  await removeResource(square.context, {
    actor: operator,
    kind: 'dataset',
    name: 'bad',
    expected: 1,
  });
  await assert.rejects(
    square.dataset({ once: { key: 'k1', fingerprint: 'f1' } }),
    refusal('idempotency-conflict'),
  );
});

test('a refused request does not use up its key', async (t) => {
  const square = await openSquare(t);
  const once = { key: 'k1', fingerprint: 'f1' };
  await assert.rejects(square.dataset({ node: { tema: 1 }, once }), refusal('invalid-record'));
  assert.equal((await square.dataset({ once })).version, 1);
});

test('nobody, an unknown organisation and a foreign one are each refused in their own way', async (t) => {
  const square = await openSquare(t);
  await assert.rejects(square.dataset({ actor: anonymous }), refusal('not-authenticated'));
  await assert.rejects(square.dataset({ organization: 'ingen' }), refusal('not-found'));
  await assert.rejects(
    square.dataset({ actor: square.actor('editor', square.kalmar) }),
    refusal('not-permitted'),
  );
});
