import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonValue } from '../../src/kernel/json.ts';
import { read } from './reading.ts';

const prefixes = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dcatap: <http://data.europa.eu/r5r/> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <http://schema.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix locn: <http://www.w3.org/ns/locn#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
const authority = 'http://publications.europa.eu/resource/authority';

/** [what it is, statements about the dataset, property, what it becomes, rule of the note]. DCAT-AP-SE 3.0.1, changes since version 2. */
const datasetForms: readonly (readonly [string, string, string, JsonValue, string])[] = [
  ['owl:versionInfo', 'owl:versionInfo "2"', 'version', '2', 'V026'],
  [
    'dcterms:hasVersion',
    'dcterms:hasVersion <https://a.example/b>',
    'hasVersion',
    ['https://a.example/b'],
    'V026',
  ],
  [
    'a frequency of 2010',
    'dcterms:accrualPeriodicity <http://purl.org/cld/freq/continuous>',
    'accrualPeriodicity',
    `${authority}/frequency/CONT`,
    'V026',
  ],
  [
    'the old authority address',
    `dcat:theme <http://publications.europa.eu/mdr/authority/data-theme/ENVI>`,
    'theme',
    [`${authority}/data-theme/ENVI`],
    'V026',
  ],
  [
    'a language as text',
    'dcterms:language "sv"',
    'language',
    [`${authority}/language/SWE`],
    'V026',
  ],
  [
    'the hash namespace of dcatap',
    '<http://data.europa.eu/r5r#applicableLegislation> <http://data.europa.eu/eli/reg_impl/2023/138/oj>',
    'applicableLegislation',
    ['http://data.europa.eu/eli/reg_impl/2023/138/oj'],
    'V026',
  ],
  [
    'a place with www',
    'dcterms:spatial <https://www.geonames.org/2661886/sweden.html>',
    'spatial',
    ['http://sws.geonames.org/2661886'],
    'V026',
  ],
  ['an untyped date', 'dcterms:issued "2015-02-26"', 'issued', '2015-02-26', 'V008'],
  ['a year typed as a date', 'dcterms:issued "2015"^^xsd:date', 'issued', '2015', 'V008'],
  [
    'a date with spaces around it',
    'dcterms:issued " 2015-02-26 "^^xsd:date',
    'issued',
    '2015-02-26',
    'V008',
  ],
  ['an untyped duration', 'dcat:temporalResolution "P1Y"', 'temporalResolution', 'P1Y', 'V008'],
  [
    'a resolution as a double',
    'dcat:spatialResolutionInMeters "10.5"^^xsd:double',
    'spatialResolutionInMeters',
    '10.5',
    'V008',
  ],
  ['an identifier with a language', 'dcterms:identifier "abc"@sv', 'identifier', ['abc'], 'V006'],
];

for (const [title, statement, property, expected, rule] of datasetForms) {
  test(`${title} is mended and named (${rule})`, async () => {
    const { records } = await read(
      `${prefixes}<https://a.example/a> a dcat:Dataset ; ${statement} .`,
    );
    const [dataset] = records;
    assert.deepEqual(dataset?.record[property], expected);
    assert.deepEqual(dataset?.extra, []);
    assert.deepEqual(
      dataset?.notes.map(({ rule: found }) => found),
      [rule],
    );
    assert.ok(dataset?.notes[0]?.pointer.startsWith(`/${property}`));
  });
}

test('the European forms of a place, an identifier and a format are read without a word', async () => {
  const { records, leftovers } = await read(
    `${prefixes}<https://a.example/a> a dcat:Dataset ; dcat:distribution <https://a.example/d> ;
      dcterms:spatial <https://sws.geonames.org/2661886/> ; adms:identifier <https://a.example/a#i> ,
        [ a adms:Identifier ; skos:notation "10.1/x" ] .
    <https://a.example/a#i> a adms:Identifier ; skos:notation "10.1/y" .
    <https://a.example/d> a dcat:Distribution ; dcterms:format <${authority}/file-type/CSV> .
    <${authority}/file-type/CSV> a dcterms:MediaTypeOrExtent , skos:Concept ; skos:prefLabel "CSV"@sv ;
      skos:inScheme <${authority}/file-type> .
    <${authority}/file-type> a skos:ConceptScheme ; dcterms:title "Filtyper"@sv .`,
  );
  const [dataset] = records;
  assert.deepEqual(dataset?.record, {
    '@id': 'https://a.example/a',
    '@type': 'Dataset',
    spatial: ['http://sws.geonames.org/2661886'],
    otherIdentifier: ['10.1/x', '10.1/y'],
    distribution: [{ '@id': 'https://a.example/d', '@type': 'Distribution', format: 'text/csv' }],
  });
  assert.deepEqual([dataset?.notes, dataset?.extra, leftovers], [[], [], []]);
});

