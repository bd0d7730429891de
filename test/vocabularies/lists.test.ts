import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isAbsoluteIri } from '../../src/kernel/iri.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const folder = join(import.meta.dirname, '../../vocabularies');
const vocabularies = loadVocabularies(folder);
const authority = 'http://publications.europa.eu/resource/authority/';

/** How many concepts each list has, and how many of them an editor offers. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  'access-right': [3, 3],
  'adms-licence-type': [13, 13],
  'agent-type': [11, 11],
  'applicable-legislation': [1, 1],
  'architectural-style': [2, 2],
  'attribution-role': [8, 8],
  'checksum-algorithm': [6, 1],
  'data-theme': [13, 13],
  'dataset-type': [24, 24],
  'distribution-status': [4, 4],
  'fee-classification': [1, 1],
  'file-type': [203, 203],
  frequency: [38, 22],
  'hvd-category': [96, 96],
  language: [95, 95],
  licence: [39, 7],
  'media-type': [162, 40],
  'national-data-domain': [2, 2],
  place: [318, 318],
  'planned-availability': [4, 4],
  'relationship-role': [0, 0],
};

test('every list of the profile is there', () => {
  assert.deepEqual(vocabularies.names(), Object.keys(sizes).sort());
});

for (const [name, [all, offered]] of Object.entries(sizes)) {
  const scheme = vocabularies.get(name);

  test(`${name} has ${all} concepts, ${offered} of them offered`, () => {
    assert.equal(scheme.concepts.length, all);
    assert.equal(scheme.concepts.filter((concept) => concept.offered).length, offered);
  });

  test(`${name} says where it comes from, in which version and under which licence`, () => {
    assert.ok(isAbsoluteIri(scheme.iri));
    assert.match(scheme.source, /^https?:\/\//);
    assert.match(scheme.version, /\S/);
    assert.match(scheme.date, /^\d{4}-\d\d(-\d\d)?$/);
    assert.ok(scheme.licence !== undefined || scheme.note !== undefined);
    assert.notEqual(scheme.title.sv, scheme.title.en);
  });

  test(`${name} labels every concept in both languages and finds each by its IRI`, () => {
    for (const { iri } of scheme.concepts) {
      assert.ok(isAbsoluteIri(iri), iri);
      assert.match(scheme.label(iri, 'sv') ?? '', /^\S/, iri);
      assert.match(scheme.label(iri, 'en') ?? '', /^\S/, iri);
      assert.equal(scheme.has(iri), true);
      assert.equal(scheme.accepts(iri), true);
      assert.deepEqual(scheme.normalise(iri), { iri, changed: false });
      assert.equal(vocabularies.schemeOf(iri), scheme);
    }
  });

  test(`${name} keeps no mark of the notes it was taken from`, () => {
    const text = readFileSync(join(folder, `${name}.json`), 'utf8');
    assert.doesNotMatch(text, /[†›`]|\*\*/);
  });
}

test('no list is known by another IRI than its own', () => {
  const iris = vocabularies.names().map((name) => vocabularies.get(name).iri);
  assert.equal(new Set(iris).size, iris.length);
});

test('an unknown list is a fault and an unknown concept is not', () => {
  assert.throws(() => vocabularies.get('colours'), /colours/);
  assert.equal(vocabularies.schemeOf('http://example.org/none'), undefined);
  assert.equal(vocabularies.get('data-theme').label('http://example.org/none', 'sv'), undefined);
  assert.deepEqual(vocabularies.get('data-theme').broader('http://example.org/none'), []);
});

test('the six high-value categories stand on top and the chain goes up to them', () => {
  const scheme = vocabularies.get('hvd-category');
  const bna = 'http://data.europa.eu/bna/';
  assert.equal(scheme.topConcepts().length, 6);
  assert.deepEqual(scheme.broader(`${bna}c_f2b50efd`), [`${bna}c_317b9493`, `${bna}c_e1da4e07`]);
  assert.deepEqual(scheme.broader(`${bna}c_e1da4e07`), []);
  assert.equal(scheme.narrower(`${bna}c_317b9493`).length, 3);
  assert.equal(scheme.label(`${bna}c_60182062`, 'sv'), 'Byggnader');
});

