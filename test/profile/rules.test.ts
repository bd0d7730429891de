import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level } from '../../src/kernel/issue.ts';
import { type NodeObject, typeTerms } from '../../src/profile/record.ts';
import { recordRules } from '../../src/profile/rules/record-rules.ts';
import { ruleTable } from '../../src/profile/rules/rule-table.ts';
import {
  agent,
  authority,
  catalog,
  contact,
  dataset,
  distribution,
  hvd,
  hvdDataset,
  plan,
  series,
  service,
  validate,
} from './sample-records.ts';

type Changes = Readonly<Record<string, unknown>>;

/** Rule → a record that breaks it, where and how badly. */
type Case = readonly [
  rule: string,
  what: string,
  record: NodeObject,
  changes: Changes,
  pointer: string,
  level: Level,
];

function withDistribution(changes: Changes): Changes {
  return { distribution: [{ ...distribution, ...changes }] };
}

const ccBy = 'http://creativecommons.org/licenses/by/4.0/';

const cases: readonly Case[] = [
  ['V001', 'a relative IRI', dataset, { landingPage: ['/bad'] }, '/landingPage/0', 'error'],
  [
    'V001',
    'a space in an IRI',
    dataset,
    withDistribution({ accessUrl: 'https://x.se/a b' }),
    '/distribution/0/accessUrl',
    'error',
  ],
  ['V001', 'a word for an IRI', dataset, { language: ['sv'] }, '/language/0', 'error'],
  ['V004', 'no title', dataset, { title: undefined }, '/title', 'error'],
  ['V004', 'a blank title', dataset, { title: { sv: '  ' } }, '/title', 'error'],
  ['V004', 'no publisher type', agent, { type: undefined }, '/type', 'error'],
  [
    'V004',
    'no access address',
    dataset,
    withDistribution({ accessUrl: undefined }),
    '/distribution/0/accessUrl',
    'error',
  ],
  ['V004', 'two of what there is one', dataset, { issued: ['2024', '2025'] }, '/issued', 'error'],
  [
    'V004',
    'two titles in one language',
    dataset,
    { title: { 'sv-SE': 'Bad', 'SV-SE': 'Badplats', en: 'Baths' } },
    '/title/SV-SE',
    'error',
  ],
  ['V005', 'no contact point', dataset, { contactPoint: undefined }, '/contactPoint', 'warning'],
  [
    'V005',
    'no standard that it follows',
    dataset,
    { conformsTo: undefined },
    '/conformsTo',
    'info',
  ],
  ['V005', 'no word of fees', agent, { classification: undefined }, '/classification', 'info'],
  [
    'V005',
    'no postal address',
    dataset,
    { contactPoint: [{ ...contact, hasAddress: undefined }] },
    '/contactPoint/0/hasAddress',
    'info',
  ],
  [
    'V005',
    'a place without any detail',
    dataset,
    { spatial: [{ '@type': 'Location' }] },
    '/spatial/0',
    'warning',
  ],
  [
    'V006',
    'a title without a language',
    dataset,
    { title: { '@none': 'Bad' } },
    '/title/@none',
    'error',
  ],
  [
    'V006',
    'a keyword without a language',
    dataset,
    { keyword: { sv: ['bad'], '@none': ['x'] } },
    '/keyword/@none',
    'error',
  ],
  ['V007', 'no English title', dataset, { title: { sv: 'Badplatser' } }, '/title', 'warning'],
  [
    'V007',
    'no Swedish description',
    catalog,
    { description: { en: 'Our data.' } },
    '/description',
    'warning',
  ],
  ['V008', 'a day that does not exist', dataset, { issued: '2026-02-30' }, '/issued', 'error'],
  ['V008', 'a date in words', dataset, { modified: 'i går' }, '/modified', 'error'],
  [
    'V008',
    'a duration without a P',
    dataset,
    { temporalResolution: '1Y' },
    '/temporalResolution',
    'error',
  ],
  [
    'V008',
    'a decimal with a comma',
    dataset,
    { spatialResolutionInMeters: '2,5' },
    '/spatialResolutionInMeters',
    'error',
  ],
  [
    'V008',
    'an end before its start',
    dataset,
    { temporal: [{ startDate: '2025-05', endDate: '2025-04-30' }] },
    '/temporal/0/endDate',
    'error',
  ],
  [
    'V008',
    'a moment before another',
    dataset,
    { temporal: [{ startDate: '2025-05-01T08:00:00Z', endDate: '2025-05-01T08:00:00+01:00' }] },
    '/temporal/0/endDate',
    'error',
  ],
  [
    'V009',
    'a frequency of one’s own',
    dataset,
    { accrualPeriodicity: 'https://example.se/ibland' },
    '/accrualPeriodicity',
    'error',
  ],
  [
    'V009',
    'an agent type of one’s own',
    agent,
    { type: 'https://example.se/myndighet' },
    '/type',
    'error',
  ],
  [
    'V010',
    'a format in words',
    dataset,
    withDistribution({ format: 'kalkylblad' }),
    '/distribution/0/format',
    'warning',
  ],
  ['V011', 'no theme', dataset, { theme: undefined }, '/theme', 'warning'],
  [
    'V011',
    'only themes of others',
    dataset,
    { theme: ['https://inspire.ec.europa.eu/theme/hy'] },
    '/theme',
    'warning',
  ],
  ['V012', 'a catalogue under CC BY', catalog, { license: ccBy }, '/license', 'error'],
  [
    'V013',
    'a licence with https',
    dataset,
    withDistribution({ license: 'https://creativecommons.org/licenses/by/4.0/' }),
    '/distribution/0/license',
    'warning',
  ],
  [
    'V013',
    'a licence’s Swedish deed',
    service,
    { license: 'http://creativecommons.org/licenses/by/4.0/deed.sv' },
    '/license',
    'warning',
  ],
  [
    'V014',
    'neither licence nor rights',
    dataset,
    withDistribution({ license: undefined }),
    '/distribution/0/license',
    'warning',
  ],
  [
    'V014',
    'a licence on the dataset',
    dataset,
    {
      extra: [
        `<https://data.example.se/datasets/bad> <http://purl.org/dc/terms/license> <${ccBy}> .`,
      ],
    },
    '/extra',
    'warning',
  ],
  [
    'V015',
    'high value without a category',
    hvdDataset,
    { hvdCategory: undefined },
    '/hvdCategory',
    'error',
  ],
  [
    'V015',
    'high value without a marked distribution',
    hvdDataset,
    { distribution: [distribution] },
    '/distribution',
    'error',
  ],
  [
    'V015',
    'a high-value service without documentation',
    service,
    {
      applicableLegislation: [hvd],
      hvdCategory: ['http://data.europa.eu/bna/c_63b37dd4'],
      page: undefined,
    },
    '/page',
    'error',
  ],
  [
    'V016',
    'high value without an API',
    hvdDataset,
    withDistribution({ applicableLegislation: [hvd] }),
    '/distribution',
    'info',
  ],
  [
    'V016',
    'high value under a closed licence',
    hvdDataset,
    withDistribution({
      applicableLegislation: [hvd],
      accessService: ['urn:s'],
      license: 'http://creativecommons.org/licenses/by-nc/4.0/',
    }),
    '/distribution/0/license',
    'warning',
  ],
  [
    'V017',
    'a category without the regulation',
    dataset,
    { hvdCategory: ['http://data.europa.eu/bna/c_63b37dd4'] },
    '/hvdCategory',
    'error',
  ],
  [
    'V017',
    'a category on a distribution',
    dataset,
    {
      extra: [
        `<${distribution['@id']}> <http://data.europa.eu/r5r/hvdCategory> <http://data.europa.eu/bna/c_63b37dd4> .`,
      ],
    },
    '/distribution/0',
    'error',
  ],
  [
    'V018',
    'a marked distribution of an ordinary dataset',
    dataset,
    withDistribution({ applicableLegislation: [hvd] }),
    '/distribution/0/applicableLegislation',
    'error',
  ],
  [
    'V019',
    'a contact that is the publisher',
    dataset,
    { contactPoint: [dataset.publisher] },
    '/contactPoint/0',
    'error',
  ],
  [
    'V019',
    'a distribution that is the dataset',
    dataset,
    withDistribution({ '@id': dataset['@id'] }),
    '/distribution/0',
    'error',
  ],
  [
    'V019',
    'a contact of two kinds',
    dataset,
    { contactPoint: [{ ...contact, '@type': ['ContactOrganization', 'ContactIndividual'] }] },
    '/contactPoint/0/@type',
    'error',
  ],
  [
    'V020',
    'an agent IRI of one’s own',
    agent,
    { '@id': 'https://example.se/vi' },
    '/@id',
    'warning',
  ],
  [
    'V020',
    'an organisation number with a wrong check digit',
    agent,
    { identifier: ['202100-6884'] },
    '/identifier/0',
    'warning',
  ],
  [
    'V020',
    'a publisher with www in its IRI',
    dataset,
    { publisher: 'http://www.dataportal.se/organisation/SE2021006883' },
    '/publisher',
    'warning',
  ],
  [
    'V021',
    'an e-mail address without mailto',
    dataset,
    { contactPoint: [{ ...contact, hasEmail: ['https://example.se/oppnadata'] }] },
    '/contactPoint/0/hasEmail/0',
    'error',
  ],
  [
    'V021',
    'a telephone without tel',
    dataset,
    { contactPoint: [{ ...contact, hasTelephone: [{ hasValue: 'https://example.se/ring' }] }] },
    '/contactPoint/0/hasTelephone/0/hasValue',
    'error',
  ],
  [
    'V022',
    'latitude first',
    dataset,
    { spatial: [{ bbox: 'POLYGON((60 110,61 110,61 109,60 109,60 110))' }] },
    '/spatial/0/bbox',
    'error',
  ],
  [
    'V022',
    'GeoJSON',
    dataset,
    { spatial: [{ geometry: '{"type":"Point","coordinates":[18,59]}' }] },
    '/spatial/0/geometry',
    'error',
  ],
  [
    'V022',
    'a box that is not closed',
    dataset,
    { spatial: [{ bbox: 'POLYGON((10 60,11 60,11 59,10 59))' }] },
    '/spatial/0/bbox',
    'error',
  ],
  [
    'V022',
    'a centre that is no point',
    dataset,
    { spatial: [{ centroid: 'LINESTRING(10 60,11 60)' }] },
    '/spatial/0/centroid',
    'error',
  ],
  [
    'V023',
    'an address that no browser opens',
    dataset,
    { landingPage: ['urn:bad'] },
    '/landingPage/0',
    'warning',
  ],
  [
    'V024',
    'keywords joined by a comma',
    dataset,
    { keyword: { sv: ['bad, vatten'] } },
    '/keyword/sv/0',
    'warning',
  ],
  [
    'V024',
    'a keyword as long as a sentence',
    dataset,
    { keyword: { sv: ['bad', 'x'.repeat(61)] } },
    '/keyword/sv/1',
    'warning',
  ],
  [
    'V026',
    'a frequency of old',
    dataset,
    { accrualPeriodicity: 'http://purl.org/cld/freq/annual' },
    '/accrualPeriodicity',
    'warning',
  ],
  [
    'V026',
    'a status of old',
    dataset,
    withDistribution({ status: 'http://purl.org/adms/status/Completed' }),
    '/distribution/0/status',
    'warning',
  ],
  [
    'V026',
    'a place with www',
    dataset,
    { spatial: ['https://www.geonames.org/2661886/sweden.html'] },
    '/spatial/0',
    'warning',
  ],
  ['V028', 'no distribution', dataset, { distribution: undefined }, '/distribution', 'warning'],
  [
    'V029',
    'an API by its title',
    dataset,
    withDistribution({ title: { sv: 'API för bad' } }),
    '/distribution/0/accessService',
    'warning',
  ],
  [
    'V029',
    'an API by its format',
    dataset,
    withDistribution({ format: 'application/vnd.ogc.wms_xml' }),
    '/distribution/0/accessService',
    'warning',
  ],
  [
    'V029',
    'an OpenAPI file as a standard',
    dataset,
    { conformsTo: ['https://api.example.se/openapi.json'] },
    '/conformsTo/0',
    'warning',
  ],
  [
    'V031',
    'data that should have changed',
    dataset,
    { modified: '2024-01-01' },
    '/modified',
    'info',
  ],
  [
    'V032',
    'a file without its size',
    dataset,
    withDistribution({ byteSize: undefined }),
    '/distribution/0/byteSize',
    'info',
  ],
  [
    'V034',
    'protected data that cannot be requested',
    dataset,
    {
      accessRights: `${authority}/access-right/RESTRICTED`,
      ...withDistribution({ byteSize: undefined }),
    },
    '/distribution',
    'warning',
  ],
];

