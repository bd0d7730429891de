import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { monotonicIds } from '../../src/kernel/monotonic-ids.ts';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('ids of one millisecond stand in the order in which they were made', () => {
  const newId = monotonicIds(randomUUIDv7);

  const ids = Array.from({ length: 20_000 }, newId);

  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, form);
});

test('ids go on growing when a millisecond is full and when the clock goes back', () => {
  const times = ['0192f0c17f1c', '0192f0c17f1c', '0192f0c17f1b'];
  let calls = 0;
  const newId = monotonicIds(() => {
    const time = times[Math.min(calls++ >> 12, 2)] ?? '';
    return `${time.slice(0, 8)}-${time.slice(8)}-7abc-8d0e-0b5c1f6f0a01`;
  });

  const ids = Array.from({ length: 12_500 }, newId);

  assert.deepEqual(ids.toSorted(), ids);
  for (const id of ids) assert.match(id, form);
});
