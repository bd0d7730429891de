import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { skosQuads } from '../../src/vocabularies/skos.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const vocabularies = loadVocabularies(join(import.meta.dirname, '../../vocabularies'));
const skos = 'http://www.w3.org/2004/02/skos/core#';

function objectsOf(name: string, subject: string, predicate: string): readonly unknown[] {
  return [...skosQuads(vocabularies.get(name))]
    .filter((quad) => quad.subject === subject && quad.predicate === predicate)
    .map((quad) => quad.object);
}

test('a scheme says what it is, where from, in which version and under which licence', () => {
  const scheme = vocabularies.get('hvd-category');
  assert.deepEqual(objectsOf('hvd-category', scheme.iri, 'http://purl.org/dc/terms/title'), [
    { value: scheme.title.sv, language: 'sv' },
    { value: scheme.title.en, language: 'en' },
  ]);
  for (const term of [
    'http://purl.org/dc/terms/source',
    'http://purl.org/dc/terms/license',
    'http://www.w3.org/2002/07/owl#versionInfo',
  ]) {
    assert.equal(objectsOf('hvd-category', scheme.iri, term).length, 1, term);
  }
  assert.equal(objectsOf('hvd-category', scheme.iri, `${skos}hasTopConcept`).length, 6);
});

test('a concept has its labels, its scheme, what is broader and what it matches', () => {
  const umea = 'http://sws.geonames.org/602149';
  assert.deepEqual(objectsOf('place', umea, `${skos}prefLabel`), [
    { value: 'Umeå', language: 'sv' },
    { value: 'Umeå Municipality', language: 'en' },
  ]);
  assert.deepEqual(objectsOf('place', umea, `${skos}altLabel`), [
    { value: 'Umeå kommun', language: 'sv' },
  ]);
  assert.deepEqual(objectsOf('place', umea, `${skos}notation`), [{ value: '2480' }]);
  assert.deepEqual(objectsOf('place', umea, `${skos}inScheme`), [
    { iri: vocabularies.get('place').iri },
  ]);
  assert.deepEqual(objectsOf('place', umea, `${skos}broader`), [
    { iri: 'http://sws.geonames.org/2664415' },
  ]);
  assert.deepEqual(objectsOf('place', umea, `${skos}topConceptOf`), []);
  assert.equal(
    objectsOf('licence', 'http://creativecommons.org/licenses/by/4.0/', `${skos}exactMatch`).length,
    1,
  );
});

test('top concepts and the scheme point at each other', () => {
  for (const name of vocabularies.names()) {
    const quads = [...skosQuads(vocabularies.get(name))];
    const count = (term: string) => quads.filter((quad) => quad.predicate === skos + term).length;
    assert.equal(count('hasTopConcept'), count('topConceptOf'), name);
    assert.equal(count('inScheme'), vocabularies.get(name).concepts.length, name);
  }
});

test('a list that nobody has published can be given an address of ours', () => {
  const iri = 'https://data.example.se/vocabularies/architectural-style';
  const quads = [...skosQuads(vocabularies.get('architectural-style'), iri)];
  assert.ok(quads.every((quad) => !JSON.stringify(quad).includes('urn:uuid')));
  assert.equal(quads[0]?.subject, iri);
});
