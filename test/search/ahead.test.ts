import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { ahead } from '../../src/search/ahead.ts';

test('one item is made ahead while one is dealt with, and no more', async () => {
  let made = 0;
  async function* items() {
    for (;;) yield ++made;
  }
  for await (const item of ahead(items())) {
    await turn();
    assert.equal(made, item + 1);
    if (item === 5) break;
  }
  assert.equal(made, 6);
});

test('what the making throws comes in its place, and not to one who has stopped before', async () => {
  async function* items() {
    yield 1;
    throw new Error('no more');
  }
  const seen: number[] = [];
  await assert.rejects(async () => {
    for await (const item of ahead(items())) seen.push(item);
  }, /no more/);
  assert.deepEqual(seen, [1]);
  for await (const item of ahead(items())) {
    assert.equal(item, 1);
    break;
  }
});
