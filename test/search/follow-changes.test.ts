import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { withdraw } from '../../src/catalog/change-state.ts';
import { putResource } from '../../src/catalog/put-resource.ts';
import { readRebuildNote, requestRebuild } from '../../src/search/rebuild-request.ts';
import { series as aSeries, operator } from '../catalog/square.ts';
import { openFollowing } from './following.ts';

test('an index that is not there is built, and then kept in step', async (t) => {
  const { follow, published, titles, square } = await openFollowing(t);
  await published('bad');
  const follower = follow();
  await follower.caughtUp();
  assert.deepEqual(await titles(), ['bad']);
  await published('ask');
  await follower.caughtUp();
  assert.deepEqual(await titles(), ['ask', 'bad']);
  await withdraw(square.context, {
    actor: operator,
    kind: 'dataset',
    name: 'bad',
    expected: undefined,
  });
  await follower.caughtUp();
  assert.deepEqual(await titles(), ['ask']);
  assert.deepEqual(await follower.lag(), { state: 'ready', revisions: 0, seconds: 0 });
});

test('what other processes commit is found without being woken', async (t) => {
  const { follow, published, titles } = await openFollowing(t);
  await follow().caughtUp();
  await published('bad');
  while ((await titles()).length === 0) await delay(5);
  assert.deepEqual(await titles(), ['bad']);
});

test('drafts and what is changed in them leave no trace in the index', async (t) => {
  const { follow, square, titles, writes } = await openFollowing(t);
  const follower = follow();
  await follower.caughtUp();
  const before = writes();
  await square.dataset({ name: 'utkast' });
  await follower.caughtUp();
  assert.deepEqual(await titles(), []);
  assert.equal(writes(), before);
});

test('a follower that stops goes on where it was, and repeats nothing', async (t) => {
  const { follow, published, titles, events } = await openFollowing(t);
  const first = follow();
  await published('bad');
  await first.caughtUp();
  await first.close();
  await published('ask');
  const second = follow({ holder: 'there' });
  await second.caughtUp();
  assert.deepEqual(await titles(), ['ask', 'bad']);
  assert.equal(events.filter(({ event }) => event === 'search-rebuilt').length, 1);
});

test('many changes go in batches, in order, and the last state counts', async (t) => {
  const { follow, published, square, titles } = await openFollowing(t);
  for (let number = 0; number < 300; number += 1) await published(`nr-${number}`);
  const follower = follow();
  await follower.caughtUp();
  for (const state of ['ett', 'två', 'tre']) {
    for (const number of [7, 8]) {
      await putResource(square.context, {
        actor: operator,
        kind: 'dataset',
        name: `nr-${number}`,
        expected: undefined,
        node: (stored) => ({ ...stored.content, title: { sv: `${state} ${number}`, en: state } }),
      });
    }
  }
  await follower.caughtUp();
  const held = await titles();
  assert.equal(held.length, 300);
  assert.deepEqual(
    held.filter((title) => title.startsWith('tre')),
    ['tre 7', 'tre 8'],
  );
  assert.ok(!held.includes('ett 7') && !held.includes('nr-7'));
});

test('a series that changes its title is found by it on its members', async (t) => {
  const { follow, published, square, index } = await openFollowing(t);
  const series = await square.dataset({
    kind: 'series',
    name: 'serie',
    node: aSeries,
    publish: true,
  });
  await published('bad', { inSeries: [series.iri] });
  const follower = follow();
  await follower.caughtUp();
  await putResource(square.context, {
    actor: operator,
    kind: 'series',
    name: 'serie',
    expected: undefined,
    node: (stored) => ({ ...stored.content, title: { sv: 'Strandhistorik', en: 'Beach history' } }),
  });
  await follower.caughtUp();
  const { hits } = await index.find({
    must: [{ type: 'term', variants: [{ token: 'strandhistorik', tier: 'exact' }] }],
    mustNot: [],
    bonuses: [],
    kinds: ['dataset'],
    filters: {},
    sort: 'relevance',
    size: 10,
    facets: [],
    facetSize: 0,
  });
  assert.deepEqual(
    hits.map(({ shown }) => shown.name),
    ['bad'],
  );
});

