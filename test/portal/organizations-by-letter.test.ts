import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListedOrganization } from '../../src/portal/search/listed-organizations.ts';
import { organizationsByLetter } from '../../src/portal/search/organizations-by-letter.ts';

const inSwedish = [
  '3 kommuner i väst',
  'Aneby kommun',
  'École',
  'Umeå kommun',
  'Ånge kommun',
  'Öckerö',
];
const inEnglish = ['Aneby', 'Ånge', 'Öckerö', 'Umeå'];

test('organisations stand under the letters of the Swedish alphabet, å ä ö last', () => {
  assert.deepEqual(lettersOf(inSwedish, 'sv'), ['#', 'A', 'E', 'U', 'Å', 'Ö']);
});

test('in English å is an a, and stands among them', () => {
  assert.deepEqual(lettersOf(inEnglish, 'en'), ['A', 'O', 'U']);
  const [a] = organizationsByLetter(listed(inEnglish), 'en');
  assert.deepEqual(
    a?.organizations.map(({ title }) => title),
    ['Aneby', 'Ånge'],
  );
});

test('a name without letters has its place, and an empty name too', () => {
  assert.deepEqual(lettersOf(['', '⚓'], 'sv'), ['#']);
});

function lettersOf(titles: readonly string[], language: 'sv' | 'en'): readonly string[] {
  return organizationsByLetter(listed(titles), language).map(({ letter }) => letter);
}

function listed(titles: readonly string[]): readonly ListedOrganization[] {
  return titles.map((title) => ({ name: title, title, type: undefined, count: 1 }));
}
