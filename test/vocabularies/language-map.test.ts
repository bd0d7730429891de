import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseLanguage, canonicalTag, textIn } from '../../src/kernel/language-map.ts';

const both = { sv: 'Bad', en: 'Bath' };

test('the preferred language wins, in the order of preference', () => {
  assert.equal(textIn(both, ['en', 'sv']), 'Bath');
  assert.equal(textIn(both, ['fi', 'sv']), 'Bad');
});

test('a regional form of the language will do, whichever side has the region', () => {
  assert.equal(textIn({ 'en-GB': 'Bath', sv: 'Bad' }, ['en']), 'Bath');
  assert.equal(textIn(both, ['en-US']), 'Bath');
  assert.equal(textIn({ en: 'Bath', 'en-GB': 'Baths' }, ['EN-gb']), 'Baths');
});

test('a machine translation comes after what a person wrote in the same language', () => {
  const translated = { 'en-t-sv-t0-abcd': 'Bath (translated)', sv: 'Bad' };
  assert.equal(textIn({ ...translated, 'en-GB': 'Bath' }, ['en']), 'Bath');
  assert.equal(textIn(translated, ['en']), 'Bath (translated)');
  assert.equal(textIn(translated, ['fi']), 'Bad');
  assert.equal(textIn({ 'en-t-sv': 'translated', fi: 'Kylpy' }, ['de']), 'translated');
});

test('without a preferred language Swedish, English, the untagged and any text follow', () => {
  assert.equal(textIn(both, []), 'Bad');
  assert.equal(textIn({ fi: 'Kylpy', en: 'Bath' }, ['de']), 'Bath');
  assert.equal(textIn({ fi: 'Kylpy', '@none': 'Bad' }, ['de']), 'Bad');
  assert.equal(textIn({ 'fi-t-sv': 'Kylpy?', se: 'Lávgun' }, ['de']), 'Lávgun');
  assert.equal(textIn({ 'fi-t-sv': 'Kylpy' }, ['de']), 'Kylpy');
});

test('an empty map has no text', () => {
  assert.equal(textIn({}, ['sv']), undefined);
});

test('the base language is what stands before the first hyphen', () => {
  assert.equal(baseLanguage('en-t-sv-t0-abcd'), 'en');
  assert.equal(baseLanguage('SV'), 'sv');
  assert.equal(baseLanguage('@none'), '@none');
});

test('a tag has one form, whatever its case', () => {
  for (const tag of ['sv', 'sv-SE', 'zh-Hant-TW', 'en-t-sv-t0-abcd', 'en-CA-x-ca', 'es-419']) {
    assert.equal(canonicalTag(tag), tag);
    assert.equal(canonicalTag(tag.toLowerCase()), tag);
    assert.equal(canonicalTag(tag.toUpperCase()), tag);
  }
  for (const none of ['@none', 'sv_SE', '', '__proto__']) assert.equal(canonicalTag(none), none);
});
