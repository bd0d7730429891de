import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  differences,
  marksOf,
  mergeWritings,
  readMarks,
  writeMarks,
} from '../../src/catalog/merge-writings.ts';
import { isWrittenAlike } from '../../src/catalog/written-alike.ts';

const began = { title: { sv: 'A' }, version: '1', keyword: { sv: ['a'] }, theme: ['x'] };

test('what only one of two changed is known by the marks of what both began from', () => {
  const mine = { ...began, title: { sv: 'Min' }, version: '2' };
  const theirs = { ...began, title: { sv: 'Deras' }, keyword: { sv: ['b'] } };
  const marks = readMarks(writeMarks(marksOf(began)));
  assert.deepEqual(
    differences(mine, theirs, marks).map(({ property, changedBy }) => [property, changedBy]),
    [
      ['title', 'both'],
      ['version', 'me'],
      ['keyword', 'them'],
    ],
  );
});

test('a property that one of two removed or added is a difference too', () => {
  const { version: _, ...mine } = began;
  const theirs = { ...began, issued: '2026' };
  const marks = marksOf(began);
  assert.deepEqual(
    differences(mine, theirs, marks).map(({ property, changedBy }) => [property, changedBy]),
    [
      ['version', 'me'],
      ['issued', 'them'],
    ],
  );
  assert.deepEqual(
    mergeWritings(mine, theirs, (property) => property === 'version'),
    { ...mine, issued: '2026' },
  );
});

test('without marks everything that differs is for somebody to choose', () => {
  const found = differences({ version: '1' }, { version: '2' }, readMarks('no marks'));
  assert.deepEqual(
    found.map(({ changedBy }) => changedBy),
    ['both'],
  );
});

test('another order of keys is the same writing, another order of a list is not', () => {
  assert.ok(isWrittenAlike({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }));
  assert.ok(!isWrittenAlike({ a: ['x', 'y'] }, { a: ['y', 'x'] }));
});
