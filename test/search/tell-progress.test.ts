import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSearch } from '../../src/search/open-search.ts';
import { SearchBuilding } from '../../src/search/search-index.ts';
import { tellProgress } from '../../src/search/tell-progress.ts';
import { vocabularyFolder } from './small-catalog.ts';

test('who searches before there is an index hears that it is being built, and how far it has come', async (t) => {
  const engine = await openSearch({
    engine: { engine: 'embedded' },
    vocabularies: vocabularyFolder,
  });
  t.after(() => engine.close());
  const search = tellProgress(engine, async () => ({ done: 40, total: 88 }));
  const request = {
    text: 'badplatser',
    language: 'sv',
    kinds: ['dataset'],
    filters: {},
    sort: 'relevance',
    size: 10,
    facets: [],
    facetSize: 0,
  } as const;
  const isTold = (error: unknown) => {
    assert.ok(error instanceof SearchBuilding);
    assert.deepEqual(error.progress, { done: 40, total: 88 });
    return true;
  };
  await assert.rejects(search.search(request), isTold);
  await assert.rejects(search.suggest({ text: 'bad', language: 'sv', size: 5 }), isTold);
  const rebuild = await search.rebuild();
  await rebuild.apply({ documents: [], deletions: [] });
  await assert.rejects(search.search(request), isTold);
  await rebuild.commit({ store: 'one', revision: 0, shape: 'one' });
  assert.equal((await search.search(request)).total, 0);
});