test('what a document says of a concept beyond our lists is kept', async () => {
  const { leftovers } = await read(
    `${prefixes}<https://a.example/a> a dcat:Dataset ; dcat:theme <${authority}/data-theme/ENVI> .
    <${authority}/data-theme/ENVI> a skos:Concept ; skos:prefLabel "Miljö"@sv , "Ympäristö"@fi .`,
  );
  assert.equal(leftovers.length, 1);
  assert.match(leftovers[0] ?? '', /Ympäristö/);
});

const distributionForms: readonly (readonly [string, string, string, JsonValue, string])[] = [
  ['a size as xsd:decimal', 'dcat:byteSize "2048.0"^^xsd:decimal', 'byteSize', 2048, 'V026'],
  ['an untyped size', 'dcat:byteSize "2048"', 'byteSize', 2048, 'V008'],
  [
    'a licence with https and a deed',
    'dcterms:license <https://www.creativecommons.org/licenses/by/4.0/deed.sv>',
    'license',
    'http://creativecommons.org/licenses/by/4.0/',
    'V013',
  ],
  [
    'an availability of version 2',
    'dcatap:availability <http://data.europa.eu/r5r/availability/stable>',
    'availability',
    `${authority}/planned-availability/STABLE`,
    'V026',
  ],
  [
    'a status of ADMS',
    'adms:status <http://purl.org/adms/status/Completed>',
    'status',
    `${authority}/distribution-status/COMPLETED`,
    'V026',
  ],
];

for (const [title, statement, property, expected, rule] of distributionForms) {
  test(`${title} is mended and named (${rule})`, async () => {
    const { records } = await read(
      `${prefixes}<https://a.example/a> a dcat:Dataset ; dcat:distribution <https://a.example/d> .
      <https://a.example/d> a dcat:Distribution ; ${statement} .`,
    );
    const [dataset] = records;
    const [distribution] = (dataset?.record.distribution ?? []) as readonly Record<
      string,
      JsonValue
    >[];
    assert.deepEqual(distribution?.[property], expected);
    assert.deepEqual(dataset?.extra, []);
    assert.deepEqual(
      dataset?.notes.map(({ rule: found, pointer }) => [found, pointer]),
      [[rule, `/distribution/0/${property}`]],
    );
  });
}

test('a version of another dataset is said by that other dataset, when it is in the document', async () => {
  const { records } = await read(
    `${prefixes}<https://a.example/old> a dcat:Dataset ; dcterms:isVersionOf <https://a.example/new> .
    <https://a.example/new> a dcat:Dataset .`,
  );
  const [newer, older] = records;
  assert.deepEqual(newer?.record.hasVersion, ['https://a.example/old']);
  assert.deepEqual(
    newer?.notes.map(({ rule }) => rule),
    ['V026'],
  );
  assert.deepEqual(older?.extra, []);
});

test('a version of a dataset elsewhere is kept as it stands', async () => {
  const { records } = await read(
    `${prefixes}<https://a.example/old> a dcat:Dataset ; dcterms:isVersionOf <https://b.example/new> .`,
  );
  assert.deepEqual(records[0]?.extra, [
    '<https://a.example/old> <http://purl.org/dc/terms/isVersionOf> <https://b.example/new> .',
  ]);
});

test('periods of schema.org, GeoJSON and names without a language are mended where they stand', async () => {
  const { records } = await read({ file: 'test/fixtures/rdf/old-forms.ttl' });
  const record = records.find(({ iri }) => iri === 'https://old.example/new')?.record;
  assert.deepEqual(record?.temporal, [
    { '@type': 'PeriodOfTime', startDate: '2014-01-01', endDate: '2014-12-31' },
  ]);
  assert.deepEqual(record?.spatial, [
    'http://sws.geonames.org/2661886',
    { '@type': 'Location', geometry: 'POINT(18.5 59.25)' },
  ]);
  assert.deepEqual(record?.qualifiedAttribution, [
    {
      '@type': 'Attribution',
      hadRole: 'http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/custodian',
      agent: { '@type': 'Agent', name: { sv: 'Arkivet' } },
    },
  ]);
});
