import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { digest } from '../../src/profile/digest.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import type { NodeObject } from '../../src/profile/record.ts';
import { defaultsFor, type Settled, settle } from '../../src/profile/settle.ts';
import { decimalText } from '../../src/profile/settle-values.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const plan = loadPlan('schemas/dcat-ap-se');
const vocabularies = loadVocabularies('vocabularies');
const iri = 'https://data.example.se/datasets/bad';

function settled(record: NodeObject, className = 'Dataset'): Settled {
  return settle(record, className, plan, { iri, vocabularies });
}

test('a record gets its IRI and its type, first of all', () => {
  const { content } = settled({ title: { sv: 'Bad' } });
  assert.deepEqual(Object.entries(content).slice(0, 2), [
    ['@id', iri],
    ['@type', 'Dataset'],
  ]);
});

test('keys stand in the order of the plan whatever order they came in', () => {
  const one = settled({ theme: ['urn:a'], title: { sv: 'Bad', en: 'Baths' } });
  const other = settled({ title: { en: 'Baths', sv: 'Bad' }, theme: ['urn:a'] });
  assert.equal(JSON.stringify(one), JSON.stringify(other));
});

test('language tags get their usual form, and two that are one language lose no text', () => {
  const { content } = settled({
    title: { 'SV-se': 'Bad', 'EN-gb': 'Baths' },
    description: { 'sv-SE': 'A', 'SV-SE': 'B' },
    keyword: { 'sv-se': ['b'], 'sv-SE': ['a'] },
  });
  assert.deepEqual(content.title, { 'en-GB': 'Baths', 'sv-SE': 'Bad' });
  assert.deepEqual(content.description, { 'SV-SE': 'B', 'sv-SE': 'A' });
  assert.deepEqual(content.keyword, { 'sv-SE': ['a', 'b'] });
  assert.equal(digest(settled(content).content), digest(content));
});

test('nodes without IRIs are numbered by what they say, so that shuffled sources make no change', () => {
  const periods = [
    { startDate: '2021' },
    { '@id': '_:b1', startDate: '2020' },
    { startDate: '2019' },
  ];
  const distributions = periods.map(({ startDate }) => ({
    accessUrl: `https://example.se/${startDate}`,
    checksum: { checksumValue: 'aa' },
  }));
  const one = settled({ temporal: periods, distribution: distributions });
  const other = settled({
    distribution: distributions.toReversed(),
    temporal: periods.toReversed().map((period) => ({ ...period, '@id': `_:${period.startDate}` })),
  });
  assert.equal(digest(one.content), digest(other.content));
  assert.match(
    JSON.stringify(one.content.temporal),
    /"@id":"[^"]+#temporal-3","@type":"PeriodOfTime","startDate":"2021"/,
  );
});

test('an IRI that a node has is kept, and new nodes take the numbers that are free', () => {
  const { content } = settled({
    temporal: [
      { startDate: '2020' },
      { '@id': `${iri}#temporal-1`, startDate: '2021' },
      { '@id': 'urn:p', endDate: '2020' },
    ],
  });
  assert.deepEqual(
    (content.temporal as readonly NodeObject[]).map((period) => period['@id']),
    [`${iri}#temporal-2`, `${iri}#temporal-1`, 'urn:p'],
  );
});

test('two nodes with one blank node label become one node', () => {
  const shared = { '@id': '_:b0', fn: { sv: 'Vi' } };
  const { content } = settled({ contactPoint: [shared, shared] });
  const [one, other] = content.contactPoint as readonly NodeObject[];
  assert.equal(one?.['@id'], other?.['@id']);
});

test('statements outside the profile follow a node that gets an IRI', () => {
  const { content } = settled({
    temporal: [{ '@id': '_:b0', startDate: '2020' }],
    extra: ['_:b0 <urn:p> "_:b0 ." .', '<urn:s> <urn:p> _:b0 .', '_:b01 <urn:p> <urn:o> .'],
  });
  assert.deepEqual(content.extra, [
    '<https://data.example.se/datasets/bad#temporal-1> <urn:p> "_:b0 ." .',
    '<urn:s> <urn:p> <https://data.example.se/datasets/bad#temporal-1> .',
    '_:b01 <urn:p> <urn:o> .',
  ]);
});

test('a record under the publisher’s IRI gets helper nodes under our address', () => {
  const { content } = settle({ temporal: [{ startDate: '2020' }] }, 'Dataset', plan, {
    iri: 'http://other.example/1',
    prefix: iri,
  });
  assert.equal(content['@id'], 'http://other.example/1');
  assert.equal((content.temporal as readonly NodeObject[])[0]?.['@id'], `${iri}#temporal-1`);
});

