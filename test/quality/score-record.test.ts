import assert from 'node:assert/strict';

import { test } from 'node:test';
import type { NodeObject } from '../../src/profile/record.ts';
import { linkLookup } from '../../src/quality/link-state.ts';
import { dimensions, metrics, mostOf, mostPoints } from '../../src/quality/metrics.ts';
import { qualityJudge } from '../../src/quality/quality-judge.ts';
import { ratingOf } from '../../src/quality/rating.ts';
import { profile } from '../catalog/square.ts';

const judge = qualityJudge(profile);
const links = linkLookup(
  'https://data.example.se',
  new Map([
    ['https://a.example/1', true],
    ['https://a.example/1.csv', true],
    ['https://b.example/1', false],
  ]),
);
const clean = { issues: [], links };

/** Distribution A of the worked example. */
const a = {
  accessUrl: 'https://a.example/1',
  downloadUrl: ['https://a.example/1.csv'],
  format: 'http://publications.europa.eu/resource/authority/file-type/CSV',
  mediaType: 'https://www.iana.org/assignments/media-types/text/csv',
  license: 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0',
  byteSize: 1000,
  issued: '2026-01-01',
  modified: '2026-02-01',
};
const b = { accessUrl: 'https://b.example/1' };

const dataset: NodeObject = {
  keyword: { sv: ['bad'] },
  theme: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
  spatial: ['http://sws.geonames.org/602150/'],
  contactPoint: [{ '@type': 'Organization' }],
  publisher: 'https://data.example.se/organizations/umea',
  accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
  distribution: [b, a],
};

test('the table of metrics sums to 405, by dimension as published', () => {
  assert.equal(metrics.length, 23);
  assert.equal(mostPoints, 405);
  assert.deepEqual(
    dimensions.map((name) => mostOf[name]),
    [100, 100, 110, 75, 20],
  );
});

test('a score is called what the published page calls it', () => {
  const names = [0, 119, 120, 121, 220, 221, 350, 351, 405].map(ratingOf);
  assert.deepEqual(names, [
    'bad',
    'bad',
    'bad',
    'sufficient',
    'sufficient',
    'good',
    'good',
    'excellent',
    'excellent',
  ]);
});

test('the one best distribution counts, whatever stands before it', () => {
  const score = judge.scoreHere(dataset, clean);
  assert.equal(score.total, 380);
  assert.equal(score.rating, 'excellent');
  assert.equal(score.distribution, 1);
  assert.deepEqual(score.dimensions, {
    findability: 80,
    accessibility: 100,
    interoperability: 110,
    reusability: 75,
    contextuality: 15,
  });
});

test('without a download address 50 points go, without formats 80 more', () => {
  const { downloadUrl, ...withoutDownload } = a;
  const { format, mediaType, ...bare } = withoutDownload;
  assert.ok(downloadUrl && format && mediaType);
  assert.equal(
    judge.scoreHere({ ...dataset, distribution: [b, withoutDownload] }, clean).total,
    330,
  );
  assert.equal(judge.scoreHere({ ...dataset, distribution: [b, bare] }, clean).total, 250);
});

test('of equal distributions the first counts, and without any a dataset gets 185 at most', () => {
  assert.equal(judge.scoreHere({ ...dataset, distribution: [a, a] }, clean).distribution, 0);
  const alone = {
    ...dataset,
    temporal: [{ startDate: '2026' }],
    issued: '2026',
    modified: '2026',
    distribution: [],
  };
  const score = judge.scoreHere(alone, clean);
  assert.equal(score.total, 185);
  assert.equal(score.distribution, undefined);
  assert.equal(score.rating, 'sufficient');
});

test('dates of the dataset count where the chosen distribution has none', () => {
  const { issued, modified, ...dateless } = a;
  assert.ok(issued && modified);
  const score = judge.scoreHere({ ...dataset, issued: '2026', distribution: [dateless] }, clean);
  assert.equal(score.dimensions.contextuality, 10);
});

test('a media type as format is both, here and in Europe', () => {
  const { mediaType, ...swedish } = { ...a, format: 'text/csv' };
  assert.ok(mediaType);
  const record = { ...dataset, distribution: [swedish] };
  assert.equal(judge.scoreHere(record, clean).dimensions.interoperability, 110);
  assert.equal(judge.scoreAfterHarvest(record, clean).dimensions.interoperability, 110);
});

test('what the Swedish profile does not carry is lost on the way to Europe', () => {
  const { format, ...onlyMediaType } = a;
  assert.ok(format);
  const record = { ...dataset, distribution: [onlyMediaType] };
  assert.equal(judge.scoreHere(record, clean).dimensions.interoperability, 80);
  assert.equal(judge.scoreAfterHarvest(record, clean).dimensions.interoperability, 30);
});

