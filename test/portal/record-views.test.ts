import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citation } from '../../src/portal/records/citation.ts';
import { datasetView } from '../../src/portal/records/dataset-view.ts';
import { type Fact, factsOf } from '../../src/portal/records/facts-of.ts';
import { glanceFacts } from '../../src/portal/records/glance.ts';
import { licenceView } from '../../src/portal/records/licence-view.ts';
import { structuredDataset } from '../../src/portal/records/structured-data.ts';
import { currencyOf } from '../../src/profile/currency.ts';
import { authority, base, shownDataset, viewing } from './viewing.ts';

const now = new Date('2026-11-23T12:00:00Z');
const often = (code: string) => `${authority}/frequency/${code}`;

test('data is overdue when what was promised is well past, and not on the day', () => {
  const cases: readonly (readonly [string | undefined, string | undefined, string])[] = [
    ['2026-11-01', 'ANNUAL', 'current'],
    ['2025-11-20', 'ANNUAL', 'current'],
    ['2024-11-20', 'ANNUAL', 'overdue'],
    ['2024', 'ANNUAL', 'overdue'],
    ['2026-11-20', 'DAILY', 'current'],
    ['2026-11-15', 'DAILY', 'overdue'],
    ['2020-01-01', 'CONT', 'always'],
    ['2020-01-01', 'NEVER', 'finished'],
    ['2020-01-01', 'IRREG', 'unknown'],
    ['2020-01-01', undefined, 'unknown'],
    [undefined, 'DAILY', 'unknown'],
    ['i somras', 'DAILY', 'unknown'],
  ];
  for (const [changed, code, state] of cases) {
    const told = currencyOf(changed, code && often(code), now);
    assert.equal(told.state, state, `${changed} ${code}`);
  }
  assert.equal(currencyOf('2026-11-01', often('WEEKLY'), now).due, '2026-11-08');
});

test('every licence of the vocabulary is told in plain words', () => {
  const licences = viewing().profile.vocabularies.get('licence');
  for (const { iri } of licences.concepts) {
    for (const language of ['sv', 'en'] as const) {
      assert.notEqual(licenceView(iri, viewing(language))?.meaning, undefined, iri);
    }
  }
  assert.deepEqual(licenceView('https://www.example.se/villkor', viewing()), {
    name: 'https://www.example.se/villkor',
    href: 'https://www.example.se/villkor',
  });
  assert.equal(licenceView('javascript:alert(1)', viewing())?.href, undefined);
  assert.equal(licenceView(undefined, viewing()), undefined);
});

test('the facts at a glance say what is missing as well', () => {
  const [updated, licence, ...rest] = glanceFacts(shownDataset({}).content, viewing());
  assert.equal(updated?.value, 'Utgivaren har inte angett när');
  assert.equal(licence?.value, 'Licens saknas');
  assert.deepEqual(rest, []);
});

test('files under different licences are not told to be under one', () => {
  const file = (license: string) => ({ license, accessUrl: 'https://a.example/' });
  const { content } = shownDataset({
    distribution: [
      file('http://creativecommons.org/publicdomain/zero/1.0/'),
      file('http://creativecommons.org/licenses/by/4.0/'),
    ],
  });
  const licence = glanceFacts(content, viewing())[1];
  assert.equal(licence?.value, 'Olika för olika filer');
});

test('everything that a record says is somewhere on its page', () => {
  const description = {
    title: { sv: 'Bad', fi: 'Uimarannat' },
    description: { sv: 'Alla.' },
    identifier: ['id-1'],
    otherIdentifier: ['https://doi.org/10.5878/abcd'],
    versionNotes: { sv: ['Rättade koordinater'] },
    temporalResolution: 'P1D',
    spatialResolutionInMeters: ['10.0'],
    landingPage: ['https://www.example.se/bad'],
    spatial: [{ '@id': '#a', bbox: ['POLYGON((1 2,3 4,5 6,1 2))'] }],
    contactPoint: [
      {
        fn: { sv: 'Öppna data' },
        hasEmail: ['mailto:data@example.se'],
        hasTelephone: [{ hasValue: 'tel:+46980319210' }],
        hasAddress: [{ streetAddress: 'Skolgatan 31A', postalCode: '901 84', locality: 'Umeå' }],
      },
    ],
    provenance: [{ description: { sv: 'Inmätt med GPS' } }],
    qualifiedAttribution: [{ agent: { name: { sv: 'Mätbolaget' } } }],
    distribution: [
      {
        accessUrl: 'ftp://old.example.se/fil',
        checksum: {
          algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
          checksumValue: 'abc123',
        },
        rights: { attributionText: { sv: 'Källa: Umeå' } },
        page: [{ '@id': 'https://www.example.se/fil', title: { sv: 'Om filen' } }],
      },
    ],
    extra: ['<s> <p> "utanför" .'],
  };
  const view = datasetView(shownDataset(description), viewing());
  const page = JSON.stringify(view);
  for (const said of [
    'Uimarannat',
    'id-1',
    'https://doi.org/10.5878/abcd',
    'Rättade koordinater',
    '1 dygn',
    '10.0',
    'https://www.example.se/bad',
    'POLYGON((1 2,3 4,5 6,1 2))',
    'Öppna data',
    'data@example.se',
    '+46980319210',
    'Skolgatan 31A, 901 84 Umeå',
    'Inmätt med GPS',
    'Mätbolaget',
    'ftp://old.example.se/fil',
    'abc123',
    'Källa: Umeå',
    'https://www.example.se/fil',
    'utanför',
  ]) {
    assert.ok(page.includes(said), said);
  }
});

