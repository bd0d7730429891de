import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import '../../src/portal/tsx.ts';
import { chosenChips } from '../../src/portal/search/chosen-chips.ts';
import { countyCounts } from '../../src/portal/search/county-counts.ts';
import { emptyAdvice } from '../../src/portal/search/empty-advice.ts';
import { facetGroups, facetOptions } from '../../src/portal/search/facet-groups.ts';
import { markedParts } from '../../src/portal/search/marked-parts.ts';
import { chosenCount, type Searched } from '../../src/portal/search/searched.ts';
import { timeline } from '../../src/portal/search/timeline.ts';
import type { SearchRequest, SearchResult } from '../../src/search/search.ts';
import type { FacetCount } from '../../src/search/search-index.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const vocabularies = loadVocabularies(join(import.meta.dirname, '../../vocabularies'));
const norrbotten = '604010';
const västerbotten = '2664415';
const umeå = '602149';

const request: SearchRequest = {
  text: 'bad',
  language: 'sv',
  kinds: ['dataset'],
  filters: {},
  sort: 'relevance',
  size: 20,
  facets: [],
  facetSize: 340,
};

function searched(
  change: Partial<SearchRequest>,
  facets: Readonly<Record<string, readonly (readonly [value: string, count: number])[]>> = {},
  total = 50,
): Searched {
  const counted = Object.entries(facets).map(([facet, values]) => [
    facet,
    { values: values.map(([value, count]): FacetCount => ({ value, count })), more: false },
  ]);
  const result: SearchResult = {
    total,
    hits: [],
    facets: Object.fromEntries(counted),
    relaxed: false,
    notes: [],
  };
  return {
    path: '/datasets',
    request: { ...request, ...change },
    result,
    language: 'sv',
    vocabularies,
    organizations: new Map([['umea', { sv: 'Umeå kommun' }]]),
  };
}

test('a group has the most common values, and says when there are more', () => {
  const themes = ['ENVI', 'TRAN', 'HEAL', 'EDUC', 'GOVE', 'REGI', 'SOCI', 'ECON'];
  const [group] = facetGroups(
    searched({}, { theme: themes.map((theme, index) => [theme, 40 - index] as const) }),
  );
  assert.equal(group?.title, 'Tema');
  assert.equal(group?.options.length, 6);
  assert.deepEqual([group?.hasMore, group?.total], [true, 8]);
  assert.deepEqual(group?.options[0]?.label, 'Miljö');
  assert.equal(group?.options[0]?.href, '/datasets?q=bad&theme=ENVI');
});

test('what is chosen is always there, however rare, and its link takes it away', () => {
  const [group] = facetGroups(searched({ filters: { theme: ['TRAN'] } }, { theme: [['ENVI', 4]] }));
  const chosen = group?.options.find(({ isChosen }) => isChosen);
  assert.deepEqual([chosen?.value, chosen?.count], ['TRAN', 0]);
  assert.equal(chosen?.href, '/datasets?q=bad');
});

test('a facet that leaves nothing to choose is left out', () => {
  assert.deepEqual(facetGroups(searched({}, { license: [['CC0-1.0', 50]] })), []);
  assert.equal(facetGroups(searched({}, { license: [['CC0-1.0', 49]] })).length, 1);
});

test('municipalities unfold below their county when it or one of them is chosen', () => {
  const place = [
    [västerbotten, 9],
    [norrbotten, 3],
    [umeå, 7],
  ] as const;
  const [folded] = facetGroups(searched({}, { place }));
  assert.deepEqual(
    folded?.options.map(({ value, narrower }) => [value, narrower.length]),
    [
      [västerbotten, 0],
      [norrbotten, 0],
    ],
  );
  for (const chosen of [västerbotten, umeå]) {
    const [open] = facetGroups(searched({ filters: { place: [chosen] } }, { place }));
    assert.deepEqual(
      open?.options[0]?.narrower.map(({ label }) => label),
      ['Umeå'],
    );
  }
});

test('the page of all values shows trees whole', () => {
  const options = facetOptions(
    searched(
      {},
      {
        format: [
          ['csv', 9],
          ['csv/TSV', 2],
          ['map', 4],
        ],
      },
    ),
    'format',
  );
  assert.deepEqual(
    options.map(({ value, narrower }) => [value, narrower.map((one) => one.value)]),
    [
      ['csv', ['csv/TSV']],
      ['map', []],
    ],
  );
});

