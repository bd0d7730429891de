import assert from 'node:assert/strict';
import test from 'node:test';
import { contextOf } from '../../src/profile/context.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import { nQuadsOf } from './expand-record.ts';
import { sampleDataset } from './sample-dataset.ts';
import { isVocabulary, schemaFolder } from './schema-folder.ts';

const context = contextOf(loadPlan(schemaFolder, isVocabulary));
const lines = (await nQuadsOf(sampleDataset, context)).split('\n').filter((line) => line !== '');
const data = 'https://data.exempelkommun.se';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

const expected = [
  ['a type', `<${data}/datasets/luft> <${rdf('type')}> <http://www.w3.org/ns/dcat#Dataset> .`],
  [
    'texts with their languages',
    `<${data}/datasets/luft> <http://purl.org/dc/terms/title> "Luftkvalitet 2025"@sv .`,
  ],
  [
    'several texts in one language',
    `<${data}/datasets/luft> <http://www.w3.org/ns/dcat#keyword> "partiklar"@sv .`,
  ],
  [
    'text without a language',
    `<http://dataportal.se/organisation/SE2120009994> <http://xmlns.com/foaf/0.1/name> "Exempelkommun" .`,
  ],
  [
    'both types of an agent',
    `<http://dataportal.se/organisation/SE2120009994> <${rdf('type')}> <http://xmlns.com/foaf/0.1/Agent> .`,
  ],
  [
    'the https form of org:classification',
    '<http://dataportal.se/organisation/SE2120009994> <https://www.w3.org/ns/org#classification> <https://dataportal.se/concepts/orgAspects/feeFinanzing> .',
  ],
  [
    'contact types apart from agent types',
    `<${data}/contacts/oppnadata> <${rdf('type')}> <http://www.w3.org/2006/vcard/ns#Organization> .`,
  ],
  [
    'telephone numbers as IRIs',
    `<${data}/t> <http://www.w3.org/2006/vcard/ns#hasValue> <tel:+4681234567> .`,
  ],
  [
    'dates',
    `<${data}/datasets/luft> <http://purl.org/dc/terms/issued> "2026-02-01"^^<${xsd}date> .`,
  ],
  [
    'durations',
    `<${data}/datasets/luft> <http://www.w3.org/ns/dcat#temporalResolution> "PT1H"^^<${xsd}duration> .`,
  ],
  [
    'decimals as they were written',
    `<${data}/datasets/luft> <http://www.w3.org/ns/dcat#spatialResolutionInMeters> "10.0"^^<${xsd}decimal> .`,
  ],
  [
    'sizes as non-negative integers',
    `<${data}/distributions/luft-csv> <http://www.w3.org/ns/dcat#byteSize> "1048576"^^<${xsd}nonNegativeInteger> .`,
  ],
  [
    'geometries',
    `<${data}/box> <http://www.w3.org/ns/dcat#centroid> "POINT(18.3 59.5)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .`,
  ],
  [
    'named places beside described ones',
    `<${data}/datasets/luft> <http://purl.org/dc/terms/spatial> <http://sws.geonames.org/2673722> .`,
  ],
  [
    'a bare media type as the IANA IRI',
    `<${data}/distributions/luft-csv> <http://www.w3.org/ns/dcat#mediaType> <https://www.iana.org/assignments/media-types/text/csv> .`,
  ],
  [
    'the Swedish format as a literal',
    `<${data}/distributions/luft-csv> <http://purl.org/dc/terms/format> "text/csv" .`,
  ],
  [
    'adms:identifier apart from dcterms:identifier',
    `<${data}/datasets/luft> <http://www.w3.org/ns/adms#identifier> "https://doi.org/10.0000/exempel" .`,
  ],
  [
    'the description of a fee as schema.org’s',
    `<${data}/offer> <http://schema.org/description> "Avgiftsfritt."@sv .`,
  ],
  [
    'the description of a provenance statement as Dublin Core’s',
    `<${data}/provenance> <http://purl.org/dc/terms/description> "M\\u00E4tningar`,
  ],
] as const;

for (const [what, line] of expected) {
  test(`The context gives ${what}`, () => {
    const plain = line.replace('\\u00E4', 'ä');
    assert.ok(
      lines.some((found) => found.startsWith(plain)),
      `${plain} is not in\n${lines.join('\n')}`,
    );
  });
}

test('The context hides what the catalogue says about the record', () => {
  assert.doesNotMatch(lines.join('\n'), /published|colour|record/);
});

test('A media type that is written as a whole IRI stays that IRI', async () => {
  const iri = 'https://www.iana.org/assignments/media-types/text/csv';
  const record = { '@id': `${data}/d`, '@type': 'Distribution', mediaType: iri };
  assert.match(await nQuadsOf(record, context), new RegExp(`mediaType> <${iri}> \\.`));
});

test('An IRI whose scheme looks like a prefix of the profile stays as it is', async () => {
  const record = { '@id': `${data}/d`, '@type': 'Dataset', source: ['time:noon'] };
  assert.match(await nQuadsOf(record, context), /<time:noon>/);
});

function rdf(term: string): string {
  return `http://www.w3.org/1999/02/22-rdf-syntax-ns#${term}`;
}