test('an engine that goes down loses nothing, and is caught up with when it is back', async (t) => {
  const { follow, published, titles, engine, events } = await openFollowing(t);
  const follower = follow();
  await published('bad');
  await follower.caughtUp();
  engine(false);
  await published('ask');
  follower.wake();
  while ((await follower.lag()).state !== 'unavailable') await delay(5);
  assert.deepEqual((await follower.lag()).state, 'unavailable');
  await published('cirkus');
  engine(true);
  await follower.caughtUp();
  assert.deepEqual(await titles(), ['ask', 'bad', 'cirkus']);
  assert.deepEqual(
    events.map(({ event }) => event).filter((event) => event !== 'search-rebuild-started'),
    ['search-rebuilt', 'search-unavailable', 'search-back'],
  );
});

test('an engine that is down at the start is waited for', async (t) => {
  const { follow, published, titles, engine } = await openFollowing(t);
  engine(false);
  await published('bad');
  const follower = follow();
  while ((await follower.lag()).state !== 'unavailable') await delay(5);
  engine(true);
  await follower.caughtUp();
  assert.deepEqual(await titles(), ['bad']);
});

for (const [what, options] of [
  ['another store', { identity: 'another store' }],
  ['another shape', { shape: 'two' }],
] as const) {
  test(`an index of ${what} is built anew`, async (t) => {
    const { follow, published, titles, index } = await openFollowing(t);
    await published('bad');
    const first = follow();
    await first.caughtUp();
    await first.close();
    const second = follow(options);
    await second.caughtUp();
    assert.deepEqual(await titles(), ['bad']);
    const { identity: store = 'this store', shape = 'one' } = { ...{}, ...options } as {
      readonly identity?: string;
      readonly shape?: string;
    };
    const position = await index.position();
    assert.equal(position?.store, store);
    assert.equal(position?.shape, shape);
  });
}

test('an index that knows more than the store is built anew', async (t) => {
  const { follow, published, titles, index, square } = await openFollowing(t);
  await published('bad');
  await index.apply({
    documents: [],
    deletions: [],
    position: { store: 'this store', revision: 9999, shape: 'one' },
  });
  const follower = follow();
  await follower.caughtUp();
  while ((await titles()).length === 0) await delay(5);
  assert.deepEqual(await titles(), ['bad']);
  assert.equal((await index.position())?.revision, await square.store.catalog.revision());
});

test('who asks for a rebuild is told when it is done', async (t) => {
  const { follow, published, square, events } = await openFollowing(t);
  await published('bad');
  const follower = follow();
  await follower.caughtUp();
  await requestRebuild(square.store.meta, 'a wish', new Date());
  let note = await readRebuildNote(square.store.meta);
  while (note?.state !== 'done') {
    await delay(5);
    note = await readRebuildNote(square.store.meta);
  }
  assert.equal(note.id, 'a wish');
  assert.equal(note.done, 3);
  assert.equal(events.filter(({ event }) => event === 'search-rebuilt').length, 2);
});

test('of two that find no index one builds it, and both go on', async (t) => {
  const { follow, published, titles, events } = await openFollowing(t);
  for (let number = 0; number < 20; number += 1) await published(`nr-${number}`);
  const followers = [follow({ holder: 'here' }), follow({ holder: 'there' })];
  for (const follower of followers) await follower.caughtUp();
  assert.equal((await titles()).length, 20);
  assert.equal(events.filter(({ event }) => event === 'search-rebuilt').length, 1);
  assert.deepEqual(
    events.filter(({ event }) => event === 'search-unavailable'),
    [],
  );
});