function broken(record: NodeObject, changes: Changes): NodeObject {
  return { ...record, ...changes } as NodeObject;
}

for (const [rule, what, record, changes, pointer, level] of cases) {
  test(`${rule} finds ${what}`, () => {
    const className = typeTerms(record).at(-1) ?? '';
    const issues = validate(broken(record, changes), className);
    const found = issues.filter((issue) => issue.rule === rule);
    assert.deepEqual(
      found.map((issue) => [issue.pointer, issue.level]),
      [[pointer, level]],
      JSON.stringify(issues, undefined, 1),
    );
    assert.ok(
      (found[0]?.message.sv ?? '').length > 10 && found[0]?.message.sv !== found[0]?.message.en,
    );
  });
}

const faultless = { dataset, hvdDataset, series, service, agent, catalog };

for (const [name, record] of Object.entries(faultless)) {
  test(`no rule finds anything in a faultless ${name}`, () => {
    assert.deepEqual(validate(record, typeTerms(record).at(-1) ?? ''), []);
  });
}

const passing: readonly [string, string, NodeObject, Changes][] = [
  [
    'V006',
    'a name in vCard without a language',
    dataset,
    { contactPoint: [{ ...contact, fn: { '@none': 'Vi' } }] },
  ],
  [
    'V007',
    'a machine-translated English title',
    dataset,
    { title: { sv: 'Bad', 'en-t-sv-t0-abcd': 'Baths' } },
  ],
  [
    'V008',
    'an end of the same year as its start',
    dataset,
    { temporal: [{ startDate: '2025-05-01', endDate: '2025' }] },
  ],
  ['V008', 'a period that has not ended', dataset, { temporal: [{ startDate: '2025' }] }],
  [
    'V009',
    'a language of another list where lists are open',
    dataset,
    { subject: ['https://dataportal.se/concepts/grunddata/fastighet'] },
  ],
  [
    'V011',
    'an INSPIRE theme besides one of the EU’s',
    dataset,
    { theme: [`${authority}/data-theme/ENVI`, 'https://inspire.ec.europa.eu/theme/hy'] },
  ],
  [
    'V014',
    'a statement of rights for a licence',
    dataset,
    withDistribution({ license: undefined, rights: { attributionText: { sv: 'Källa: vi' } } }),
  ],
  [
    'V016',
    'a licence of one’s own',
    hvdDataset,
    {
      distribution: [
        {
          ...distribution,
          applicableLegislation: [hvd],
          accessService: ['urn:s'],
          license: 'https://example.se/villkor',
        },
      ],
    },
  ],
  [
    'V020',
    'the National Library’s form of an agent',
    agent,
    { '@id': 'http://id.kb.se/organisations/SE2021006883' },
  ],
  [
    'V020',
    'a private person',
    agent,
    {
      '@id': 'https://example.se/kim',
      type: 'http://purl.org/adms/publishertype/PrivateIndividual(s)',
    },
  ],
  [
    'V022',
    'a box with its reference system',
    dataset,
    {
      spatial: [
        {
          bbox: '<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((10 60,11 60,11 59,10 59,10 60))',
        },
      ],
    },
  ],
  [
    'V022',
    'coordinates of another reference system',
    dataset,
    {
      spatial: [{ geometry: '<http://www.opengis.net/def/crs/EPSG/0/3006> POINT(674032 6580821)' }],
    },
  ],
  [
    'V022',
    'several polygons',
    dataset,
    { spatial: [{ geometry: 'MULTIPOLYGON(((1 2,3 2,3 1,1 2)),((5 6,7 6,7 5,5 6)))' }] },
  ],
  [
    'V023',
    'a file by FTP',
    dataset,
    withDistribution({ downloadUrl: ['ftp://data.example.se/bad.csv'] }),
  ],
  [
    'V028',
    'a member of a series without a distribution',
    dataset,
    { distribution: undefined, inSeries: ['https://data.example.se/series/bad'] },
  ],
  [
    'V029',
    'a title with api inside a word',
    dataset,
    withDistribution({ title: { sv: 'Apikultur' } }),
  ],
  ['V031', 'last year’s data of a yearly kind', dataset, { modified: '2025' }],
  [
    'V031',
    'old data that comes irregularly',
    dataset,
    { modified: '2001', accrualPeriodicity: `${authority}/frequency/IRREG` },
  ],
  ['V032', 'an empty file', dataset, withDistribution({ byteSize: 0 })],
];

