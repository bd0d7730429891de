import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BulkChange } from '../../src/catalog/publishing-store.ts';
import type { Resource } from '../../src/catalog/resource.ts';
import type { Store } from '../../src/store/open-store.ts';
import { newRecord, put, putOrganization } from './catalog-records.ts';

type Opened = Pick<Store, 'catalog' | 'publishing' | 'close'>;

/** What every PublishingStore owes its callers; each adapter runs it on the real thing. `open` gives an empty store. */
export function publishingStoreContract(name: string, open: () => Promise<Opened>): void {
  const duty = (
    sentence: string,
    proof: (
      store: Opened,
      of: { readonly umea: Resource; readonly trees: Resource },
    ) => Promise<void>,
  ) => {
    test(`${name} ${sentence}`, async (context) => {
      const store = await open();
      context.after(() => store.close());
      const umea = await putOrganization(store.catalog, 'umea');
      const trees = await put(store.catalog, newRecord(umea.id, 'trees', { state: 'draft' }));
      await proof(store, { umea, trees });
    });
  };

  duty('keeps rules and colour apart', async ({ publishing, catalog }, { umea }) => {
    const none = { fourEyes: false, declaration: false, classifiedBy: null, ground: null };
    assert.deepEqual(await catalog.rulesOf(umea.id), none);
    assert.equal(await publishing.colourOf(umea.id), null);
    const rules = { ...none, fourEyes: true, classifiedBy: 'Ägare åäö', ground: 'Offentlig 🏊' };

    await publishing.transact(async (tx) => {
      await tx.saveColour(umea.id, '#123456');
      await tx.saveRules(umea.id, rules);
      assert.deepEqual(await tx.rulesOf(umea.id), rules);
    });

    assert.deepEqual(await catalog.rulesOf(umea.id), rules);
    assert.equal(await publishing.colourOf(umea.id), '#123456');
    await publishing.transact((tx) => tx.saveColour(umea.id, null));
    assert.deepEqual(await catalog.rulesOf(umea.id), rules);
  });

  duty('keeps who approved which version', async ({ publishing }, { trees }) => {
    const approval = {
      version: 2,
      askedBy: { id: 'a', name: 'Anna' },
      approvedBy: { id: 'b', name: 'Bo' },
      at: '2026-11-23T10:00:00.000Z',
    };
    await publishing.transact(async (tx) => {
      await tx.keepApproval(trees.id, { ...approval, version: 1 });
      await tx.keepApproval(trees.id, approval);
      await tx.keepApproval(trees.id, approval);
    });
    assert.deepEqual(await publishing.approvalsOf(trees.id), [
      approval,
      { ...approval, version: 1 },
    ]);

    await publishing.transact((tx) => tx.dropApprovals(trees.id, 2));
    assert.equal(await publishing.approvalOf(trees.id, 2), undefined);
    assert.deepEqual((await publishing.approvalOf(trees.id, 1))?.approvedBy, approval.approvedBy);
  });

  duty('keeps a bulk change to be undone once', async ({ publishing }, { umea, trees }) => {
    const change: BulkChange = {
      id: '01',
      organization: umea.id,
      action: 'property',
      property: 'license',
      by: { id: 'a', name: 'Anna' },
      at: '2026-11-23T10:00:00.000Z',
      undone: null,
      count: 1,
      records: [{ resource: trees.id, before: 1, after: 2, from: null }],
    };
    await publishing.transact((tx) => tx.keepBulkChange(change));

    assert.deepEqual(await publishing.bulkChange('01'), change);
    assert.deepEqual(await publishing.bulkChanges(umea.id, 10), [{ ...change, records: [] }]);
    assert.deepEqual(await publishing.bulkChanges(trees.id, 10), []);
    const mark = () =>
      publishing.transact((tx) =>
        tx.markUndone('01', { id: 'bo', name: 'Bo' }, '2026-11-24T10:00:00.000Z'),
      );
    assert.deepEqual([await mark(), await mark()], [true, false]);
    assert.equal((await publishing.bulkChange('01'))?.undone?.by, 'Bo');

    const forget = (before: string) => publishing.transact((tx) => tx.forgetBulkChanges(before));
    assert.equal(await forget('2026-11-23T10:00:00.000Z'), 0);
    assert.equal(await forget('2026-11-23T10:00:00.001Z'), 1);
    assert.equal(await publishing.bulkChange('01'), undefined);
  });

  duty('gives a logotype back byte for byte', async ({ publishing }, { umea }) => {
    const png = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
    const facts = {
      organization: umea.id,
      digest: 'd',
      alternative: 'Umeå kommuns vapen',
      width: 320,
      height: 80,
    };
    const saved = '2026-11-23T10:00:00.000Z';
    await publishing.transact((tx) => tx.saveLogotype({ ...facts, png: new Uint8Array(), saved }));
    await publishing.transact((tx) => tx.saveLogotype({ ...facts, png, saved }));

    const found = await publishing.logotypeOf(umea.id);
    assert.deepEqual(
      { ...found, png: [...(found?.png ?? [])] },
      { ...facts, saved, png: [...png] },
    );
    assert.deepEqual(await publishing.logotypes(), new Map([['umea', facts]]));
    const drop = () => publishing.transact((tx) => tx.dropLogotype(umea.id));
    assert.deepEqual([await drop(), await drop()], [true, false]);
  });

  duty('keeps nothing of any kind when the work throws', async ({ publishing, catalog }, of) => {
    const { umea, trees } = of;
    const rules = { fourEyes: true, declaration: true, classifiedBy: null, ground: null };
    await assert.rejects(
      publishing.transact(async (tx) => {
        await tx.saveRules(umea.id, rules);
        await tx.save({
          resource: { ...trees, state: 'published', version: 2, published: trees.changed },
          author: { id: 'anna', name: 'Anna' },
          reason: null,
          announce: 'create',
        });
        throw new Error('power cut');
      }),
      /power cut/,
    );

    assert.equal((await catalog.rulesOf(umea.id)).fourEyes, false);
    assert.equal((await catalog.findById(trees.id))?.version, 1);
  });

  duty('forgets all of it with the organisation', async ({ publishing, catalog }, { umea }) => {
    await publishing.transact((tx) => tx.saveColour(umea.id, '#123456'));
    await catalog.transact((tx) => tx.purge(umea.id, new Date()));

    assert.equal(await publishing.colourOf(umea.id), null);
  });
}
