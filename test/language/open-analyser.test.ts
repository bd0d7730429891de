import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextLanguage } from '../../src/language/analyser.ts';
import { openAnalyser } from '../../src/language/open-analyser.ts';
import { wordFamilies } from './word-families.ts';

const analyser = openAnalyser();

test('at least 97 % of the word families of the public sector meet', () => {
  const apart = wordFamilies.flatMap(({ forms, parts }) => {
    const first = formsOf(forms[0] ?? '');
    const alone = forms.filter(
      (form) => !formsOf(form).lemmas.some((l) => first.lemmas.includes(l)),
    );
    const unfound = forms.flatMap((form) =>
      parts
        .filter((part) => !formsOf(form).parts.includes(part))
        .map((part) => `${form} by ${part}`),
    );
    return alone.length + unfound.length > 0 ? [[...alone, ...unfound].join(', ')] : [];
  });
  const share = 1 - apart.length / wordFamilies.length;
  assert.ok(wordFamilies.length >= 150);
  assert.ok(share >= 0.97, `${share.toFixed(3)}; apart:\n${apart.join('\n')}`);
});

const compounds: Readonly<Record<string, string>> = {
  återvinningsstationer: 'återvinning station',
  leverantörsreskontra: 'leverantör reskontra',
  skolmåltider: 'skola måltid',
  cykelparkeringar: 'cykel parkering',
  busstationen: 'buss station',
  luftkvalitetsmätningar: 'luftkvalitet luft kvalitet mätning',
  förskoleavdelningar: 'förskola avdelning',
  kulturmiljön: 'kultur miljö',
  skellefteåskolorna: 'skellefteå skola',
  göteborgsregionen: 'göteborg region',
};

for (const [word, parts] of Object.entries(compounds)) {
  test(`${word} is found by ${parts}`, () => {
    assert.deepEqual(formsOf(word).parts, parts.split(' '));
  });
}

const simple =
  'kontroll kultur budget person personal rapport transport program protokoll station upphandling återvinning ' +
  'måltid bostad byggnad marknad konsert museum mineral samhälle handling avtal parkering register';

test('words that only look like compounds are not taken apart', () => {
  const apart = simple.split(' ').filter((word) => formsOf(word).parts.length > 0);
  assert.deepEqual(apart, []);
});

test('park and parkering are different things', () => {
  assert.ok(!formsOf('parkering').lemmas.includes('park'));
});

test('numbers, dates, codes and identifiers are kept whole', () => {
  const text = 'SE2120001355, nvdb:123; 1.0 (2024-01-01) NUTS2 COVID-19 .csv 3,5 HSA-id.';
  assert.deepEqual(
    words(text).map(({ word }) => word),
    ['se2120001355', 'nvdb:123', '1.0', '2024-01-01', 'nuts2', 'covid-19', 'csv', '3,5', 'hsa-id'],
  );
});

test('slashes part words, and a hyphen that ends one is no part of it', () => {
  assert.deepEqual(
    words('hav-/vattenplatser, kultur- och fritidsnämnden').map(({ word }) => word),
    ['hav', 'vattenplatser', 'kultur', 'och', 'fritidsnämnden'],
  );
});

test('a word that is joined by a hyphen meets the one written together, and its parts', () => {
  assert.ok(formsOf('e-tjänster').lemmas.includes(formsOf('etjänst').lemmas[0] ?? ''));
  assert.deepEqual(formsOf('e-tjänster').parts, ['e', 'tjänst']);
});

test('a genitive after a colon or an apostrophe meets its word', () => {
  assert.deepEqual(formsOf('EU:s').lemmas, ['eu']);
  assert.deepEqual(formsOf("children's", 'en').lemmas, formsOf('child', 'en').lemmas);
});

test('names of kommuner meet their genitives', () => {
  for (const name of ['göteborg', 'umeå', 'skellefteå', 'malmö', 'åmål']) {
    assert.deepEqual(formsOf(`${name}s`).lemmas, [name]);
  }
});

test('English words are reduced to their stems', () => {
  assert.deepEqual(formsOf('bathing', 'en').lemmas, formsOf('bathe', 'en').lemmas);
  assert.deepEqual(formsOf('libraries', 'en').lemmas, formsOf('library', 'en').lemmas);
});

test('English words that a stemmer makes another one of stay themselves', () => {
  assert.deepEqual(formsOf('parking', 'en').lemmas, ['parking']);
  assert.deepEqual(formsOf('businesses', 'en').lemmas, ['business']);
});

test('words of other languages stay as they are', () => {
  assert.deepEqual(formsOf('Kirjastot', 'none'), { lemmas: ['kirjastot'], parts: [] });
});

test('places in the text are those of the text as given, decomposed or not', () => {
  const text = 'I Malmo\u0308s skolor';
  const [, malmo] = words(text);
  assert.equal(malmo?.word, 'malmös');
  assert.equal(text.slice(malmo?.start, malmo?.end), 'Malmo\u0308s');
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.string({
    unit: fc.constantFrom(...' \u0000\u001f\u202eabåö0-.:,\'/=%+~|"\ud800😀'),
    maxLength: 200,
  }),
);

test('whatever the text holds, its words are in order, clean, and have a lemma', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom<TextLanguage>('sv', 'en', 'none'), (text, language) => {
      let last = 0;
      for (const { start, end, word, lemmas, parts } of analyser.words(text, language)) {
        assert.ok(start >= last && end > start && end <= text.length);
        assert.ok(lemmas.length > 0);
        for (const token of [word, ...lemmas, ...parts]) {
          assert.match(token, /^[^=%+&~|\s][^\s]*$/u);
          assert.ok(token.isWellFormed());
        }
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

test('a run without end is cut into words of bounded length', () => {
  for (const run of [
    'a'.repeat(10_000),
    'skola'.repeat(2_000),
    '𝒳'.repeat(3_000),
    'a-'.repeat(5_000),
  ]) {
    for (const { word } of words(run)) assert.ok(word.length <= 120);
  }
});

function words(text: string, language: TextLanguage = 'sv') {
  return analyser.words(text, language);
}

function formsOf(text: string, language: TextLanguage = 'sv') {
  const [word] = words(text, language);
  assert.ok(word);
  return { lemmas: word.lemmas, parts: word.parts };
}

test('the last part of a compound is what the compound is', () => {
  assert.deepEqual(headsOf('grundskolorna'), ['skola']);
  assert.deepEqual(headsOf('skolmåltider'), ['måltid']);
  assert.deepEqual(headsOf('busshållplatsen'), ['hållplats', 'plats']);
  assert.deepEqual(headsOf('e-tjänster'), ['tjänst']);
  assert.deepEqual(headsOf('skola'), []);
});

test('a word that shares the end of a later one is found by both', () => {
  const elided = (text: string) => words(text)[0]?.lemmas ?? [];
  assert.ok(elided('kultur- och fritidsnämnden').includes('kulturnämnd'));
  assert.ok(elided('Väg- och spårtrafik').includes('vägtrafik'));
  assert.ok(elided('hav-/vattenplatser').includes('havplats'));
  assert.ok(elided('park-, gatu- och skolmiljöer').includes('parkmiljö'));
  assert.deepEqual(elided('kultur - och fritidsnämnden'), ['kultur']);
});

function headsOf(text: string): readonly string[] {
  return words(text)[0]?.heads ?? [];
}