test('no property of the profile is lost between the places that a page has', () => {
  const { profile } = viewing();
  const elsewhere = new Set([
    'title',
    'description',
    'keyword',
    'theme',
    'accessRights',
    'distribution',
    'accrualPeriodicity',
  ]);
  for (const property of profile.plan.class('Dataset').properties) {
    if (property.computed || elsewhere.has(property.name)) continue;
    const value = property.node === 'text' ? { sv: ['unikt'] } : ['https://unikt.example/'];
    const view = datasetView(shownDataset({ [property.name]: value }), viewing());
    assert.match(
      JSON.stringify([
        view.glance,
        view.standards,
        view.responsibility,
        view.origin,
        view.relations,
        view.more,
      ]),
      /unikt/,
      property.name,
    );
  }
});

test('texts in another language than the page are told to be', () => {
  const view = datasetView(shownDataset({ title: { sv: 'Bad' } }, 'en'), viewing('en'));
  assert.deepEqual(view.title, { text: 'Bad', language: 'sv' });
  const [fact] = factsOf({ versionNotes: { fi: ['Korjattu'] } }, 'Dataset', viewing());
  assert.deepEqual(fact?.values, [{ text: 'Korjattu', language: 'fi' }]);
});

test('only addresses of the web, of mail and of telephones become links', () => {
  const facts = factsOf(
    {
      relation: ['javascript:alert(1)', 'https://a.example/', '//b.example'],
      source: ['data:text/html,x'],
    },
    'Dataset',
    viewing(),
  );
  const hrefs = facts.flatMap(({ values }: Fact) => values.flatMap(({ href }) => href ?? []));
  assert.deepEqual(hrefs, ['https://a.example/']);
});

test('what points at another record of ours leads to its page, by its title', () => {
  const known = new Map([
    ['https://a.example/1', { title: { text: 'Badvatten' }, href: '/series/badvatten' }],
  ]);
  const [fact] = factsOf(
    { inSeries: ['https://a.example/1'] },
    'Dataset',
    viewing('sv', { known }),
  );
  assert.deepEqual(fact?.values, [{ text: 'Badvatten', href: '/series/badvatten' }]);
});

test('a node inside itself ends', () => {
  let node: Record<string, unknown> = { name: { sv: 'innerst' } };
  for (let depth = 0; depth < 50; depth += 1) node = { agent: node, hadRole: 'x' };
  assert.doesNotThrow(() =>
    factsOf({ qualifiedAttribution: [node as never] }, 'Dataset', viewing()),
  );
});

test('a citation is safe to paste into LaTeX', () => {
  const { text, bibtex } = citation({
    author: 'Umeå kommun',
    title: 'Bad & sjöar 100 % {nytt}\\_~^',
    year: '2026',
    version: 3,
    address: `${base}/datasets/bad/versions/3`,
    name: 'bad',
    words: { version: 'version', dataset: 'Datamängd', undated: 'u.å.' },
  });
  assert.equal(
    text,
    `Umeå kommun. (2026). Bad & sjöar 100 % {nytt}\\_~^ (version 3) [Datamängd]. ${base}/datasets/bad/versions/3`,
  );
  assert.match(
    bibtex,
    /title = \{\{Bad \\& sjöar 100 \\% \\\{nytt\\\}\\textbackslash\{\}\\_\\textasciitilde\{\}\\textasciicircum\{\}\}\}/,
  );
});

test('search engines are told the name, the publisher and the files', () => {
  const shown = shownDataset({
    title: { sv: 'Bad' },
    temporal: [{ startDate: '2020' }],
    distribution: [
      { downloadUrl: ['https://a.example/b.csv'], format: 'text/csv' },
      { accessUrl: 'javascript:x' },
    ],
  });
  const view = datasetView(shown, viewing());
  const told = structuredDataset(shown.content, { view, address: base + view.path }, viewing());
  assert.equal(told.name, 'Bad');
  assert.equal(told.temporalCoverage, '2020/..');
  assert.deepEqual(told.publisher, {
    '@type': 'Organization',
    name: 'Umeå kommun',
    url: `${base}/organizations/umea`,
  });
  assert.deepEqual(told.distribution, [
    { '@type': 'DataDownload', contentUrl: 'https://a.example/b.csv', encodingFormat: 'text/csv' },
  ]);
});
