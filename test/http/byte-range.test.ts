import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byteRange } from '../../src/http/byte-range.ts';

test('a part is from one byte to another, to the end, or the last so many', () => {
  assert.deepEqual(byteRange('bytes=0-0', 10), { start: 0, end: 0 });
  assert.deepEqual(byteRange('bytes=2-5', 10), { start: 2, end: 5 });
  assert.deepEqual(byteRange('bytes=4-', 10), { start: 4, end: 9 });
  assert.deepEqual(byteRange('bytes=-3', 10), { start: 7, end: 9 });
  assert.deepEqual(byteRange('bytes=-30', 10), { start: 0, end: 9 });
  assert.deepEqual(byteRange('bytes=5-999', 10), { start: 5, end: 9 });
});

test('what is not there is refused, and what is not understood is answered whole', () => {
  assert.equal(byteRange('bytes=10-', 10), 'none');
  assert.equal(byteRange('bytes=-0', 10), 'none');
  assert.equal(byteRange('bytes=0-', 0), 'none');
  for (const header of [
    undefined,
    '',
    'bytes=',
    'bytes=-',
    'bytes=5-2',
    'bytes=0-1,3-4',
    'rows=0-1',
    'bytes=a-b',
    'bytes=-1-2',
  ])
    assert.equal(byteRange(header, 10), 'whole', String(header));
});
