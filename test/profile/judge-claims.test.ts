import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsOf, judgeClaims } from '../../src/profile/judge-claims.ts';
import type { NodeObject } from '../../src/profile/record.ts';

const base = 'https://data.example.se';
const iri = `${base}/datasets/bad`;
const own = [iri, `${base}/organizations/umea`];

const record: NodeObject = {
  '@id': iri,
  '@type': 'Dataset',
  title: { sv: 'Bad' },
  inSeries: [`${base}/series/vatten`],
  publisher: { '@id': 'http://dataportal.se/organisation/SE2120002627' },
  contactPoint: [{ '@id': `${base}/organizations/umea#contact`, fn: { sv: 'Data' } }],
  distribution: [
    {
      '@id': `${iri}/distributions/csv`,
      checksum: { '@id': `${iri}#checksum-1`, checksumValue: 'aa' },
    },
  ],
  extra: [
    `<${iri}> <urn:p> <${base}/datasets/annat> .`,
    '<http://sws.geonames.org/1> <urn:p> "x" .',
    '_:b0 <urn:p> "x" .',
  ],
};

function faults(changes: NodeObject): readonly (readonly [string, string])[] {
  return judgeClaims({ ...record, ...changes }, { base, own }).map((issue) => [
    issue.blocks,
    issue.pointer,
  ]);
}

test('a record claims what it describes, and not what it refers to', () => {
  assert.deepEqual(
    [...claimsOf(record)].map((claim) => [claim.iri.replace(base, ''), claim.pointer]),
    [
      ['/organizations/umea#contact', '/contactPoint/0'],
      ['/datasets/bad/distributions/csv', '/distribution/0'],
      ['/datasets/bad#checksum-1', '/distribution/0/checksum'],
      ['http://sws.geonames.org/1', '/extra/1'],
    ],
  );
});

test('a record may describe its own parts, its organisation’s contact and things elsewhere', () => {
  assert.deepEqual(faults({}), []);
});

test('a record may not describe another record of ours, in its values or in extra', () => {
  const other = `${base}/datasets/badet`;
  assert.deepEqual(faults({ extra: [`<${other}> <urn:p> "x" .`] }), [['storing', '/extra/0']]);
  assert.deepEqual(faults({ publisher: { '@id': other, name: { sv: 'X' } } }), [
    ['storing', '/publisher'],
  ]);
  assert.deepEqual(faults({ extra: [`<${base}/catalog> <urn:p> "x" .`] }), [
    ['storing', '/extra/0'],
  ]);
  assert.deepEqual(faults({ extra: [`<${base}> <urn:p> "x" .`] }), [['storing', '/extra/0']]);
  assert.deepEqual(faults({ extra: [`<${base}.evil/x> <urn:p> "x" .`] }), []);
});

test('an address written with escapes is still ours', () => {
  const written = `${base.replace('data', '\\u0064ata')}/catalog`;
  assert.deepEqual(faults({ extra: [`<${written}> <urn:p> "x" .`] }), [['storing', '/extra/0']]);
});

test('claims are found in whatever JSON, without an error', () => {
  const odd = JSON.parse(
    '{"@id":{"toString":1},"extra":[null,1,{}],"a":[[{"@id":"urn:x","b":1}]]}',
  );
  assert.deepEqual([...claimsOf(odd)], [{ iri: 'urn:x', pointer: '/a/0/0' }]);
});
