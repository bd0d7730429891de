import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BadCursor, readCursor, writeCursor } from '../../src/search/cursor.ts';

const written = writeCursor({ sort: 'relevance', isRelaxed: true, key: [1900, 120, '2026', 'å1'] });

test('a cursor is read back as it was written', () => {
  assert.deepEqual(readCursor(written, 'relevance'), {
    sort: 'relevance',
    isRelaxed: true,
    key: [1900, 120, '2026', 'å1'],
  });
});

test('a cursor fits into an address as it is', () => {
  assert.equal(encodeURIComponent(written), written);
});

const bad: readonly (readonly [about: string, cursor: string])[] = [
  ['an empty text', ''],
  ['a word', 'badplats'],
  ['a cursor cut short', written.slice(0, -3)],
  ['a cursor with something after it', `${written}AAAA`],
  ['signs that no cursor has', '"><script>'],
  ['a very long text', 'A'.repeat(100_000)],
];
for (const [about, cursor] of bad) {
  test(`${about} is refused as a cursor`, () => {
    assert.throws(() => readCursor(cursor, 'relevance'), BadCursor);
  });
}

test('a cursor of another order is refused', () => {
  assert.throws(() => readCursor(written, 'title-sv'), { code: 'bad-cursor' });
});

test('whatever stands in for a cursor, it is refused as one and nothing else happens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.throws(() => readCursor(text, 'modified'), BadCursor);
    }),
  );
});
