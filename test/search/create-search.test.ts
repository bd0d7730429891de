import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BadCursor } from '../../src/search/cursor.ts';
import { asked, type Described, ids, openCatalog } from './small-catalog.ts';

const records: readonly Described[] = [
  { id: 'bath', title: { sv: 'Badplatser', en: 'Bathing places' }, keywords: ['bad'] },
  { id: 'water', title: 'Badvattenkvalitet', description: 'Prover från badplatserna i kommunen.' },
  { id: 'map', title: 'Badplatskarta' },
  { id: 'malmo', title: 'Parkering i Malmö', organization: 'malmo' },
  { id: 'air', title: 'Kvalitet på luft', description: 'Om luften i staden.' },
  { id: 'school', title: 'Förskolor', facets: { format: ['csv'] } },
  { id: 'gis', title: 'GIS' },
  { id: 'geo', title: 'Geografiska data' },
  { id: 'team', title: 'Badplatser', kind: 'organization' },
];

const found: readonly (readonly [about: string, text: string, ids: readonly string[]])[] = [
  ['the word before compounds, titles before descriptions', 'badplats', ['bath', 'map', 'water']],
  ['an inflected word finds all other forms', 'badplatsernas', ['bath', 'map', 'water']],
  ['a part of compounds finds them', 'vatten', ['water']],
  ['a compound finds its parts as words of their own', 'luftkvalitet', ['air']],
  ['two words find the compound of them', 'bad karta', ['map']],
  ['letters without their dots find those with', 'malmo forskolor', []],
  ['without dots', 'malmo', ['malmo']],
  [
    'English words find English texts, and what they are called in Swedish',
    'bathing place',
    ['bath', 'water'],
  ],
  ['all words have to be there', 'parkering malmö', ['malmo']],
  ['what is left out is left out', 'badplats -karta', ['bath', 'water']],
  ['a phrase is found as it is written', '"i malmö"', ['malmo']],
  ['words in another order are not the phrase', '"malmö i"', []],
  ['one of two is enough', 'parkering OR förskolor', ['malmo', 'school']],
  ['words of titles are found in titles alone', 'titel:kommun', []],
  ['words that say little do not narrow', 'data om var badplatser finns', ['bath', 'map', 'water']],
  ['a field word narrows to a publisher', 'utgivare:malmo', ['malmo']],
  ['a field word narrows to a format', 'format:csv förskola', ['school']],
  ['a name of several words does not outweigh the word', 'gis', ['gis', 'geo']],
];
for (const [about, text, expected] of found) {
  test(`${about}: ${text}`, async (t) => {
    const search = await openCatalog(t, records);
    const result = await search.search(asked(text));
    assert.deepEqual(result.relaxed ? [] : ids(result), expected);
  });
}

test('where no record has all words, those with most come first and the answer says so', async (t) => {
  const search = await openCatalog(t, records);
  const result = await search.search(asked('rymdraket badvattenkvalitet prover förskola'));
  assert.equal(result.relaxed, true);
  assert.deepEqual(ids(result), ['water', 'school']);
});

test('a single word that nothing has is not relaxed', async (t) => {
  const search = await openCatalog(t, records);
  const result = await search.search(asked('rymdraket'));
  assert.deepEqual([result.total, result.relaxed], [0, false]);
});

test('an empty text browses all records, the newest first, without organisations', async (t) => {
  const search = await openCatalog(t, [
    { id: 'a', title: 'A', modified: '2025-01-01T00:00:00.000Z' },
    { id: 'b', title: 'B', modified: '2026-01-01T00:00:00.000Z' },
    { id: 'c', title: 'C', kind: 'organization' },
  ]);
  assert.deepEqual(ids(await search.search(asked(' '))), ['b', 'a']);
});

test('a page is followed by the next until all hits have been given, once each', async (t) => {
  const all = Array.from({ length: 7 }, (_, n) => ({ id: `r${n}`, title: 'Badplatser' }));
  const search = await openCatalog(t, all);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await search.search(asked('badplats', { size: 3, ...(cursor && { cursor }) }));
    assert.equal(page.total, 7);
    seen.push(...ids(page));
    cursor = page.next;
  } while (cursor !== undefined);
  assert.deepEqual(seen, ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6']);
});

