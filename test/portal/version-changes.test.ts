import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { versionChanges } from '../../src/portal/records/version-changes.ts';
import { wordDiff } from '../../src/portal/records/word-diff.ts';
import { viewing } from './viewing.ts';

test('a text is told apart word by word', () => {
  assert.deepEqual(wordDiff('Alla badplatser i kommunen', 'Alla kommunala badplatser i kommunen'), [
    { change: 'same', text: 'Alla' },
    { change: 'added', text: ' kommunala' },
    { change: 'same', text: ' badplatser i kommunen' },
  ]);
  assert.deepEqual(wordDiff('', 'ny'), [{ change: 'added', text: 'ny' }]);
  assert.deepEqual(wordDiff('samma', 'samma'), [{ change: 'same', text: 'samma' }]);
});

test('what stays and goes is the old text, what stays and comes is the new', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'å') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      const without = (change: string) =>
        parts
          .filter((part) => part.change !== change)
          .map((part) => part.text)
          .join('');
      assert.equal(without('added'), before);
      assert.equal(without('removed'), after);
    }),
  );
});

test('texts of any length are compared in bounded time', () => {
  const long = (sign: string) =>
    Array.from({ length: 20_000 }, (_, at) => `${sign}${at}`).join(' ');
  assert.equal(wordDiff(long('a'), long('b')).length, 2);
});

// A list that is gone through once for each value of the other takes minutes here, and a spread of so many values throws.
test('a quarter of a million keywords are told apart from as many others', () => {
  const keywords = (sign: string) => ({
    keyword: { sv: Array.from({ length: 250_000 }, (_, at) => `${sign}${at}`) },
  });
  const [change] = versionChanges(keywords('a'), keywords('b'), 'Dataset', viewing());
  assert.equal(change?.added.length, 250_000);
  assert.equal(change.removed.length, 250_000);
});

test('each property is told in the language of the reader, in the order of the profile', () => {
  const before = {
    title: { sv: 'Bad' },
    keyword: { sv: ['bad', 'sjö'] },
    modified: '2025-01-01',
    distribution: [
      { '@id': 'https://a.example/1', title: { sv: 'CSV' }, format: 'text/csv' },
      { '@id': 'https://a.example/2', title: { sv: 'PDF' } },
    ],
    extra: ['<a> <b> "c" .'],
  };
  const after = {
    title: { sv: 'Badplatser' },
    keyword: { sv: ['sjö', 'hav'] },
    modified: '2026-01-01',
    distribution: [
      { '@id': 'https://a.example/3', title: { sv: 'JSON' } },
      { '@id': 'https://a.example/1', title: { sv: 'CSV-fil' }, format: 'text/csv' },
    ],
  };
  const changes = versionChanges(before, after, 'Dataset', viewing());
  assert.deepEqual(
    changes.map(({ label }) => label),
    ['Titel', 'Nyckelord', 'Distribution', 'Ändringsdatum', 'Uppgifter utanför profilen'],
  );
  const [title, keyword, distribution, modified, extra] = changes;
  assert.deepEqual(
    title?.texts[0]?.parts.map(({ change }) => change),
    ['removed', 'added'],
  );
  assert.deepEqual([keyword?.added[0]?.text, keyword?.removed[0]?.text], ['hav', 'bad']);
  assert.deepEqual(
    [modified?.added[0]?.text, modified?.removed[0]?.text],
    ['1 januari 2026', '1 januari 2025'],
  );
  assert.deepEqual([distribution?.added[0]?.text, distribution?.removed[0]?.text], ['JSON', 'PDF']);
  assert.equal(distribution?.nodes[0]?.title.text, 'CSV-fil');
  assert.equal(distribution?.nodes[0]?.changes[0]?.label, 'Titel');
  assert.equal(extra?.removed[0]?.text, '<a> <b> "c" .');
});

test('the order of values is no change', () => {
  const [a, b] = ['https://a.example/', 'https://b.example/'];
  assert.deepEqual(
    versionChanges({ relation: [a, b] }, { relation: [b, a] }, 'Dataset', viewing()),
    [],
  );
});
