import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ChangeState,
  publish,
  removeResource,
  withdraw,
} from '../../src/catalog/change-state.ts';
import { openSquare, operator, refusal } from './square.ts';

const bad: ChangeState = { actor: operator, kind: 'dataset', name: 'bad', expected: undefined };

test('a record goes from draft to published to withdrawn and back, each a version and an announcement', async (t) => {
  const square = await openSquare(t);
  const { id } = await square.dataset();
  const revision = await square.store.catalog.revision();
  const { resource: published } = await publish(square.context, bad);
  const withdrawn = await withdraw(square.context, bad);
  const { resource: again } = await publish(square.context, bad);
  assert.deepEqual(
    [published, withdrawn, again].map(({ state, version }) => [state, version]),
    [
      ['published', 2],
      ['withdrawn', 3],
      ['published', 4],
    ],
  );
  assert.equal(again.published, published.published);
  const changes = await square.store.catalog.changesAfter(revision, 10);
  assert.deepEqual(
    changes.map(({ operation }) => operation),
    ['create', 'delete', 'create'],
  );
  assert.equal((await square.store.catalog.versions(id, { limit: 10 })).length, 4);
});

test('doing again what is done changes nothing', async (t) => {
  const square = await openSquare(t);
  await square.dataset({ publish: true });
  const before = await square.trace();
  await publish(square.context, bad);
  assert.equal(await square.trace(), before);
  await withdraw(square.context, bad);
  const withdrawn = await square.trace();
  await withdraw(square.context, bad);
  await removeResource(square.context, bad);
  assert.equal(await square.trace(), withdrawn);
});

test('an incomplete draft is not published, and a draft is not withdrawn', async (t) => {
  const square = await openSquare(t);
  await square.dataset({ node: { title: { sv: 'Bad' } } });
  const before = await square.trace();
  await assert.rejects(publish(square.context, bad), refusal('invalid-record'));
  await assert.rejects(withdraw(square.context, bad), refusal('state-conflict'));
  assert.equal(await square.trace(), before);
});

test('deleting a draft leaves nothing, neither versions nor its name and IRI', async (t) => {
  const square = await openSquare(t);
  const made = await square.dataset();
  assert.equal(await removeResource(square.context, bad), undefined);
  const { catalog } = square.store;
  assert.equal(await catalog.findById(made.id), undefined);
  assert.deepEqual(await catalog.versions(made.id, { limit: 5 }), []);
  assert.equal((await square.dataset()).version, 1);
});

test('deleting what has been public leaves a tombstone with its history', async (t) => {
  const square = await openSquare(t);
  const made = await square.dataset({ publish: true });
  const tombstone = await removeResource(square.context, bad);
  assert.equal(tombstone?.state, 'withdrawn');
  assert.deepEqual(tombstone?.content, made.content);
  await assert.rejects(square.dataset(), refusal('name-taken'));
});

test('every change of state minds the version that the caller has', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  const stale = { ...bad, expected: 7 };
  await assert.rejects(publish(square.context, stale), refusal('version-conflict'));
  await assert.rejects(removeResource(square.context, stale), refusal('version-conflict'));
  await publish(square.context, { ...bad, expected: 1 });
  await assert.rejects(withdraw(square.context, stale), refusal('version-conflict'));
  assert.equal((await square.find('bad')).state, 'published');
});

test('a change of state says who made it and why', async (t) => {
  const square = await openSquare(t);
  const { id } = await square.dataset();
  await publish(square.context, { ...bad, actor: square.actor('editor'), reason: 'klar' });
  const version = await square.store.catalog.version(id, 2);
  assert.deepEqual([version?.author, version?.reason], ['editor of umea', 'klar']);
});