for (const [rule, what, record, changes] of passing) {
  test(`${rule} leaves ${what} alone`, () => {
    const issues = validate(broken(record, changes), typeTerms(record).at(-1) ?? '');
    assert.deepEqual(
      issues.filter((issue) => issue.rule === rule),
      [],
    );
  });
}

test('the table holds V001 to V035 in order, each with title and source', () => {
  const expected = Array.from(
    { length: 35 },
    (_, index) => `V${String(index + 1).padStart(3, '0')}`,
  );
  assert.deepEqual(
    ruleTable.map(({ id }) => id),
    expected,
  );
  for (const { title, source } of ruleTable)
    assert.ok(title.sv !== '' && title.en !== '' && source !== '');
});

test('every rule about one record has a case here that breaks it', () => {
  const broken = new Set(cases.map(([rule]) => rule));
  const judged = ruleTable.filter(({ where }) => where === 'record').map(({ id }) => id);
  assert.deepEqual(
    judged.filter((id) => !broken.has(id)),
    [],
  );
});

test('every cross-field rule is of the table and looks at classes of the plan', () => {
  const known = new Set(ruleTable.map(({ id }) => id));
  for (const { id, classes } of recordRules) {
    assert.ok(known.has(id), id);
    for (const name of classes) assert.equal(plan.class(name).name, name);
  }
});

test('an error keeps from publication, a warning and a hint from nothing', () => {
  const issues = validate(
    broken(dataset, { title: undefined, contactPoint: undefined, modified: '2001' }),
    'Dataset',
  );
  assert.deepEqual(
    issues.map(({ level, blocks }) => [level, blocks]),
    [
      ['error', 'publishing'],
      ['warning', 'nothing'],
      ['info', 'nothing'],
    ],
  );
});
