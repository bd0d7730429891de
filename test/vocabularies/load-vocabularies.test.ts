import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const colour = {
  name: 'colour',
  iri: 'http://example.org/colour',
  title: { sv: 'Färger', en: 'Colours' },
  source: 'http://example.org/colour',
  version: '1',
  date: '2026-11-23',
  licence: null,
  base: 'http://example.org/colour/',
  concepts: [
    { code: 'red', prefLabel: { sv: 'röd', en: 'red' } },
    { code: 'pink', prefLabel: { sv: 'rosa', en: 'pink' }, broader: ['red'] },
  ],
  accepts: { forms: { rouge: 'red' }, words: ['prefLabel'] },
};

function load(files: Readonly<Record<string, unknown>>): ReturnType<typeof loadVocabularies> {
  const folder = mkdtempSync(join(tmpdir(), 'vocabularies-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      writeFileSync(
        join(folder, file),
        typeof content === 'string' ? content : JSON.stringify(content),
      );
    }
    return loadVocabularies(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a new list is a new file', () => {
  const scheme = load({ 'colour.json': colour, 'README.md': 'not a list' }).get('colour');
  assert.equal(scheme.normalise('Rosa')?.iri, 'http://example.org/colour/pink');
  assert.equal(scheme.normalise('rouge')?.iri, 'http://example.org/colour/red');
  assert.deepEqual(scheme.broader('http://example.org/colour/pink'), [
    'http://example.org/colour/red',
  ]);
  assert.equal(scheme.licence, undefined);
});

const [red, pink] = colour.concepts;
const faults: readonly (readonly [string, unknown, RegExp])[] = [
  ['is not JSON', '{', /^colour\.json: /],
  ['is no object', '[]', /^colour\.json: the file must be an object/],
  ['lacks a title', { ...colour, title: undefined }, /^colour\.json: title must be an object/],
  ['lacks a licence', { ...colour, licence: undefined }, /^colour\.json: licence must be/],
  [
    'has a relative IRI',
    { ...colour, iri: 'colour' },
    /iri must be an absolute IRI, but is "colour"/,
  ],
  ['bears another name', { ...colour, name: 'color' }, /^colour\.json: name is "color"/],
  ['has a concept twice', { ...colour, concepts: [red, red] }, /colour\/red stands twice/],
  [
    'lacks what is broader',
    { ...colour, concepts: [pink], accepts: {} },
    /colour\/red, broader than .*not in/,
  ],
  [
    'lacks a label in English',
    { ...colour, concepts: [{ code: 'red', prefLabel: { sv: 'röd' } }] },
    /concepts\[0\]\.prefLabel\.en must be a string/,
  ],
  [
    'leads an old form nowhere',
    { ...colour, accepts: { forms: { bleu: 'blue' } } },
    /accepts\.forms\["bleu"\] leads to .*blue/,
  ],
  [
    'has a rule that is no expression',
    { ...colour, accepts: { rewrites: [{ from: '(', to: '' }] } },
    /^colour\.json: Invalid regular expression/,
  ],
];

for (const [title, content, message] of faults) {
  test(`a file that ${title} is refused with its name and the reason`, () => {
    assert.throws(() => load({ 'colour.json': content }), { message });
  });
}

test('a concept that stands in two lists is refused', () => {
  assert.throws(
    () => load({ 'colour.json': colour, 'paint.json': { ...colour, name: 'paint' } }),
    /paint\.json: .*red stands in colour\.json too/,
  );
});

test('concepts that are broader than each other end somewhere', () => {
  const concepts = [{ ...red, broader: ['pink'] }, pink];
  const scheme = load({ 'colour.json': { ...colour, concepts } }).get('colour');
  assert.deepEqual(
    new Set(scheme.broader('http://example.org/colour/pink')),
    new Set(scheme.concepts.map(({ iri }) => iri)),
  );
});
