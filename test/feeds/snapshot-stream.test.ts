import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { snapshotStream } from '../../src/feeds/snapshot-stream.ts';
import { openSquare, openSquareInFile } from '../catalog/square.ts';

async function* pieces(made: number[], count = 5): AsyncGenerator<string> {
  try {
    for (let piece = 1; piece <= count; piece++) {
      made.push(piece);
      yield `${piece}`;
    }
  } finally {
    made.push(0);
  }
}

test('every piece comes, in order, and the view is let go', async (t) => {
  const { store } = await openSquare(t);
  const made: number[] = [];
  assert.deepEqual(await Array.fromAsync(snapshotStream(store.catalog, () => pieces(made))), [
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
  assert.deepEqual(made, [1, 2, 3, 4, 5, 0]);
});

test('no piece is made before the one before it is taken', async (t) => {
  const { store } = await openSquare(t);
  const made: number[] = [];
  const stream = snapshotStream(store.catalog, () => pieces(made));
  assert.deepEqual(made, []);
  await stream.next();
  for (let wait = 0; wait < 10; wait++) await turn();
  assert.deepEqual(made, [1]);
  await stream.next();
  for (let wait = 0; wait < 10; wait++) await turn();
  assert.deepEqual(made, [1, 2]);
  await stream.return(undefined);
});

test('a reader that stops early ends the making, and others can still read and write', async (t) => {
  const square = await openSquareInFile(t);
  for (let time = 0; time < 50; time++) {
    const made: number[] = [];
    for await (const piece of snapshotStream(square.store.catalog, () => pieces(made))) {
      if (piece === '2') break;
    }
    assert.deepEqual(made, [1, 2, 0]);
  }
  await square.dataset();
});

test('a reader that never starts opens no view', async (t) => {
  const { store } = await openSquare(t);
  const made: number[] = [];
  await snapshotStream(store.catalog, () => pieces(made)).return(undefined);
  assert.deepEqual(made, []);
});

test('a fault in the making reaches the reader, at once or after some pieces', async (t) => {
  const { store } = await openSquare(t);
  async function* failing(after: number): AsyncGenerator<string> {
    yield* pieces([], after);
    throw new Error('power cut');
  }
  for (const after of [0, 1, 3]) {
    const seen: string[] = [];
    await assert.rejects(async () => {
      for await (const piece of snapshotStream(store.catalog, () => failing(after)))
        seen.push(piece);
    }, /power cut/);
    assert.equal(seen.length, after);
  }
});

test('a fault that comes when the reader has stopped disturbs nobody', async (t) => {
  const { store } = await openSquare(t);
  async function* failingInTheEnd(): AsyncGenerator<string> {
    try {
      yield '1';
    } finally {
      await turn();
      // biome-ignore lint/correctness/noUnsafeFinally: a view that cannot be closed does just this.
      throw new Error('too late');
    }
  }
  for await (const piece of snapshotStream(store.catalog, failingInTheEnd)) {
    assert.equal(piece, '1');
    break;
  }
});

test('the reader sees the store as it was when it began, while others write', async (t) => {
  const square = await openSquareInFile(t);
  await square.dataset({ name: 'forst', publish: true });
  const stream = snapshotStream(square.store.catalog, async function* (reader) {
    yield String(await reader.revision());
    yield String(await reader.revision());
    yield String((await reader.find('dataset', 'sedan')) === undefined);
  });
  const first = await stream.next();
  await square.dataset({ name: 'sedan', publish: true });
  assert.deepEqual((await stream.next()).value, first.value);
  assert.equal((await stream.next()).value, 'true');
  assert.ok((await stream.next()).done);
  assert.ok((await square.store.catalog.revision()) > Number(first.value));
});

test('what has been taken is not kept in memory', async (t) => {
  const { store } = await openSquare(t);
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const size = 1_000_000;
  async function* large(): AsyncGenerator<string> {
    for (let piece = 0; piece < 60; piece++) yield `${piece}`.padEnd(size, 'å—');
  }
  collect();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  for await (const piece of snapshotStream(store.catalog, large)) {
    assert.equal(piece.length, size);
    if (piece.startsWith('5')) {
      await turn();
      collect();
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
  }
  assert.ok(most < 20 * size, `${most} bytes were held`);
});
