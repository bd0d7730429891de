import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withdraw } from '../../src/catalog/change-state.ts';
import { putResource } from '../../src/catalog/put-resource.ts';
import { askLinks } from '../../src/quality/ask-links.ts';
import { qualityKeeper } from '../../src/quality/keep-quality.ts';
import { base, openSquare, operator, type Square } from '../catalog/square.ts';

const keeperOf = (
  { store, context }: Square,
  askSoon: () => Promise<void> = () => Promise.resolve(),
) =>
  qualityKeeper({
    askSoon,
    catalog: store.catalog,
    store: store.quality,
    position: store.meta,
    profile: context.profile,
    base,
    now: () => new Date('2026-11-23T12:00:00Z'),
  });

test('what is published is scored, drafts and what is withdrawn are not', async (t) => {
  const square = await openSquare(t);
  const keeper = keeperOf(square);
  await square.dataset({ name: 'utkast' });
  const published = await square.dataset({ name: 'publik', publish: true });
  await keeper.catchUp();
  const kept = await square.store.quality.qualities(square.umea.id);
  assert.deepEqual(
    kept.map(({ resource, version }) => [resource, version]),
    [[published.id, published.version]],
  );
  assert.equal(kept[0]?.measured.length, 23);

  await withdraw(square.context, {
    actor: operator,
    kind: 'dataset',
    name: 'publik',
    reason: 'Fel.',
    expected: undefined,
  });
  await keeper.catchUp();
  assert.deepEqual(await square.store.quality.qualities(), []);
});

test('addresses are asked soon after publication: when one is new, and not when scores are only made anew', async (t) => {
  const square = await openSquare(t);
  let asked = 0;
  const keeper = keeperOf(square, async () => {
    assert.ok((await square.store.quality.linksDue('2026-11-23T12:00:00Z', 10)).length > 0);
    asked += 1;
  });
  await keeper.catchUp();
  const published = await square.dataset({ name: 'publik', publish: true });
  await keeper.catchUp();
  assert.equal(asked, 1);
  await keeper.recalculate();
  await keeper.catchUp();
  assert.equal(asked, 1);

  await askLinks({
    store: square.store.quality,
    ask: async () => undefined,
    now: () => new Date('2026-11-23T12:00:00Z'),
    signal: AbortSignal.timeout(60_000),
  });
  await putResource(square.context, {
    actor: operator,
    kind: 'dataset',
    name: 'publik',
    node: { ...published.content, keyword: { sv: ['bad'] } },
    expected: undefined,
  });
  await keeper.catchUp();
  assert.equal(asked, 1, 'all its addresses have answered');
});

test('an address that answers is worth its points once the scores are made anew', async (t) => {
  const square = await openSquare(t);
  const keeper = keeperOf(square);
  await square.dataset({ name: 'publik', publish: true });
  await keeper.catchUp();
  const [before] = await square.store.quality.qualities();
  const isChanged = await askLinks({
    store: square.store.quality,
    ask: async () => undefined,
    now: () => new Date('2026-11-24T12:00:00Z'),
    signal: AbortSignal.timeout(60_000),
  });
  assert.ok(isChanged);
  await keeper.recalculate();
  const [after] = await square.store.quality.qualities();
  assert.ok((after?.total ?? 0) > (before?.total ?? 0), `${before?.total} ${after?.total}`);
  assert.deepEqual(await square.store.quality.linksDue('2026-11-24T12:00:01Z', 10), []);
});

test('an address that does not answer is named, and asked again the next day', async (t) => {
  const square = await openSquare(t);
  const keeper = keeperOf(square);
  await square.dataset({ name: 'publik', publish: true });
  await keeper.catchUp();
  await askLinks({
    store: square.store.quality,
    ask: async () => '404',
    now: () => new Date('2026-11-24T12:00:00Z'),
    signal: AbortSignal.timeout(60_000),
  });
  await keeper.recalculate();
  const [kept] = await square.store.quality.qualities();
  assert.ok((kept?.broken.length ?? 0) > 0);
  assert.ok((await square.store.quality.linksDue('2026-11-25T12:00:00Z', 10)).length > 0);
});

test('the day is kept for each organisation and for all', async (t) => {
  const square = await openSquare(t);
  const keeper = keeperOf(square);
  await square.dataset({ name: 'publik', publish: true });
  await keeper.catchUp();
  await keeper.keepDay();
  await keeper.keepDay();
  for (const organization of ['', square.umea.id]) {
    const days = await square.store.quality.days(organization, '2026-01-01');
    assert.deepEqual(
      days.map(({ day, datasets }) => [day, datasets]),
      [['2026-11-23', 1]],
    );
  }
});
