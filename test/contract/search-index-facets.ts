import assert from 'node:assert/strict';
import type { IndexDocument } from '../../src/search/index-document.ts';
import { searchDocument } from './search-index-documents.ts';
import { type Duty, fill } from './search-index-duty.ts';
import { engineQuery } from './search-index-queries.ts';

const box = (west: number, south: number, east: number, north: number) => ({
  west,
  south,
  east,
  north,
});

/** Counting and narrowing. */
export function searchIndexFacets(duty: Duty): void {
  duty('counts each facet as if its own filter were not there', async ({ index }) => {
    await fill(index, [
      searchDocument('a', {}, { facets: { theme: ['ENVI'], format: ['csv'] } }),
      searchDocument('b', {}, { facets: { theme: ['TRAN'], format: ['csv'] } }),
      searchDocument('c', {}, { facets: { theme: ['TRAN', 'ENVI'], format: ['json'] } }),
      searchDocument('d', {}, { facets: { format: ['rdf'] } }),
    ]);
    const filters = { theme: ['ENVI'], format: ['csv', 'json'], license: [] };
    const { total, facets } = await index.find(
      engineQuery({ filters, facets: ['theme', 'format', 'license'] }),
    );
    assert.equal(total, 2);
    assert.deepEqual(facets.theme?.values, [
      { value: 'ENVI', count: 2 },
      { value: 'TRAN', count: 2 },
    ]);
    assert.deepEqual(facets.format?.values, [
      { value: 'csv', count: 1 },
      { value: 'json', count: 1 },
    ]);
    assert.deepEqual(facets.license, { values: [], more: false });
  });

  duty(
    'gives as many values of a facet as are wanted, the commonest first, and says when there are more',
    async ({ index }) => {
      const values = [['ö'], ['b', 'ö'], ['a', 'ö'], ['z', 'a'], ['b']];
      await fill(
        index,
        values.map((keyword, number) => searchDocument(`d${number}`, {}, { facets: { keyword } })),
      );
      const first = await index.find(engineQuery({ facets: ['keyword'], facetSize: 3 }));
      assert.deepEqual(first.facets.keyword, {
        values: [
          { value: 'ö', count: 3 },
          { value: 'a', count: 2 },
          { value: 'b', count: 2 },
        ],
        more: true,
      });
      const all = await index.find(engineQuery({ facets: ['keyword'], facetSize: 4 }));
      assert.equal(all.facets.keyword?.more, false);
    },
  );

  duty('counts trees by the values that records carry', async ({ index }) => {
    await fill(index, [
      searchDocument('a', {}, { facets: { place: ['24', '2480'] } }),
      searchDocument('b', {}, { facets: { place: ['24', '2482'] } }),
      searchDocument('c', {}, { facets: { place: ['24'] } }),
    ]);
    const county = await index.find(engineQuery({ filters: { place: ['24'] }, facets: ['place'] }));
    assert.equal(county.total, 3);
    assert.deepEqual(county.facets.place?.values[0], { value: '24', count: 3 });
    const towns = await index.find(engineQuery({ filters: { place: ['2480', '2482'] } }));
    assert.equal(towns.total, 2);
  });

  duty(
    'counts a record in every year it describes, and narrows by years that overlap',
    async ({ index }) => {
      const years = (id: string, from: number, to: number) =>
        searchDocument(id, {}, { years: [from, to] });
      await fill(index, [
        years('span', 2010, 2012),
        years('until', 0, 2011),
        years('since', 2012, 9999),
        years('always', 0, 9999),
        searchDocument('unknown', {}),
      ]);
      const all = await index.find(engineQuery({ facets: ['year'], facetSize: 1 }));
      assert.deepEqual(all.facets.year, {
        values: [
          { value: '2011', count: 2 },
          { value: '2012', count: 2 },
          { value: '2010', count: 1 },
        ],
        more: false,
      });
      const some = await index.find(engineQuery({ years: [2011, 2011], facets: ['year', 'kind'] }));
      assert.deepEqual(
        some.hits.map(({ id }) => id),
        ['always', 'span', 'until'],
      );
      assert.deepEqual(some.facets.year, all.facets.year);
      assert.equal((await index.find(engineQuery({ years: [2030, 2040] }))).total, 2);
    },
  );

  duty('counts the last hundred years of a longer time', async ({ index }) => {
    await fill(index, [searchDocument('climate', {}, { years: [1756, 2020] })]);
    const { facets } = await index.find(engineQuery({ facets: ['year'] }));
    const values = facets.year?.values.map(({ value }) => value) ?? [];
    assert.deepEqual([values.length, values[0], values.at(-1)], [100, '1921', '2020']);
    assert.equal((await index.find(engineQuery({ years: [1800, 1801] }))).total, 1);
  });

  duty('narrows by a box that a record meets or lies within', async ({ index }) => {
    const boxes = (id: string, ...own: IndexDocument['boxes']) =>
      searchDocument(id, {}, { boxes: own });
    await fill(index, [
      boxes('inside', box(12, 57, 13, 58)),
      boxes('across', box(13, 58, 20, 60)),
      boxes('around', box(5, 50, 30, 70)),
      boxes('touching', box(14, 57, 15, 58)),
      boxes('outside', box(18, 63, 19, 64)),
      boxes('point', box(12.5, 57.5, 12.5, 57.5)),
      boxes('one-of-two', box(18, 63, 19, 64), box(12, 57, 12.5, 57.5)),
      boxes('apart', box(12, 63, 13, 64), box(18, 57, 19, 58)),
      boxes('nowhere'),
    ]);
    const area = box(11, 56, 14, 59);
    const found = async (relation: 'intersects' | 'within') => {
      const { hits } = await index.find(engineQuery({ box: { box: area, relation } }));
      return hits.map(({ id }) => id);
    };
    assert.deepEqual(await found('within'), ['inside', 'one-of-two', 'point']);
    assert.deepEqual(await found('intersects'), [
      ...['across', 'around', 'inside', 'one-of-two', 'point', 'touching'],
    ]);
  });

  duty('finds only the kinds that are asked for', async ({ index }) => {
    await fill(index, [
      searchDocument('a', {}, { kind: 'series', facets: { theme: ['ENVI'] } }),
      searchDocument('b', {}, { kind: 'dataset', facets: { theme: ['ENVI'] } }),
      searchDocument('c', {}, { kind: 'service', facets: { theme: ['ENVI'] } }),
    ]);
    const { total, facets } = await index.find(
      engineQuery({ kinds: ['series', 'service'], facets: ['theme'] }),
    );
    assert.equal(total, 2);
    assert.deepEqual(facets.theme?.values, [{ value: 'ENVI', count: 2 }]);
  });
}
