import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleKey } from '../../src/search/title-key.ts';

test('titles are filed as Swedish files them', () => {
  const filed = [
    '”Citat” först',
    '2 mot 1',
    'Anläggningar 2',
    'Anläggningar 10',
    'Anläggningar 10 b',
    'anläggningar 100',
    'Badplatser',
    'badplatser i Umeå',
    'café',
    'Cafeer',
    'Zebror',
    'Åkermark',
    'Ängar',
    'Æblegrød',
    'Öar',
    'Øresund',
    'Ümit'.replace('Ü', 'Yz'),
  ];
  const sorted = filed.toSorted((a, b) => {
    const [left, right] = [titleKey(a), titleKey(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  assert.deepEqual(sorted, [
    '2 mot 1',
    'Anläggningar 2',
    'Anläggningar 10',
    'Anläggningar 10 b',
    'anläggningar 100',
    'Badplatser',
    'badplatser i Umeå',
    'café',
    'Cafeer',
    '”Citat” först',
    'Yzmit',
    'Zebror',
    'Åkermark',
    'Æblegrød',
    'Ängar',
    'Öar',
    'Øresund',
  ]);
});

test('numbers go by value, however they are written, and before letters', () => {
  assert.equal(titleKey('007'), titleKey('7'));
  assert.ok(titleKey('Linje 9') < titleKey('Linje 10'));
  assert.ok(titleKey('Linje 10') < titleKey('Linje tio'));
});

test('keys are short ASCII whatever the title holds', () => {
  for (const title of [
    '',
    '😀',
    'مرحبا',
    '零一二三',
    'ﬁ',
    '\u0000',
    'a'.repeat(5000),
    '9'.repeat(500),
    '\uD800',
  ]) {
    const key = titleKey(title);
    assert.match(key, /^[ -~]*$/, JSON.stringify(title));
    assert.ok(key.length <= 80);
  }
});
