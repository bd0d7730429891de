import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBrowsing, searchAddress } from '../../src/http/search-address.ts';
import type { SearchRequest } from '../../src/search/search.ts';

const request: SearchRequest = {
  text: 'bad & lek',
  language: 'sv',
  kinds: ['dataset'],
  filters: { theme: ['TRAN', 'ENVI'], place: ['602149'] },
  years: [2010, 9999],
  box: { box: { west: 20, south: 63.5, east: 21, north: 64 }, relation: 'within' },
  sort: 'title',
  size: 20,
  page: 3,
  facets: [],
  facetSize: 10,
};

test('a search has one address, in which what is usual does not stand', () => {
  assert.equal(
    searchAddress('/datasets', request),
    '/datasets?q=bad+%26+lek&theme=TRAN&theme=ENVI&place=602149&from=2010&bbox=20%2C63.5%2C21%2C64&within=true&sort=title',
  );
  assert.equal(searchAddress('/datasets', {}), '/datasets');
});

test('a change keeps the rest and begins at the first page', () => {
  const change = (what: Parameters<typeof searchAddress>[2]) =>
    searchAddress('', { text: 'a', filters: { theme: ['TRAN', 'ENVI'] }, page: 4 }, what);
  assert.equal(
    change({ add: { facet: 'format', value: 'csv' } }),
    '?q=a&theme=TRAN&theme=ENVI&format=csv',
  );
  assert.equal(change({ add: { facet: 'theme', value: 'ENVI' } }), '?q=a&theme=TRAN&theme=ENVI');
  assert.equal(change({ remove: { facet: 'theme', value: 'TRAN' } }), '?q=a&theme=ENVI');
  assert.equal(change({ remove: { facet: 'theme' } }), '?q=a');
  assert.equal(change({ text: '' }), '?theme=TRAN&theme=ENVI');
  assert.equal(
    change({ page: 2, sort: 'modified', size: 50 }),
    '?q=a&theme=TRAN&theme=ENVI&sort=modified&limit=50&page=2',
  );
  assert.equal(change({ clear: true }), '');
});

test('years and the box are taken away by null', () => {
  assert.equal(
    searchAddress('', request, { years: null, box: null, remove: { facet: 'theme' }, text: '' }),
    '?place=602149&sort=title',
  );
});

test('a search that holds nothing to take away is browsing', () => {
  assert.equal(isBrowsing(request), false);
  const { years: _, box: __, ...rest } = request;
  assert.equal(isBrowsing({ ...rest, text: '', filters: { theme: [] } }), true);
});
