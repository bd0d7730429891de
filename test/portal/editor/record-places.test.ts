import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formPlaces } from '../../../src/portal/islands/editor/record-places.ts';
import { plan } from '../../profile/sample-records.ts';

const fields = [
  ['/title/sv', 'Bad'],
  ['/keyword/sv', 'bad\nstrand'],
  ['/spatial/0', ''],
  ['/spatial/1', 'Umeå'],
  ['/spatial/1004', 'http://sws.geonames.org/2661886'],
  ['/distribution/0/@type', 'Distribution'],
  ['/distribution/1/accessUrl', 'https://data.example.se'],
  ['/distribution/1/downloadUrl/0', ''],
  ['/distribution/1/downloadUrl/1', 'https://data.example.se/bad.csv'],
] as const;

for (const [what, pointer, place] of [
  ['a text', '/title/sv', '/title/sv'],
  ['a property that is missing', '/temporal', '/temporal'],
  ['one of several words', '/keyword/sv/1', '/keyword/sv'],
  ['a member after an empty field', '/spatial/0', '/spatial/1'],
  ['a member far behind the others', '/spatial/1', '/spatial/1004'],
  ['a thing that says only what it is', '/distribution/0/accessUrl', '/distribution/0/accessUrl'],
  ['a value in a thing', '/distribution/1/downloadUrl/0', '/distribution/1/downloadUrl/1'],
  ['what no form has', '/colour/red', '/colour/red'],
] as const) {
  test(`the place in the form of ${what} is found`, () => {
    assert.equal(formPlaces(plan, 'Dataset', fields)(pointer), place);
  });
}
