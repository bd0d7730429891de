import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { pageIndexes } from '../../src/feeds/page-index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { newRecord, put, putOrganization } from '../contract/catalog-records.ts';

test('an empty list has one page', async (t) => {
  const store = await openStore({ memory: true });
  t.after(() => store.close());
  const { last, total, after } = await pageIndexes({ kinds: ['dataset'] }, 2)(store.catalog);

  assert.deepEqual([last, total, after(1), after(2)], [1, 0, '', undefined]);
});

test('pages meet exactly, also when the last one is full', async (t) => {
  const { catalog, publish } = await openCatalog(t);
  const ids = [await publish('d1'), await publish('d2'), await publish('d3'), await publish('d4')];
  const { last, total, after } = await pageIndexes({ kinds: ['dataset'] }, 2)(catalog);

  assert.deepEqual([last, total], [2, 4]);
  assert.deepEqual([after(1), after(2), after(3)], ['', ids.toSorted()[1], undefined]);
});

test('what is published since is on a page', async (t) => {
  const { catalog, publish } = await openCatalog(t);
  const pages = pageIndexes({ kinds: ['dataset'] }, 2);
  const ids = [await publish('d1'), await publish('d2')];
  assert.equal((await pages(catalog)).last, 1);
  ids.push(await publish('d3'));
  const { last, total, after } = await pages(catalog);

  assert.deepEqual([last, total, after(2)], [2, 3, ids.toSorted()[1]]);
});

test('drafts are on no page', async (t) => {
  const { catalog, keep, publish } = await openCatalog(t);
  await publish('d1');
  await keep('d2');

  assert.equal((await pageIndexes({ kinds: ['dataset'] }, 1)(catalog)).total, 1);
});

/** A store in memory with one organisation, and its ids as records go in. */
async function openCatalog(t: TestContext) {
  const { catalog, close } = await openStore({ memory: true });
  t.after(() => close());
  const { id: organization } = await putOrganization(catalog, 'umea');
  return {
    catalog,
    publish: async (name: string) => (await put(catalog, newRecord(organization, name))).id,
    keep: (name: string) => put(catalog, newRecord(organization, name, { state: 'draft' })),
  };
}
