import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OwnCount } from '../../src/catalog/own-record-store.ts';
import type { Resource } from '../../src/catalog/resource.ts';
import type { WorkingCopy } from '../../src/catalog/working-copy.ts';
import type { Store } from '../../src/store/open-store.ts';
import { newRecord, put, putOrganization } from './catalog-records.ts';

type Stores = Pick<Store, 'catalog' | 'editing' | 'ownRecords'>;

/** What every OwnRecordStore owes its callers; each adapter runs it on the real thing. `open` gives an empty store. */
export function ownRecordStoreContract(
  name: string,
  open: () => Promise<Stores & Pick<Store, 'close'>>,
): void {
  const duty = (sentence: string, proof: (stores: Stores, umea: string) => Promise<void>) => {
    test(`${name} ${sentence}`, async (context) => {
      const store = await open();
      context.after(() => store.close());
      const { id } = await putOrganization(store.catalog, 'umea');
      const lund = await putOrganization(store.catalog, 'lund');
      await put(store.catalog, newRecord(lund.id, 'foreign'));
      await proof(store, id);
    });
  };

  duty('counts records by kind, state and what is written', async (stores, umea) => {
    const { catalog, editing, ownRecords } = stores;
    await put(catalog, newRecord(umea, 'first'));
    await put(catalog, newRecord(umea, 'series', { kind: 'series' }));
    const second = await put(catalog, newRecord(umea, 'second'));
    const draft = await put(catalog, newRecord(umea, 'draft', { state: 'draft' }));
    await editing.saveCopy(written(second, { state: 'submitted' }));
    await editing.saveCopy(written(draft));
    const told = ({ kind, state, pending, count }: OwnCount) =>
      [kind, state, pending ?? 'idle', count].join(' ');

    assert.deepEqual((await ownRecords.counts(umea)).map(told).sort(), [
      'dataset draft editing 1',
      'dataset published idle 1',
      'dataset published submitted 1',
      'series published idle 1',
    ]);
  });

  duty('gives the last changed first, of a kind and a state, in pages', async (stores, umea) => {
    const { catalog, editing, ownRecords } = stores;
    const at = (hour: number) => `2026-03-01T1${hour}:00:00.000Z`;
    const first = await put(catalog, newRecord(umea, 'first', { changed: at(1) }));
    await put(catalog, newRecord(umea, 'second', { changed: at(2) }));
    await put(catalog, newRecord(umea, 'third', { changed: at(3), state: 'draft' }));
    await put(catalog, newRecord(umea, 'fourth', { changed: at(4), kind: 'service' }));
    await editing.saveCopy(written(first, { saved: at(5) }));
    const names = async (of: Partial<Parameters<typeof ownRecords.lastChanged>[0]>) => {
      const any = { kind: undefined, state: undefined, limit: 9, offset: 0 };
      const rows = await ownRecords.lastChanged({ organization: umea, ...any, ...of });
      return rows.map((row) => row.name);
    };

    assert.deepEqual(await names({}), ['first', 'fourth', 'third', 'second']);
    assert.deepEqual(await names({ limit: 2, offset: 1 }), ['fourth', 'third']);
    assert.deepEqual(await names({ kind: 'dataset', state: 'published' }), ['first', 'second']);
    assert.deepEqual(await names({ state: 'withdrawn' }), []);
  });

  duty(
    'calls a draft what is being written on it, and others by what they are',
    async (stores, umea) => {
      const { catalog, editing, ownRecords } = stores;
      const draft = await put(catalog, newRecord(umea, 'draft', { state: 'draft' }));
      const shown = await put(catalog, newRecord(umea, 'shown'));
      const { resource, ...rest } = newRecord(umea, 'odd');
      const content = { ...resource.content, title: 'ingen karta' };
      const odd = await put(catalog, { ...rest, resource: { ...resource, content } });
      for (const record of [draft, shown])
        await editing.saveCopy(written(record, { content: { title: { sv: 'Å ”nytt”' } } }));
      const titles = new Map((await ownRecords.titled(umea)).map((row) => [row.id, row.titles]));

      assert.deepEqual(titles.get(draft.id), { sv: 'Å ”nytt”' });
      assert.deepEqual(titles.get(shown.id), { sv: 'shown' });
      assert.equal(titles.get(odd.id), undefined);
      assert.equal(titles.size, 3);
    },
  );
}

function written(record: Resource, changes: Partial<WorkingCopy> = {}): WorkingCopy {
  return {
    resource: record.id,
    organization: record.organization,
    base: record.version,
    revision: 1,
    content: record.content,
    state: 'editing',
    author: { id: 'klara', name: 'Klara' },
    saved: '2026-02-01T12:00:00.000Z',
    publishAt: null,
    declaration: null,
    note: null,
    ...changes,
  };
}
