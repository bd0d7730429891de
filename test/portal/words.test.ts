import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../src/portal/words/en.ts';
import { sv } from '../../src/portal/words/sv.ts';

/** Words that are the same in both languages, as the ways to them or the words themselves. */
const alike = new Set([
  'DCAT-AP (EU)',
  'DCAT-AP-SE',
  'Data',
  'Excel',
  'Format',
  'Information',
  'JavaScript',
  'Organisation',
  'Period',
  'Python',
  'QGIS',
  'Standard',
  'Version',
  'organisation',
  'Start',
  'version',
]);

test('every text is there in both languages, and none is empty', () => {
  for (const [path, text] of [...textsOf(sv), ...textsOf(en)]) {
    assert.notEqual(text.trim(), '', path);
    assert.equal(text, text.trim(), `${path} begins or ends with a space`);
  }
  assert.deepEqual(shapeOf(sv), shapeOf(en));
});

test('no Swedish text stands among the English ones by mistake', () => {
  const english = new Map(textsOf(en));
  const same = textsOf(sv).filter(
    ([path, text]) =>
      english.get(path) === text &&
      /\p{L}{4}/u.test(text) &&
      !alike.has(text) &&
      !path.endsWith('.id'),
  );
  assert.deepEqual(same, []);
  const swedish = textsOf(en).filter(([path, text]) => /[åäö]/i.test(text) && !ofOther.test(path));
  assert.deepEqual(swedish, []);
});

/** What a page says in the language that it is not in, and places' own names. */
const ofOther = /\.otherLanguage|placeholder$|\.alternativeHelp$/;

/** Every text with the way to it, lists by their numbers. */
function textsOf(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, `${path}.${key}`));
}

/** The ways to all texts and functions; how many examples a list has is each language's own. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [`${path}[]`];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .flatMap(([key, one]) => shapeOf(one, `${path}.${key}`))
      .toSorted();
  return [`${path}: ${typeof value}`];
}