test('the pages of a relaxed search go on as relaxed', async (t) => {
  const search = await openCatalog(t, records);
  const text = 'rymdraket badplats';
  const first = await search.search(asked(text, { size: 2 }));
  assert.deepEqual(ids(first), ['bath', 'map']);
  const second = await search.search(asked(text, { size: 2, cursor: first.next ?? '' }));
  assert.deepEqual([ids(second), second.relaxed, second.next], [['water'], true, undefined]);
});

test('pages can be asked for by number', async (t) => {
  const search = await openCatalog(t, records);
  const second = await search.search(asked('badplats', { size: 2, page: 2 }));
  assert.deepEqual(ids(second), ['water']);
});

test('a cursor of another search order is refused', async (t) => {
  const search = await openCatalog(t, records);
  const { next = '' } = await search.search(asked('', { size: 1, sort: 'title' }));
  await assert.rejects(search.search(asked('', { size: 1, cursor: next })), BadCursor);
});

test('a field word that narrows a facet chosen already is looked for in texts', async (t) => {
  const search = await openCatalog(t, [
    { id: 'both', title: 'Bad', organization: 'umea', other: 'Malmö stad' },
    { id: 'one', title: 'Bad', organization: 'umea' },
  ]);
  const filters = { organization: ['umea'] };
  const result = await search.search(asked('utgivare:malmö bad', { filters }));
  assert.deepEqual(ids(result), ['both']);
});

test('words that say nothing are searched for when there are no others, and the reader is told', async (t) => {
  const search = await openCatalog(t, records);
  const { notes, hits } = await search.search(asked('på'));
  assert.deepEqual(notes, [{ code: 'stop-words-only', text: 'på' }]);
  assert.deepEqual(
    hits.map(({ id }) => id),
    ['air'],
  );
});

test('the reason for a hit names the word, where it stands and how the two met', async (t) => {
  const search = await openCatalog(t, records);
  const { hits } = await search.search(asked('badplats'));
  assert.deepEqual(
    hits.map(({ matches }) => matches.map(({ found, field, tier }) => `${found} ${field} ${tier}`)),
    [['Badplatser title lemma'], ['Badplatskarta title part'], ['badplatserna description lemma']],
  );
});

test('facets are counted in the order and number asked for', async (t) => {
  const search = await openCatalog(t, records);
  const { facets } = await search.search(
    asked('', { facets: ['organization', 'kind'], facetSize: 1 }),
  );
  assert.deepEqual(facets, {
    organization: { values: [{ value: 'umea', count: 7 }], more: true },
    kind: { values: [{ value: 'dataset', count: 8 }], more: false },
  });
});

test('a facet with fewer values than the others has the most common and what is filtered by', async (t) => {
  const search = await openCatalog(t, records);
  const { facets } = await search.search(
    asked('', {
      facets: ['organization'],
      facetSize: 10,
      facetSizes: { organization: 1 },
      filters: { organization: ['malmo'] },
    }),
  );
  assert.deepEqual(
    facets.organization?.values.map(({ value }) => value),
    ['umea', 'malmo'],
  );
  assert.equal(facets.organization?.more, true);
});

test('records that are alike are found from one of them, and it is not among them', async (t) => {
  const search = await openCatalog(t, [
    { id: 'umea', title: 'Badplatser i Umeå', keywords: ['friluftsliv'] },
    { id: 'malmo', title: 'Badplatser', organization: 'malmo' },
    { id: 'park', title: 'Parker', keywords: ['friluftsliv'] },
    { id: 'cash', title: 'Leverantörsreskontra' },
  ]);
  const alike = await search.similar('umea', 5);
  assert.deepEqual(
    alike.map(({ name }) => name),
    ['malmo', 'park'],
  );
  assert.deepEqual(await search.similar('nowhere', 5), []);
});
