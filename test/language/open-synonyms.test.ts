import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openAnalyser } from '../../src/language/open-analyser.ts';
import { openSynonyms } from '../../src/language/open-synonyms.ts';
import data from '../../src/language/synonyms.json' with { type: 'json' };

const analyser = openAnalyser();
const synonyms = openSynonyms(analyser);

const pairs: readonly (readonly [query: string, language: 'sv' | 'en', other: string])[] = [
  ['dagis', 'sv', 'förskola'],
  ['förskolorna', 'sv', 'preschool'],
  ['VC', 'sv', 'vårdcentral'],
  ['sopor', 'sv', 'avfall'],
  ['beaches', 'en', 'badplats'],
  ['beaches', 'sv', 'badplats'],
  ['badplatserna', 'en', 'bathing place'],
  ['charging stations', 'en', 'laddstation'],
  ['laddstationer', 'sv', 'charging station'],
  ['detailed development plans', 'en', 'detaljplan'],
  ['playgrounds', 'en', 'lekplats'],
  ['Gothenburg', 'sv', 'Göteborg'],
  ['goteborgs kommun', 'sv', 'Göteborgs Stad'],
  ['VGR', 'sv', 'Västra Götalandsregionen'],
];

for (const [query, language, other] of pairs) {
  test(`${query} (${language}) is also called ${other}`, () => {
    assert.ok(namesFor(query, language).includes(other));
  });
}

test('a run inside a query is found, with where it stands', () => {
  const [run] = synonyms.find(analyser.words('lediga charging stations nu', 'sv'), 'sv');
  assert.deepEqual([run?.from, run?.count], [1, 2]);
});

test('a word that has no other name gets none', () => {
  assert.deepEqual(synonyms.find(analyser.words('kommunens reskontra', 'sv').slice(1), 'sv'), []);
});

test('each name leads to all others of its group, and stands once in the list', () => {
  const seen = new Set<string>();
  assert.ok(data.groups.length >= 150);
  for (const group of data.groups) {
    const names = [
      ...group.sv.map((text) => ['sv', text]),
      ...group.en.map((text) => ['en', text]),
    ];
    for (const [language = '', text = ''] of names) {
      assert.ok(!seen.has(`${language} ${text.toLowerCase()}`), text);
      seen.add(`${language} ${text.toLowerCase()}`);
      const found = namesFor(text, language === 'sv' ? 'sv' : 'en');
      const others = names.map(([, other]) => other ?? '').filter((other) => other !== text);
      assert.deepEqual(
        others.filter((other) => !found.includes(other)),
        [],
        text,
      );
    }
  }
});

test('any query is taken, and runs lie inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      const words = analyser.words(text, 'sv');
      for (const { from, count } of synonyms.find(words, 'sv')) {
        assert.ok(from >= 0 && count > 0 && from + count <= words.length);
      }
    }),
  );
});

function namesFor(query: string, language: 'sv' | 'en'): readonly string[] {
  return synonyms
    .find(analyser.words(query, language), language)
    .flatMap(({ alternatives }) => alternatives.map(({ text }) => text));
}
