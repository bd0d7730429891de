import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSpelling } from '../../src/language/open-spelling.ts';

const catalogue = new Map(
  Object.entries({
    badplatser: 12,
    badplats: 3,
    förskola: 20,
    förskolor: 9,
    skola: 30,
    skolor: 12,
    luftkvalitet: 8,
    detaljplaner: 7,
    parkering: 11,
    park: 15,
    kommun: 60,
    återvinningsstationer: 4,
    bibliotek: 9,
    lekplatser: 6,
    laddstationer: 5,
    trafik: 22,
    träd: 9,
    malmö: 14,
    kommunikation: 2,
    csv: 50,
  }),
);
const spelling = openSpelling(catalogue);

const mistakes = {
  badplaster: 'badplatser',
  förkola: 'förskola',
  forskola: 'förskola',
  luftkvallitet: 'luftkvalitet',
  luftkvalite: 'luftkvalitet',
  detalplaner: 'detaljplaner',
  parkerign: 'parkering',
  komun: 'kommun',
  atervinningstationer: 'återvinningsstationer',
  biblotek: 'bibliotek',
  lekplatsre: 'lekplatser',
  laddstatoiner: 'laddstationer',
  trafil: 'trafik',
  malmo: 'malmö',
};

for (const [written, meant] of Object.entries(mistakes)) {
  test(`${written} was meant as ${meant}`, () => {
    assert.equal(spelling.correct(written), meant);
  });
}

test('words that are known, short, or no words at all are left alone', () => {
  for (const word of [
    'badplatser',
    'csv',
    'cvs',
    'prk',
    'SE2120001355',
    '2024-01-01',
    'covid-19',
    '',
    ' ',
  ]) {
    assert.equal(spelling.correct(word), undefined);
  }
});

test('nothing is put in the place of a word that nothing is near', () => {
  for (const word of ['kärnkraft', 'xylofon', 'bad', 'hundar', 'qqqqqqq']) {
    assert.equal(spelling.correct(word), undefined);
  }
});

test('of two words that are as near the one in more records is meant', () => {
  const words = openSpelling(
    new Map([
      ['hallen', 1],
      ['halten', 500],
    ]),
  );
  assert.equal(words.correct('halren'), 'halten');
});

test('a correction is a word that is known, and never the word itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (word) => {
      const corrected = spelling.correct(word);
      assert.ok(corrected === undefined || (catalogue.has(corrected) && corrected !== word));
    }),
  );
});
