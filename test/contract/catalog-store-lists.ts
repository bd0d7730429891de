import assert from 'node:assert/strict';
import type { CatalogStore, ListQuery } from '../../src/catalog/catalog-store.ts';
import type { State } from '../../src/catalog/resource.ts';
import { newRecord, put, putOrganization } from './catalog-records.ts';
import type { Duty } from './catalog-store.ts';

const states: readonly State[] = ['draft', 'published', 'withdrawn'];

/** Lists: who sees what, and how they are walked. */
export function catalogStoreLists(duty: Duty): void {
  duty('lists drafts only for the owner that asks, and for all with *', async (store) => {
    const [umea, lulea] = await twoOrganizations(store);
    const query = { kinds: ['dataset'], states, limit: 100 } as const;
    const own = ['umea-draft', 'umea-published', 'umea-withdrawn'];
    const shown = ['umea-published', 'umea-withdrawn', 'lulea-published', 'lulea-withdrawn'];

    const cases: readonly [Partial<ListQuery>, readonly string[]][] = [
      [{}, shown],
      [{ draftsOf: [umea] }, [...shown, 'umea-draft']],
      [{ draftsOf: [umea, lulea] }, [...shown, 'umea-draft', 'lulea-draft']],
      [{ draftsOf: [] }, shown],
      [{ draftsOf: '*' }, [...shown, 'umea-draft', 'lulea-draft']],
      [{ organization: umea }, own.slice(1)],
      [{ organization: umea, draftsOf: [lulea, umea] }, own],
      [{ organization: umea, draftsOf: '*' }, own],
      [{ organization: umea, draftsOf: [lulea] }, own.slice(1)],
      [{ states: ['draft'] }, []],
      [{ states: ['draft'], draftsOf: [lulea] }, ['lulea-draft']],
      [{ states: ['draft'], draftsOf: '*' }, ['umea-draft', 'lulea-draft']],
      [{ states: ['published'], draftsOf: '*' }, ['umea-published', 'lulea-published']],
      [{ states: ['withdrawn'], organization: lulea }, ['lulea-withdrawn']],
      [{ kinds: ['organization'] }, ['umea', 'lulea']],
      [{ kinds: ['organization', 'dataset'], organization: umea }, ['umea', ...own.slice(1)]],
      [{ kinds: [] }, []],
      [{ states: [] }, []],
    ];
    for (const [changes, names] of cases) {
      const asked = { ...query, ...changes };
      const listed = await store.list(asked);
      const keys = await store.listKeys(asked);
      const said = JSON.stringify(changes);
      assert.deepEqual(listed.map(({ name }) => name).sort(), [...names].sort(), said);
      assert.deepEqual(
        keys,
        listed.map(({ id, kind, name, iri }) => ({ id, kind, name, iri })),
        said,
      );
      assert.equal(await store.count(asked), names.length, said);
    }
  });

  duty('tells where pages end, so that a page can be found by its number', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    await store.transact(async (tx) => {
      for (let i = 0; i < 20; i += 1) await tx.save(newRecord(organization, `d${i}`));
    });
    const query = { kinds: ['dataset'], states, draftsOf: '*' } as const;
    const ids = (await store.listKeys({ ...query, limit: 100 })).map(({ id }) => id);

    assert.deepEqual(await store.pageEnds(query, 7), [ids[6], ids[13]]);
    assert.deepEqual(await store.pageEnds({ ...query, organization }, 20), [ids[19]]);
    assert.deepEqual(await store.pageEnds(query, 21), []);
    assert.deepEqual(await store.pageEnds({ ...query, states: ['withdrawn'] }, 1), []);
    assert.deepEqual(await store.pageEnds({ ...query, states: [] }, 1), []);
  });

  duty('walks a list in the order of ids, in pages that meet exactly', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    await store.transact(async (tx) => {
      for (let i = 0; i < 25; i += 1) await tx.save(newRecord(organization, `d${i}`));
    });

    for (const limit of [1, 7, 25, 100]) {
      const walked = await walk(store, { organization, limit });
      assert.deepEqual(walked, [...walked].sort());
      assert.equal(walked.length, 25);
    }
    assert.deepEqual(await walk(store, { organization, limit: 0 }), []);
  });

  duty('walks without a repeat and without a gap while others insert and change', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    const there: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      there.push((await put(store, newRecord(organization, `d${i}`))).id);
    }
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing; i += 1) await put(store, newRecord(organization, `later-${i}`));
    })();

    const walked = await walk(store, { organization, limit: 5 });
    writing = false;
    await writer;

    assert.equal(new Set(walked).size, walked.length);
    assert.deepEqual(walked, [...walked].sort());
    assert.deepEqual(
      there.filter((id) => !walked.includes(id)),
      [],
    );
  });

  duty('finds many records by IRI at once, and refuses more than 500', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    const iris: string[] = [];
    await store.transact(async (tx) => {
      for (let i = 0; i < 30; i += 1) {
        iris.push((await tx.save(newRecord(organization, `d${i}`))).iri);
      }
    });

    for (const count of [0, 1, 2, 3, 30]) {
      const asked = iris.slice(0, count);
      const found = await store.findManyByIri([...asked, 'https://example.se/unknown']);
      assert.deepEqual(found.map(({ iri }) => iri).sort(), [...asked].sort());
    }
    assert.deepEqual(await store.findManyByIri([]), []);
    const many = Array.from({ length: 501 }, (_, i) => `https://example.se/${i}`);
    assert.deepEqual(await store.findManyByIri(many.slice(1)), []);
    await assert.rejects(store.findManyByIri(many), RangeError);
  });
}

async function twoOrganizations(store: CatalogStore): Promise<readonly [string, string]> {
  const umea = await putOrganization(store, 'umea');
  const lulea = await putOrganization(store, 'lulea');
  for (const { id, name } of [umea, lulea]) {
    for (const state of states) await put(store, newRecord(id, `${name}-${state}`, { state }));
  }
  return [umea.id, lulea.id];
}

/** The ids of all published datasets of an organisation, page by page. */
async function walk(
  store: CatalogStore,
  { organization, limit }: { readonly organization: string; readonly limit: number },
): Promise<readonly string[]> {
  const walked: string[] = [];
  for (;;) {
    const after = walked.at(-1);
    const page = await store.list({
      kinds: ['dataset'],
      states: ['published'],
      organization,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    walked.push(...page.map(({ id }) => id));
    if (page.length === 0 || page.length < limit) return walked;
  }
}
