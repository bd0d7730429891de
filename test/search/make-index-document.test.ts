import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind, Resource } from '../../src/catalog/resource.ts';
import type { NodeObject, RecordContent } from '../../src/profile/record.ts';
import { facetLabel } from '../../src/search/facet-labels.ts';
import { isSearchable, makeIndexDocument } from '../../src/search/make-index-document.ts';
import { agent, base, profile } from '../catalog/square.ts';

function record(node: NodeObject, changes: Partial<Resource> = {}): Resource {
  const kind: Kind = changes.kind ?? 'dataset';
  return {
    id: 'r1',
    kind,
    organization: 'o1',
    organizationName: 'umea',
    name: 'bad',
    iri: `${base}/datasets/bad`,
    state: 'published',
    version: 1,
    revision: 7,
    content: { '@id': `${base}/datasets/bad`, '@type': 'Dataset', ...node } as RecordContent,
    digest: '',
    created: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-02T00:00:00.000Z',
    published: '2026-01-01T00:00:00.000Z',
    ...changes,
  };
}

function document(node: NodeObject, owner: NodeObject = agent('Umeå kommun')) {
  const made = record(node);
  assert.ok(isSearchable(made));
  const content = { '@id': 'urn:o', ...owner } as RecordContent;
  return makeIndexDocument(made, {
    profile,
    owner: { name: 'umea', content },
    quality: 80,
    series: [{ sv: 'Badserien' }],
  });
}

const texts = (node: NodeObject, field: string) =>
  document(node)
    .texts.filter((text) => text.field === field)
    .map(({ language, text }) => `${language}:${text}`);

test('only what is published is searchable, and no catalogue', () => {
  assert.equal(isSearchable(record({}, { state: 'draft' })), false);
  assert.equal(isSearchable(record({}, { state: 'withdrawn' })), false);
  assert.equal(isSearchable(record({}, { kind: 'catalog' })), false);
});

test('texts stand in their fields, with their languages', () => {
  const node = {
    title: { sv: 'Badplatser', en: 'Bathing places', '@none': 'X' },
    keyword: { sv: ['bad', 'strand'] },
    description: { sv: 'Alla.' },
  };
  assert.deepEqual(texts(node, 'title'), ['sv:Badplatser', 'en:Bathing places', ':X']);
  assert.deepEqual(texts(node, 'keyword'), ['sv:bad', 'sv:strand']);
  assert.deepEqual(texts(node, 'description'), ['sv:Alla.']);
});

test('it is found by its owner, series, theme, place and files too, and never by whom to ask', () => {
  const other = texts(
    {
      theme: ['http://publications.europa.eu/resource/authority/data-theme/TRAN'],
      spatial: ['http://sws.geonames.org/602149'],
      contactPoint: [{ '@type': 'ContactIndividual', fn: { sv: 'Anna Andersson' } }],
      distribution: [
        {
          '@type': 'Distribution',
          title: { sv: 'Lista' },
          format: 'text/csv',
          accessUrl: 'https://x.se',
        },
      ],
    },
    'other',
  );
  for (const text of [
    'sv:Umeå kommun',
    'sv:Badserien',
    'sv:Transport',
    'sv:Umeå',
    'sv:Västerbottens län',
    'sv:Lista',
    ':CSV',
    ':bad',
  ])
    assert.ok(other.includes(text), `${text} in ${other.join(' ')}`);
  assert.ok(!other.some((text) => /Sverige|Anna/.test(text)));
});

test('trees carry what is broader', () => {
  const { facets } = document({
    spatial: ['http://sws.geonames.org/602149'],
    hvdCategory: ['http://data.europa.eu/bna/c_c3de25e4'],
    distribution: [{ '@type': 'Distribution', format: 'application/geo+json' }],
  });
  assert.deepEqual(facets.place, ['602149', '2664415']);
  assert.deepEqual(facets.hvdCategory, ['c_c3de25e4', 'c_ac64a52d']);
  assert.deepEqual(facets.format, ['map', 'map/GEOJSON']);
});

