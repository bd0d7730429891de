import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NodeObject } from '../../src/profile/record.ts';
import type { JudgedRecord } from '../../src/profile/rules/catalog-rule.ts';
import { judgeCatalog } from '../../src/profile/rules/catalog-rules.ts';
import {
  agent,
  catalog,
  dataset,
  hvdDataset,
  publisher,
  series,
  service,
} from './sample-records.ts';

function judged(
  className: string,
  record: NodeObject,
  changes: Readonly<Record<string, unknown>> = {},
): JudgedRecord {
  return { className, record: { ...record, ...changes } as NodeObject };
}

const member = { inSeries: [series['@id']] };

const faultless: readonly JudgedRecord[] = [
  judged('Catalog', catalog),
  judged('Agent', agent),
  judged('Dataset', dataset, member),
  judged('DatasetSeries', series),
  judged('DataService', service),
];

type Found = readonly [rule: string, record: string, pointer: string];

function found(records: Iterable<JudgedRecord>): readonly Found[] {
  return judgeCatalog(records).map(({ record, issue }) => [issue.rule, record, issue.pointer]);
}

test('a faultless catalogue has nothing to remark on', () => {
  assert.deepEqual(judgeCatalog(faultless), []);
});

const cases: readonly [string, readonly JudgedRecord[], readonly Found[]][] = [
  [
    'a second root catalogue',
    [judged('Catalog', catalog), judged('Catalog', catalog, { '@id': 'urn:c2' })],
    [['V003', 'urn:c2', '']],
  ],
  [
    'a catalogue three levels deep',
    [
      judged('Catalog', catalog, { hasPart: ['urn:c2'] }),
      judged('Catalog', catalog, { '@id': 'urn:c2', hasPart: ['urn:c3'] }),
      judged('Catalog', catalog, { '@id': 'urn:c3' }),
    ],
    [['V003', 'urn:c2', '/hasPart']],
  ],
  [
    'an agent that another record has as its contact',
    [
      judged('Agent', agent),
      judged('Dataset', dataset, { publisher: 'urn:a', contactPoint: [publisher] }),
    ],
    [['V019', String(dataset['@id']), '/contactPoint/0']],
  ],
  [
    'a service with the IRI of a dataset',
    [judged('Dataset', dataset), judged('DataService', service, { '@id': dataset['@id'] })],
    [['V019', String(dataset['@id']), '']],
  ],
  [
    'one name with two IRIs',
    [judged('Agent', agent), judged('Agent', agent, { '@id': 'urn:a2' })],
    [['V020', 'urn:a2', '/@id']],
  ],
  [
    'two datasets with one title',
    [
      judged('Dataset', dataset),
      judged('Dataset', dataset, {
        '@id': 'urn:d2',
        distribution: undefined,
        title: { sv: 'badplatser ' },
      }),
    ],
    [['V030', 'urn:d2', '/title/sv']],
  ],
  [
    'a series without members',
    [judged('DatasetSeries', series)],
    [['V027', String(series['@id']), '']],
  ],
  [
    'a dataset in two series',
    [
      judged('DatasetSeries', series),
      judged('DatasetSeries', series, { '@id': 'urn:s2' }),
      judged('Dataset', dataset, { inSeries: [series['@id'], 'urn:s2'] }),
    ],
    [['V027', String(dataset['@id']), '/inSeries']],
  ],
  [
    'members that differ',
    [
      judged('DatasetSeries', series),
      judged('Dataset', dataset, member),
      judged('Dataset', dataset, {
        ...member,
        '@id': 'urn:d2',
        distribution: undefined,
        title: { sv: 'Annat' },
        theme: ['urn:t'],
      }),
    ],
    [['V027', String(series['@id']), '']],
  ],
  [
    'high value that no service serves',
    [judged('Dataset', hvdDataset, { distribution: undefined })],
    [['V016', String(dataset['@id']), '/distribution']],
  ],
];

for (const [what, records, expected] of cases) {
  test(`a catalogue is told of ${what}`, () => assert.deepEqual(found(records), expected));
}

test('members that say the same in another order do not differ, and those that do are told in words', () => {
  const two = (changes: Readonly<Record<string, unknown>>) =>
    judgeCatalog([
      judged('DatasetSeries', series),
      judged('Dataset', dataset, {
        ...member,
        theme: ['urn:a', 'urn:b'],
        keyword: { sv: ['x', 'y'] },
      }),
      judged('Dataset', dataset, {
        ...member,
        '@id': 'urn:d2',
        distribution: undefined,
        title: { sv: 'Annat' },
        theme: ['urn:b', 'urn:a'],
        keyword: { sv: ['y', 'x'] },
        ...changes,
      }),
    ]).map(({ issue }) => issue.message.sv);
  assert.deepEqual(two({}), []);
  assert.match(two({ keyword: { sv: ['z'] } }).join(), /skiljer sig åt i nyckelord\./);
});

test('a series may have fifty members and no more', () => {
  function members(count: number): readonly JudgedRecord[] {
    return Array.from({ length: count }, (_, year) =>
      judged('Dataset', dataset, {
        ...member,
        '@id': `urn:d${year}`,
        distribution: undefined,
        title: { sv: `Bad ${year}` },
      }),
    );
  }
  assert.deepEqual(found([judged('DatasetSeries', series), ...members(50)]), []);
  assert.deepEqual(found([judged('DatasetSeries', series), ...members(51)]), [
    ['V027', String(series['@id']), ''],
  ]);
});

test('high-value data that a service serves needs no distribution with an API', () => {
  assert.deepEqual(
    found([
      judged('Dataset', hvdDataset, { distribution: undefined }),
      judged('DataService', service),
    ]),
    [],
  );
});