test('an address that nobody has asked counts only when it is our own, and either way it is said', () => {
  const at = (accessUrl: string) =>
    judge.scoreHere({ ...dataset, distribution: [{ accessUrl }] }, clean);
  const own = at('https://data.example.se/files/1');
  assert.deepEqual([own.dimensions.accessibility, own.sureness], [50, 'assumed']);
  const strange = at('https://nobody.example/1');
  assert.deepEqual([strange.dimensions.accessibility, strange.sureness], [0, 'assumed']);
  const broken = at('https://b.example/1');
  assert.deepEqual([broken.dimensions.accessibility, broken.sureness], [0, 'known']);
});

test('an Excel file is readable by programs but not open, a PDF neither', () => {
  const points = (format: string) =>
    judge.scoreHere({ ...dataset, distribution: [{ ...a, mediaType: format, format }] }, clean)
      .dimensions.interoperability;
  assert.equal(points('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'), 90);
  assert.equal(points('application/pdf'), 70);
});

test('a licence that is known in Sweden only gives the points for having one', () => {
  const reusability = (license: string) =>
    judge.scoreHere({ ...dataset, distribution: [{ ...a, license }] }, clean).dimensions
      .reusability;
  assert.equal(reusability('https://example.se/villkor'), 65);
  assert.equal(reusability('http://creativecommons.org/publicdomain/zero/1.0/'), 75);
});

test('the next best fix comes first, and what is fixed is worth what it says', () => {
  const poor = { ...dataset, distribution: [{ accessUrl: 'https://a.example/1' }] };
  const { fixes } = judge.judge(poor, clean);
  assert.deepEqual(
    fixes.slice(0, 3).map(({ id, points, pointer }) => [id, points, pointer]),
    [
      ['format', 80, '/distribution/0/format'],
      ['download', 50, '/distribution/0/downloadUrl'],
      ['license', 30, '/distribution/0/license'],
    ],
  );
  const temporal = fixes.find(({ id }) => id === 'temporal');
  assert.equal(temporal?.text.sv, '+20: ange tidsperiod');
  const total = judge.scoreAfterHarvest(poor, clean).total;
  assert.equal(total + fixes.reduce((sum, { points }) => sum + points, 0), 405);
  const mended = judge.scoreAfterHarvest({ ...poor, temporal: [{ startDate: '2026' }] }, clean);
  assert.equal(mended.total, total + 20);
});

test('an open format is to be had where the format is stated', () => {
  const format = 'http://publications.europa.eu/resource/authority/file-type/XLSX';
  const mediaType = 'https://www.iana.org/assignments/media-types/application/vnd.ms-excel';
  const excel = { ...dataset, distribution: [{ ...a, format, mediaType }] };
  const { fixes } = judge.judge(excel, clean);
  assert.equal(fixes.find(({ id }) => id === 'open-format')?.pointer, '/distribution/0/format');
});

test('a record without files is told what a file is worth', () => {
  const [first] = judge.judge({ ...dataset, distribution: [] }, clean).fixes;
  assert.deepEqual(
    [first?.id, first?.points, first?.pointer],
    ['distribution', 220, '/distribution'],
  );
});

test('faults take the points for following DCAT-AP, and the fix leads to the first', () => {
  const issue = {
    rule: 'V004',
    level: 'error',
    blocks: 'publishing',
    pointer: '/title',
    message: { sv: 'x', en: 'x' },
  } as const;
  const { here, fixes, rules } = judge.judge(dataset, { ...clean, issues: [issue, issue] });
  assert.equal(here.total, 350);
  assert.equal(fixes.find(({ id }) => id === 'faults')?.pointer, '/title');
  assert.deepEqual(rules, [{ rule: 'V004', level: 'error', count: 2 }]);
});

test('stars are counted as far as they go without a gap', () => {
  const { stars } = judge.judge({ ...dataset, distribution: [a, b] }, clean);
  assert.deepEqual(stars, { best: 3, average: 1.5 });
});

test('texts give advice and no points', () => {
  const record = { ...dataset, title: { sv: 'BADPLATSER I UMEÅ' }, description: { sv: 'Bad.' } };
  const { advice } = judge.judge(record, clean);
  assert.ok(advice.every(({ points }) => points === 0));
  assert.deepEqual(
    advice.slice(0, 3).map(({ id }) => id),
    ['short-description', 'no-english', 'loud-title'],
  );
});