test('what says no place is where its municipality or region is, and what says one is there', () => {
  const place = (owner: string, node: NodeObject = {}) => document(node, agent(owner)).facets.place;
  assert.deepEqual(place('Umeå kommun'), ['602149', '2664415']);
  assert.deepEqual(place('Malmö stad'), ['2692965', '3337385']);
  for (const [region, county] of [
    ['Region Västerbotten', 'Västerbottens län'],
    ['Västra Götalandsregionen', 'Västra Götalands län'],
    ['Region Jönköpings län', 'Jönköpings län'],
    ['Region Skåne', 'Skåne län'],
    ['Region Sörmland', 'Södermanlands län'],
    ['Region Örebro län', 'Örebro län'],
  ] as const) {
    const [value = ''] = place(region) ?? [];
    assert.equal(facetLabel(profile.vocabularies, 'place', value, 'sv'), county, region);
  }
  assert.equal(place('Havs- och vattenmyndigheten'), undefined);
  assert.deepEqual(place('Umeå kommun', { spatial: ['http://sws.geonames.org/2661886'] }), [
    '2661886',
  ]);
});

test('years run from the first start to the last end, and open ends stay open', () => {
  const years = (...periods: readonly NodeObject[]) =>
    document({ temporal: periods as never }).years;
  assert.equal(years(), undefined);
  assert.deepEqual(years({ startDate: '2015-06-01' }), [2015, 9999]);
  assert.deepEqual(years({ endDate: '1999' }), [0, 1999]);
  assert.deepEqual(
    years(
      { startDate: '2015', endDate: '2016-01' },
      { startDate: '2019-01-01T00:00:00Z', endDate: '2020' },
    ),
    [2015, 2020],
  );
  assert.equal(years({ startDate: '2020', endDate: '2010' }), undefined);
});

test('boxes are around what is described, else around the places that are named', () => {
  const boxes = (spatial: readonly (NodeObject | string)[]) =>
    document({ spatial: spatial as never }).boxes;
  assert.deepEqual(
    boxes([{ '@type': 'Location', bbox: 'POLYGON((11 57,12 57,12 58,11 58,11 57))' }]),
    [{ west: 11, south: 57, east: 12, north: 58 }],
  );
  assert.deepEqual(boxes([{ '@type': 'Location', centroid: 'POINT(18.07 59.33)' }]), [
    { west: 18.07, south: 59.33, east: 18.07, north: 59.33 },
  ]);
  const [named] = boxes(['http://sws.geonames.org/602149']);
  assert.ok(named !== undefined && named.west < 20.26 && named.east > 20.26);
  assert.deepEqual(
    boxes(['http://sws.geonames.org/2661886', { '@type': 'Location', bbox: 'nonsense' }]),
    [],
  );
});

test('the last modified is the newest of the record and its files', () => {
  const node = {
    issued: '2020',
    modified: '2021-05',
    distribution: [{ '@type': 'Distribution', modified: '2022-03-04T10:00:00+01:00' }],
  };
  assert.equal(document(node).modified, '2022-03-04T09:00:00.000Z');
  assert.equal(document(node).issued, '2020-01-01T00:00:00.000Z');
  assert.equal(document({ issued: '2020-02-03' }).modified, '2020-02-03T00:00:00.000Z');
  assert.equal(document({}).modified, '2026-01-01T00:00:00.000Z');
  assert.equal(document({ modified: 'igår' }).issued, '');
});

test('rank is a whole number of a byte, higher for the newer and the better described', () => {
  const rank = (modified: string) => document({ title: { sv: 'Bad' }, modified }).rank;
  assert.ok(rank('2024-01-01') > rank('2014-01-01'));
  assert.ok(rank('1900-01-01') >= 0 && rank('2999-01-01') <= 255);
  assert.ok(Number.isInteger(rank('2024-01-01')));
});

test('a facet value is called what its list calls it', () => {
  const label = (
    facet: Parameters<typeof facetLabel>[1],
    value: string,
    language: 'sv' | 'en' = 'sv',
  ) =>
    facetLabel(
      profile.vocabularies,
      facet,
      value,
      language,
      new Map([['umea', { sv: 'Umeå kommun' }]]),
    );
  assert.equal(label('license', 'CC0-1.0').slice(0, 7), 'CC0 1.0');
  assert.equal(label('format', 'excel', 'en'), 'Excel and spreadsheets');
  assert.equal(label('format', 'excel/XLSX'), 'Excel XLSX');
  assert.equal(label('organization', 'umea'), 'Umeå kommun');
  assert.equal(label('organization', 'ingen'), 'ingen');
  assert.equal(label('frequency', 'WEEKLY', 'en'), 'Weekly');
  assert.equal(
    label('conformsTo', 'https://data.example.se/standards/badplats/1.0'),
    'badplats 1.0',
  );
  assert.equal(label('theme', 'https://x.se/tema/1'), 'tema 1');
  assert.equal(label('resolution', '10'), 'högst 10 meter');
});
