import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGraph } from './graph.ts';
import { type Violation, violations } from './shacl.ts';
import { exampleCatalog, exampleDataset, exampleSeries } from './worked-example.ts';
import { writeExample, writers } from './writing.ts';

const shapes = 'test/rdf/eu-shapes.ttl';

/** Where the Swedish form is not the EU's, by path and constraint. */
const swedishDeviations = [
  // Things that are only referred to are not typed, and concepts not described.
  ...['accessRights', 'accrualPeriodicity', 'algorithm', 'applicableLegislation', 'availability'],
  ...['conformsTo', 'hadRole', 'homepage', 'hvdCategory', 'landingPage', 'language', 'license'],
  ...['page', 'spatial', 'status', 'theme', 'themeTaxonomy', 'type'],
  // A contact is no vcard:Kind, a series no dcat:Dataset.
  ...['contactPoint', 'dataset', 'servesDataset'],
]
  .map((path) => `${path} Class`)
  .concat([
    // Format and other identifiers are literals.
    'format Class',
    'format NodeKind',
    'identifier Class',
    'identifier NodeKind',
    'inScheme HasValue',
    // GeoNames by http and without a slash.
    ' Not',
  ]);

async function judge(turtle: string): Promise<readonly Violation[]> {
  return violations(await parseGraph(turtle, 'ttl'), shapes);
}

test('the worked example in the eu profile has no fault by the EU’s rules', async () => {
  assert.deepEqual(await judge(writeExample({ syntax: 'ttl', profile: 'eu' })), []);
});

test('the worked example in the Swedish profile differs from the EU’s rules where it is known to', async () => {
  const found = await judge(writeExample({ syntax: 'ttl', profile: 'se' }));
  const kinds = new Set(found.map(({ path, constraint }) => `${path} ${constraint}`));
  assert.deepEqual([...kinds].sort(), [...swedishDeviations].sort());
});

const iri = (path: string) => `<https://data.exempelkommun.se/${path}>`;
const dataset = `<${exampleDataset['@id']}>`;
const dcat = (term: string) => `<http://www.w3.org/ns/dcat#${term}>`;
const dcterms = (term: string) => `<http://purl.org/dc/terms/${term}>`;

/** One fault of each kind: a silent checker would miss it. */
const planted: readonly (readonly [fault: string, statement: string, expected: string])[] = [
  ['a dataset without a title', `${iri('x')} a ${dcat('Dataset')} .`, 'title MinCount'],
  ['two versions', `${dataset} ${dcat('version')} "2" .`, 'version MaxCount'],
  ['a theme that is text', `${dataset} ${dcat('theme')} "ENVI" .`, 'theme NodeKind'],
  ['an untyped page', `${dataset} ${dcat('landingPage')} ${iri('y')} .`, 'landingPage Class'],
  [
    'a duration that is text',
    `${iri('distribution/luft-2025-csv')} ${dcat('temporalResolution')} "P1D" .`,
    'temporalResolution Datatype',
  ],
  [
    'a date that is text',
    `${iri('series/luftkvalitet')} ${dcterms('issued')} "2025-01-01" .`,
    'issued Node',
  ],
  [
    'a frequency from elsewhere',
    `${iri('series/luftkvalitet')} ${dcterms('accrualPeriodicity')} ${iri('often')} .`,
    'inScheme HasValue',
  ],
  [
    'a media type that is no IANA IRI',
    `${iri('distribution/luft-2025-api')} ${dcat('mediaType')} ${iri('csv')} .`,
    ' Pattern',
  ],
  [
    'a place by the old GeoNames IRI',
    `${dataset} ${dcterms('spatial')} <http://sws.geonames.org/1> .`,
    ' Not',
  ],
  [
    'a marked dataset without category',
    `${iri('z')} a ${dcat('Dataset')} ; <http://data.europa.eu/r5r/applicableLegislation> <http://data.europa.eu/eli/reg_impl/2023/138/oj> .`,
    ' Or',
  ],
  [
    'two types on one organisation',
    `<http://dataportal.se/organisation/SE2120009994> ${dcterms('type')} ${iri('t')} .`,
    'type MaxCount',
  ],
];

for (const [fault, statement, expected] of planted) {
  test(`the checker sees ${fault}`, async () => {
    const text = writeExample({ syntax: 'ttl', profile: 'eu' }) + statement;
    const found = await judge(text);
    const kinds = found.map(({ path, constraint }) => `${path} ${constraint}`);
    assert.ok(kinds.includes(expected), `${expected} in ${kinds.join(', ')}`);
  });
}

test('the checker does not tire: the same fault on two hundred datasets is found on each', async () => {
  const document = writers.document({ syntax: 'ttl', profile: 'eu' });
  const datasets = Array.from({ length: 200 }, (_, index) => {
    const id = `https://data.exempelkommun.se/dataset/${index}`;
    const extra = [`<${id}> ${dcterms('issued')} "soon" .`];
    return document.record({ '@id': id, '@type': 'Dataset', extra }, 'Dataset');
  });
  const found = await judge([document.open(), ...datasets, document.close()].join(''));
  const dates = found.filter(({ path, constraint }) => path === 'issued' && constraint === 'Node');
  assert.equal(dates.length, 200);
});

test('a format becomes a file type, a media type and a package, unless the record states them', async () => {
  const write = (more: object) =>
    writers.record(
      { '@id': 'https://example.org/d', '@type': 'Distribution', format: 'text/csv+zip', ...more },
      'Distribution',
      { syntax: 'nt', profile: 'eu' },
    );
  const values = (text: string) =>
    text.split('\n').flatMap((line) => {
      const found = /^<https:\/\/example.org\/d> <[^>]*[#/](\w+)> <(.*)> \.$/.exec(line);
      return found === null || found[1] === 'type' ? [] : [`${found[1]} ${found[2]}`];
    });
  const types = 'https://www.iana.org/assignments/media-types';
  assert.deepEqual(values(write({})).sort(), [
    'format http://publications.europa.eu/resource/authority/file-type/CSV',
    `mediaType ${types}/text/csv`,
    `packageFormat ${types}/application/zip`,
  ]);
  assert.ok(values(write({ mediaType: 'text/plain' })).includes(`mediaType ${types}/text/plain`));
  assert.ok(!values(write({ mediaType: 'text/plain' })).includes(`mediaType ${types}/text/csv`));
});

test('a series is a dataset for the EU, except with the mark of high-value datasets', () => {
  const { applicableLegislation: _mark, ...unmarked } = exampleSeries;
  const options = { syntax: 'ttl', profile: 'eu' } as const;
  assert.match(
    writers.record(
      { ...unmarked, '@id': exampleSeries['@id'], '@type': 'DatasetSeries' },
      'DatasetSeries',
      options,
    ),
    /a dcat:DatasetSeries, dcat:Dataset ;/,
  );
  assert.match(writers.record(exampleSeries, 'DatasetSeries', options), /a dcat:DatasetSeries ;/);
});

test('a concept is described once in a document, however many records use it', () => {
  const document = writers.document({ syntax: 'nt', profile: 'eu' });
  const text = Array.from({ length: 5 }, (_, index) =>
    document.record(
      { ...exampleCatalog, '@id': `https://example.org/${index}`, '@type': 'Catalog' },
      'Catalog',
    ),
  ).join('');
  assert.equal(text.match(/language\/SWE> <[^>]*prefLabel> "[^"]*"@sv/g)?.length, 1);
});