test('every high-value category leads up to one of the six', () => {
  const scheme = vocabularies.get('hvd-category');
  const top = new Set(scheme.topConcepts().map((concept) => concept.iri));
  for (const { iri } of scheme.concepts) {
    assert.ok(top.has(scheme.broader(iri).at(-1) ?? iri), iri);
  }
});

test('21 counties hold 290 municipalities, each in the county of its code', () => {
  const scheme = vocabularies.get('place');
  const sweden = 'http://sws.geonames.org/2661886';
  const counties = scheme.narrower(sweden);
  assert.equal(counties.length, 21);
  assert.equal(counties.flatMap((county) => scheme.narrower(county)).length, 290);
  for (const county of counties) {
    const code = scheme.concept(county)?.notation ?? 'none';
    for (const iri of scheme.narrower(county)) {
      assert.equal(scheme.concept(iri)?.notation?.slice(0, 2), code, iri);
    }
  }
  assert.deepEqual(scheme.broader('http://sws.geonames.org/602149'), [
    'http://sws.geonames.org/2664415',
    sweden,
  ]);
});

test('a municipality has its name, its official name and its English name', () => {
  const scheme = vocabularies.get('place');
  const names = (iri: string) => [
    scheme.label(iri, 'sv'),
    scheme.concept(iri)?.altLabel.sv[0],
    scheme.label(iri, 'en'),
  ];
  assert.deepEqual(names('http://sws.geonames.org/602149'), [
    'Umeå',
    'Umeå kommun',
    'Umeå Municipality',
  ]);
  assert.equal(names('http://sws.geonames.org/2715458')[1], 'Falu kommun');
  assert.equal(names('http://sws.geonames.org/2673723')[1], 'Stockholms kommun');
  assert.equal(names('http://sws.geonames.org/2720496')[1], 'Borås kommun');
});

test('counties match NUTS, licences and countries match the tables of the EU', () => {
  assert.deepEqual(vocabularies.get('place').exactMatch('http://sws.geonames.org/2673722'), [
    'http://data.europa.eu/nuts/code/SE110',
  ]);
  assert.deepEqual(
    vocabularies.get('licence').exactMatch('http://creativecommons.org/licenses/by/4.0/'),
    [`${authority}licence/CC_BY_4_0`],
  );
  assert.deepEqual(vocabularies.get('place').exactMatch('http://sws.geonames.org/2661886'), [
    `${authority}country/SWE`,
  ]);
});

test('only licences at least as open as CC BY are allowed for high-value datasets', () => {
  const allowed = vocabularies
    .get('licence')
    .concepts.filter((concept) => concept.offered && concept.facts.hvdAllowed === true)
    .map((concept) => concept.notation);
  assert.deepEqual(allowed, ['CC BY 4.0', 'CC0 1.0']);
});

test('file types carry the flags of the metadata quality assessment', () => {
  const { concepts } = vocabularies.get('file-type');
  const count = (fact: string) => concepts.filter((concept) => concept.facts[fact] === true).length;
  assert.deepEqual([count('machineReadable'), count('nonProprietary'), count('rdf')], [20, 29, 7]);
});

test('a media type names a file type that exists', () => {
  const fileTypes = vocabularies.get('file-type');
  const without: string[] = [];
  for (const { notation, facts } of vocabularies.get('media-type').concepts) {
    if (typeof facts.fileType === 'string')
      assert.ok(fileTypes.has(facts.fileType), facts.fileType);
    else without.push(notation ?? '');
  }
  assert.deepEqual(without, ['application/vnd.sqlite3', 'application/x-sqlite3']);
});

test('the Swedish lists of media types have 17 and 23 values', () => {
  const { concepts } = vocabularies.get('media-type');
  const count = (list: string) => concepts.filter(({ facts }) => facts.list === list).length;
  assert.deepEqual([count('common'), count('geographical')], [17, 23]);
});

test('every language has a tag of its own', () => {
  const tags = vocabularies.get('language').concepts.map((concept) => concept.notation);
  assert.equal(new Set(tags).size, 95);
  for (const tag of tags) assert.match(tag ?? '', /^[a-z]{2,3}(-valencia)?$/);
});
