import assert from 'node:assert/strict';
import type { SearchIndex, Sort } from '../../src/search/search-index.ts';
import { generatedDocuments, searchDocument } from './search-index-documents.ts';
import { type Duty, fill } from './search-index-duty.ts';
import { engineQuery } from './search-index-queries.ts';

const sorts: readonly Sort[] = [
  'relevance',
  'modified',
  'issued',
  'quality',
  'title-sv',
  'title-en',
];

/** Order and pages. */
export function searchIndexPaging(duty: Duty): void {
  duty(
    'orders by each of the orders, the unknown last and equals by their id',
    async ({ index }) => {
      const [early, late] = ['2024-01-01T00:00:00.000Z', '2025-06-01T12:00:00.000Z'];
      await fill(index, [
        searchDocument(
          'a',
          {},
          { modified: '', issued: late, quality: 10, rank: 1, titleKeys: { sv: 'm', en: 'n' } },
        ),
        searchDocument(
          'b',
          {},
          { modified: late, issued: '', quality: 90, rank: 1, titleKeys: { sv: 'k', en: 'n' } },
        ),
        searchDocument(
          'c',
          {},
          { modified: early, issued: late, quality: 10, rank: 9, titleKeys: { sv: 'm', en: 'a' } },
        ),
      ]);
      const order = async (sort: Sort) =>
        (await index.find(engineQuery({ sort }))).hits.map(({ id }) => id).join('');
      assert.deepEqual(await Promise.all(sorts.map(order)), [
        'cba',
        'bca',
        'acb',
        'bac',
        'bac',
        'cab',
      ]);
    },
  );

  for (const sort of sorts) {
    duty(
      `gives every record once over the pages by ${sort}, also among equals`,
      async ({ index }) => {
        await fill(index, generatedDocuments(90, 8));
        const { total, hits } = await index.find(engineQuery({ sort, size: 1000 }));
        const whole = hits.map(({ id }) => id);
        assert.equal(total, 90);
        assert.equal(new Set(whole).size, 90);
        assert.deepEqual(await pagedByNumber(index, sort), whole);
        assert.deepEqual(await pagedByKey(index, sort), whole);
      },
    );
  }

  duty(
    'gives counts alone when no hits are wanted, and nothing beyond the end',
    async ({ index }) => {
      await fill(index, [searchDocument('a', {}, { facets: { theme: ['ENVI'] } })]);
      const none = await index.find(engineQuery({ size: 0, facets: ['theme'] }));
      assert.deepEqual([none.total, none.hits, none.facets.theme?.values.length], [1, [], 1]);
      const beyond = await index.find(engineQuery({ from: 5 }));
      assert.deepEqual([beyond.total, beyond.hits], [1, []]);
    },
  );
}

async function pagedByNumber(index: SearchIndex, sort: Sort): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let from = 0; ; from += 7) {
    const { hits } = await index.find(engineQuery({ sort, size: 7, from }));
    ids.push(...hits.map(({ id }) => id));
    if (hits.length < 7) return ids;
  }
}

async function pagedByKey(index: SearchIndex, sort: Sort): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: readonly (number | string)[] | undefined;
  for (;;) {
    const query = engineQuery({ sort, size: 7, ...(after === undefined ? {} : { after }) });
    const { total, hits } = await index.find(query);
    assert.equal(total, 90);
    ids.push(...hits.map(({ id }) => id));
    const last = hits.at(-1);
    if (last === undefined) return ids;
    // As a cursor carries it.
    after = JSON.parse(JSON.stringify(last.key));
  }
}
