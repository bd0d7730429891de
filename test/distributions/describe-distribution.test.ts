import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checksumOf,
  type DescribedFile,
  distributionOf,
  hasDistribution,
  withDistribution,
} from '../../src/distributions/describe-distribution.ts';
import {
  distributionAt,
  downloadAddress,
  safeFileName,
} from '../../src/distributions/distribution-address.ts';
import type { JsonObject } from '../../src/kernel/json.ts';

const base = 'https://data.example.se';
const id = '0192f0c1-7f1c-7d1e-8d0e-0b5c1f6f0a01';
const license = 'http://creativecommons.org/publicdomain/zero/1.0/';
const page = { '@type': 'Distribution', accessUrl: 'https://umea.se/bad', license };

const file: DescribedFile = {
  distribution: id,
  address: downloadAddress(base, id, 'badplatser.csv'),
  mediaType: 'text/csv',
  bytes: 120,
  sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  modified: '2026-11-24T08:00:00.000Z',
  schemas: [`${base}/standards/badplats/1.1.0/schema.json`],
  title: { sv: 'badplatser' },
};

test('a file is added after the others, under the licence that they have', () => {
  const content = withDistribution(base, { distribution: [page] }, file);
  const [first, added] = content.distribution as readonly JsonObject[];

  assert.deepEqual(first, page);
  assert.equal(added?.license, license);
  assert.equal(added?.accessUrl, `${base}/distributions/${id}/badplatser.csv`);
  assert.equal(checksumOf(base, content, id), file.sha1);
  assert.equal(hasDistribution(base, content, id), true);
});

test('a file that replaces another keeps what people have written of it', () => {
  const others = 'https://lankadedata.se/spec/badplatser/';
  const first = withDistribution(base, {}, file);
  const [added] = first.distribution as readonly JsonObject[];
  const written = {
    distribution: [
      page,
      { ...added, title: { sv: 'Alla bad' }, conformsTo: [others, ...file.schemas] },
    ],
  };
  const next = withDistribution(base, written, { ...file, sha1: 'ab'.repeat(20), schemas: [] });
  const [, told] = next.distribution as readonly JsonObject[];

  assert.deepEqual(told?.title, { sv: 'Alla bad' });
  assert.deepEqual(told?.conformsTo, [others]);
  assert.equal(told?.issued, file.modified);
  assert.equal(checksumOf(base, next, id), 'ab'.repeat(20));
});

test('what does not pass is not said to follow a schema', () => {
  const { distribution } = withDistribution(base, {}, { ...file, schemas: [] });
  const [added] = distribution as readonly JsonObject[];

  assert.equal(added !== undefined && 'conformsTo' in added, false);
});

test('a distribution is ours by what it is downloaded from, and by nothing else', () => {
  const at = (downloadUrl: unknown) => distributionOf(base, { downloadUrl } as JsonObject);

  assert.equal(at([`${base}/distributions/${id}/a.csv`]), id);
  assert.equal(at(`${base}/distributions/${id}`), id);
  assert.equal(at(`${base}/distributions/${id}x/a.csv`), undefined);
  assert.equal(at(`https://evil.example/distributions/${id}/a.csv`), undefined);
  assert.equal(at([`${base}.evil.example/distributions/${id}/a.csv`]), undefined);
  assert.equal(at([7, null, {}]), undefined);
  assert.equal(distributionAt(base, `${base}/distributions/../${id}`), undefined);
});

test('a file gets a name that any address and any disk takes', () => {
  assert.equal(safeFileName('Badplatser Åre 2026.XLSX', 'csv'), 'badplatser-are-2026.csv');
  assert.equal(safeFileName('C:\\min mapp\\..\\..\\data.csv', 'csv'), 'data.csv');
  assert.equal(safeFileName('../../etc/passwd', 'csv'), 'passwd.csv');
  assert.equal(safeFileName('🏊', 'csv'), 'data.csv');
  assert.equal(safeFileName('a'.repeat(500), 'csv').length, 84);
});