test('values take the form of their property when nothing can be misunderstood', () => {
  const { content } = settled({
    title: { sv: ['Bad'] },
    keyword: { sv: 'bad' },
    theme: 'urn:a',
    accessRights: ['urn:b'],
    spatialResolutionInMeters: 2.5,
    publisher: { '@id': 'http://example.se/publisher' },
    landingPage: null,
    conformsTo: [],
    versionNotes: {},
  } as NodeObject);
  assert.deepEqual(content, {
    '@id': iri,
    '@type': 'Dataset',
    title: { sv: 'Bad' },
    publisher: 'http://example.se/publisher',
    keyword: { sv: ['bad'] },
    theme: ['urn:a'],
    accessRights: 'urn:b',
    spatialResolutionInMeters: '2.5',
  });
});

test('what is wrong stays, for validation to explain', () => {
  const { content } = settled({ title: 'Bad', accessRights: ['urn:a', 'urn:b'], colour: 'blue' });
  assert.deepEqual(content, {
    '@id': iri,
    '@type': 'Dataset',
    title: 'Bad',
    accessRights: ['urn:a', 'urn:b'],
    colour: 'blue',
  });
});

test('the context and what the platform says about the record are not kept, unknown statements are', () => {
  const { content } = settled({
    '@context': 'urn:c',
    record: { name: 'bad' },
    extra: ['b', 'a', 'b'],
  });
  assert.deepEqual(content, { '@id': iri, '@type': 'Dataset', extra: ['a', 'b'] });
});

const formatCases: readonly [string, NodeObject, NodeObject, readonly string[]][] = [
  [
    'a format fills the media type',
    { format: 'text/csv' },
    { format: 'text/csv', mediaType: 'text/csv' },
    [],
  ],
  [
    'a media type fills the format',
    { mediaType: 'text/csv' },
    { format: 'text/csv', mediaType: 'text/csv' },
    [],
  ],
  [
    'a media type loses its base',
    { mediaType: 'https://www.iana.org/assignments/media-types/text/csv', format: 'text/csv' },
    { format: 'text/csv', mediaType: 'text/csv' },
    [],
  ],
  [
    'a file type becomes a media type',
    { format: 'http://publications.europa.eu/resource/authority/file-type/CSV' },
    { format: 'text/csv', mediaType: 'text/csv' },
    ['/format'],
  ],
  [
    'a common name becomes a media type',
    { format: 'CSV' },
    { format: 'text/csv', mediaType: 'text/csv' },
    ['/format'],
  ],
  ['a package has no one media type', { format: 'text/csv+zip' }, { format: 'text/csv+zip' }, []],
  ['what means nothing stays', { format: 'något annat' }, { format: 'något annat' }, []],
  [
    'different values stay',
    { format: 'text/csv', mediaType: 'text/plain' },
    { format: 'text/csv', mediaType: 'text/plain' },
    [],
  ],
];

for (const [title, given, expected, notes] of formatCases) {
  test(`format and media type: ${title}`, () => {
    const { content, notes: made } = settled(given, 'Distribution');
    assert.deepEqual(content, { '@id': iri, '@type': 'Distribution', ...expected });
    assert.deepEqual(
      made.map((note) => note.pointer),
      notes,
    );
  });
}

test('a number becomes a decimal without an exponent', () => {
  const cases: readonly [number, string][] = [
    [10, '10'],
    [-0.5, '-0.5'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [1.5e21, '1500000000000000000000'],
  ];
  for (const [value, text] of cases) assert.equal(decimalText(value), text);
});

test('an @id that is an object of any kind is left for validation to explain', () => {
  const odd = { '@id': { toString: 1, valueOf: 2 }, page: [{ title: { sv: 'x' } }, {}] };
  const { content } = settled({ distribution: [odd, odd] } as unknown as NodeObject);
  assert.match(JSON.stringify(content.distribution), /"toString":1/);
});

test('a key named __proto__ stays a key and harms nobody', () => {
  const { content } = settled(JSON.parse('{"__proto__":{"polluted":true},"constructor":1}'));
  assert.ok(Object.hasOwn(content, '__proto__'));
  assert.equal(Object.getPrototypeOf(content), Object.prototype);
});

test('a new catalogue begins with CC0 and Swedish', () => {
  const defaults = defaultsFor('Catalog', plan);
  assert.equal(defaults.license, 'http://creativecommons.org/publicdomain/zero/1.0/');
  assert.deepEqual(defaults.language, [
    'http://publications.europa.eu/resource/authority/language/SWE',
  ]);
});

const names = [
  ...plan.class('Dataset').property.keys(),
  '@id',
  '@type',
  'extra',
  'format',
  'accessUrl',
];
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, '', '_:b0', 'urn:a', 'sv', 'text/csv', 1, 0.5, true),
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names, 'sv', '@none'), tie('anything'), { maxKeys: 4 }),
  ),
}));

test('settling twice is settling once, whatever the JSON', () => {
  const records = fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 8 });
  fc.assert(
    fc.property(records, (record) => {
      const { content } = settled(record as NodeObject);
      const again = settled(content);
      assert.equal(JSON.stringify(again.content), JSON.stringify(content));
      assert.deepEqual(again.notes, []);
    }),
    { numRuns: 500 },
  );
});