test('a municipality whose county was not counted stands at the top', () => {
  const options = facetOptions(searched({}, { place: [[umeå, 7]] }), 'place');
  assert.deepEqual(
    options.map(({ label }) => label),
    ['Umeå'],
  );
});

test('everything that narrows is a chip with the search without it', () => {
  const chips = chosenChips(
    searched({
      filters: { organization: ['umea'], theme: ['ENVI'] },
      years: [2019, 9999],
      box: { box: { west: 19, south: 63, east: 21, north: 64 }, relation: 'intersects' },
    }),
  );
  assert.deepEqual(
    chips.map(({ full }) => full),
    ['Tema: Miljö', 'Organisation: Umeå kommun', 'Tid: från 2019', 'Område på kartan'],
  );
  assert.equal(chips[1]?.href, '/datasets?q=bad&theme=ENVI&from=2019&bbox=19%2C63%2C21%2C64');
});

test('the number on the filter button counts values, years and the area', () => {
  assert.equal(
    chosenCount(searched({ filters: { theme: ['ENVI', 'TRAN'] }, years: [0, 2020] })),
    3,
  );
});

test('every county is on the map, with the hits of its municipalities, and is chosen or given up', () => {
  const counties = countyCounts(
    searched({ filters: { place: [norrbotten] } }, { place: [[norrbotten, 1204]] }),
  );
  assert.equal(counties.length, 21);
  const north = counties.find(({ code }) => code === norrbotten);
  assert.deepEqual([north?.shown, north?.isChosen], ['1\u00a0204', true]);
  assert.equal(north?.href, '/datasets?q=bad');
});

test('the timeline narrows to the years of a bar and marks those that are chosen', () => {
  const line = timeline(
    searched(
      { years: [2021, 2022] },
      {
        year: [
          ['2020', 3],
          ['2022', 8],
        ],
      },
    ),
  );
  assert.deepEqual(
    line?.bars.map(({ label, value, isChosen }) => [label, value, isChosen]),
    [
      ['2020', 3, false],
      ['2021', 0, true],
      ['2022', 8, true],
    ],
  );
  assert.equal(line?.bars[0]?.href, '/datasets?q=bad&from=2020&to=2020');
  assert.equal(line?.summary, 'Från 2020 till 2022, flest 2022 (8).');
});

test('of years that have as many, none is said to have most', () => {
  const line = timeline(
    searched(
      {},
      {
        year: [
          ['2019', 1],
          ['2020', 1],
        ],
      },
    ),
  );
  assert.equal(line?.summary, '2019–2020, lika många varje år.');
});

test('without years there is no timeline', () => {
  assert.equal(timeline(searched({})), undefined);
});

test('a text is cut at its marks, and nothing of it is lost', () => {
  const text = 'Badplatser i Umeå';
  const parts = markedParts({
    text,
    marks: [
      [0, 10],
      [13, 17],
    ],
  });
  assert.deepEqual(
    parts.filter(({ isMarked }) => isMarked).map((part) => part.text),
    ['Badplatser', 'Umeå'],
  );
  assert.equal(parts.map((part) => part.text).join(''), text);
});

test('when nothing is found, the choices that keep most out come first, and useless ones not at all', async () => {
  const advice = await emptyAdvice(
    finding(({ filters, text }) => {
      if (text === '') return 0;
      if (filters.theme === undefined) return 4;
      return filters.format === undefined ? 9 : 0;
    }),
    searched({ filters: { theme: ['TRAN'], format: ['csv'] } }, {}, 0),
  );
  assert.deepEqual(
    advice.map(({ without, count }) => [without, count]),
    [
      ['Format: CSV och text i kolumner', 9],
      ['Tema: Transport', 4],
    ],
  );
});

test('when no single choice is in the way, all of them are offered to be dropped', async () => {
  const advice = await emptyAdvice(
    finding(({ filters }) => (Object.keys(filters).length === 0 ? 7 : 0)),
    searched({ filters: { theme: ['TRAN'], format: ['csv'] } }, {}, 0),
  );
  assert.deepEqual(
    advice.map(({ without, href }) => [without, href]),
    [['alla val', '/datasets?q=bad']],
  );
});

test('words alone that find nothing have no choice to give up', async () => {
  assert.deepEqual(
    await emptyAdvice(
      finding(() => 1),
      searched({}, {}, 0),
    ),
    [],
  );
});

/** A search that answers with totals alone, as the advice asks for. */
function finding(total: (request: SearchRequest) => number) {
  return {
    search: (asked: SearchRequest) =>
      Promise.resolve({ ...searched({}).result, total: total(asked) }),
  };
}
