import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Suggestion } from '../../src/search/search.ts';
import { asked, type Described, described, openCatalog } from './small-catalog.ts';

const records: readonly Described[] = [
  { id: 'a', title: 'Badplatser', keywords: ['badvatten', 'bad'] },
  { id: 'b', title: 'Alla badplatser i länet', organization: 'malmo', keywords: ['bad'] },
  { id: 'c', title: { sv: 'Övergångsställen', en: 'Crossings' }, keywords: ['öar', 'ordning'] },
  { id: 'd', title: 'Badplatser', organization: 'malmo' },
  {
    id: 'e',
    title: 'Cykelvägar',
    facets: { place: ['2692965'], conformsTo: ['https://data.example.se/standards/badvatten/1.0'] },
  },
  { id: 'umea', title: 'Umeå kommun', kind: 'organization' },
  { id: 'malmo', title: 'Malmö stad', kind: 'organization' },
];

const cases: readonly (readonly [about: string, text: string, lines: readonly string[]])[] = [
  [
    'titles come first, each once, then keywords and standards',
    'badv',
    [
      'keyword badvatten badvatten 1',
      'standard badvatten 1.0 https://data.example.se/standards/badvatten/1.0 1',
    ],
  ],
  [
    'a title that begins as typed comes before one that has it further on',
    'badpl',
    ['title Badplatser a 1', 'title Alla badplatser i länet b 1'],
  ],
  ['all words are begun somewhere', 'alla badpl', ['title Alla badplatser i länet b 1']],
  ['an organisation is found by its name', 'umeå k', ['organization Umeå kommun umea 3']],
  [
    'organisations and places of the same name both stand there',
    'malm',
    ['organization Malmö stad malmo 2', 'place Malmö 2692965 1'],
  ],
  ['dots may be left out', 'overgang', ['title Övergångsställen c 1']],
  [
    'a name with the very letters comes before one without its dots',
    'or',
    ['keyword ordning ordning 1'],
  ],
  ['nothing begins with nothing', ' - ', []],
  ['nothing begins so', 'xyz', []],
];
for (const [about, text, lines] of cases) {
  test(`${about}: ${JSON.stringify(text)}`, async (t) => {
    const search = await openCatalog(t, records);
    const found = await search.suggest({ text, language: 'sv', size: 8 });
    assert.deepEqual(found.map(line), lines);
  });
}

test('titles are suggested in the language of the reader', async (t) => {
  const search = await openCatalog(t, records);
  const [first] = await search.suggest({ text: 'cross', language: 'en', size: 8 });
  assert.deepEqual(first, {
    type: 'title',
    text: 'Crossings',
    value: 'c',
    kind: 'dataset',
    count: 1,
  });
});

test('no more is suggested than was asked for, and names get their share', async (t) => {
  const many = Array.from({ length: 30 }, (_, n) => ({ id: `r${n}`, title: `Bad ${n}` }));
  const search = await openCatalog(t, [...many, ...records]);
  const found = await search.suggest({ text: 'bad', language: 'sv', size: 6 });
  assert.deepEqual(
    found.map(({ type }) => type),
    ['title', 'title', 'title', 'keyword', 'keyword', 'standard'],
  );
});

test('what has come into the index since is suggested, too', async (t) => {
  const search = await openCatalog(t, records);
  assert.deepEqual(await search.suggest({ text: 'simh', language: 'sv', size: 5 }), []);
  await search.apply({
    documents: [described({ id: 'new', title: 'Simhallar' })],
    deletions: [],
    position: { store: 'test', revision: 2, shape: '1' },
  });
  const found = await search.suggest({ text: 'simh', language: 'sv', size: 5 });
  assert.deepEqual(found.map(line), ['title Simhallar new 1']);
});

test('whatever is typed, searching and suggesting answer', async (t) => {
  const search = await openCatalog(t, records);
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('"', '-', 'OR', 'tema:', 'bad', 'ö', '\0', '*', '+', '|', '~', '=', '^'),
        {
          maxLength: 40,
        },
      )
      .map((parts) => parts.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      await search.suggest({ text: typed, language: 'sv', size: 5 });
      const { total, hits } = await search.search(asked(typed, { facets: ['keyword'] }));
      assert.ok(total >= hits.length);
    }),
    { numRuns: 200 },
  );
});

function line({ type, text, value, count }: Suggestion): string {
  return `${type} ${text} ${value} ${count}`;
}
