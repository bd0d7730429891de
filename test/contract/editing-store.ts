import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import type { RecordTemplate } from '../../src/catalog/record-template.ts';
import type { Removed } from '../../src/catalog/removed.ts';
import type { Resource } from '../../src/catalog/resource.ts';
import type { Declaration, WorkingCopy } from '../../src/catalog/working-copy.ts';
import type { Store } from '../../src/store/open-store.ts';
import { newRecord, put, putOrganization } from './catalog-records.ts';

/** What every EditingStore owes its callers; each adapter runs it on the real thing. `open` gives an empty store. */
export function editingStoreContract(
  name: string,
  open: () => Promise<Pick<Store, 'catalog' | 'editing' | 'close'>>,
): void {
  const duty = (
    sentence: string,
    proof: (
      store: Pick<Store, 'catalog' | 'editing'>,
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

  duty('gives a working copy back just as it was typed', async ({ editing }, { trees }) => {
    const copy = copyOf(trees, {
      content: { title: { sv: 'Träd 🌳 ”åäö”\r\n\u0007' }, issued: '2026-1', byteSize: '12 k' },
      declaration,
      state: 'scheduled',
      publishAt: '2026-12-01T08:00:00.000Z',
      note: 'Klart för granskning',
    });
    await editing.saveCopy(copy);

    assert.deepEqual(await editing.copyOf(trees.id), copy);
    assert.deepEqual(await editing.copies(trees.organization), [copy]);
    assert.deepEqual(await editing.copies('another'), []);
    assert.equal(await editing.copyOf('another'), undefined);
  });

  duty('replaces exactly the revision before', async ({ editing }, { trees }) => {
    await editing.saveCopy(copyOf(trees));
    await editing.saveCopy(copyOf(trees, { revision: 2, note: 'mine' }));

    for (const revision of [1, 2, 4]) {
      await assert.rejects(editing.saveCopy(copyOf(trees, { revision, note: 'theirs' })), {
        code: 'version-conflict',
      });
    }
    assert.equal((await editing.copyOf(trees.id))?.note, 'mine');
  });

  duty('lets one of two who save at once through', async ({ editing }, { trees }) => {
    await editing.saveCopy(copyOf(trees));
    const both = await Promise.allSettled(
      ['mine', 'theirs'].map((note) => editing.saveCopy(copyOf(trees, { revision: 2, note }))),
    );

    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  duty('drops the revision that was seen and no other', async ({ editing }, { trees }) => {
    await editing.saveCopy(copyOf(trees));
    await assert.rejects(editing.dropCopy(trees.id, 2), { code: 'version-conflict' });
    await editing.dropCopy(trees.id, 1);

    assert.equal(await editing.copyOf(trees.id), undefined);
    await assert.rejects(editing.dropCopy(trees.id, 1), { code: 'version-conflict' });
  });

  duty('throws a copy away with its record', async ({ catalog, editing }, { trees }) => {
    await editing.saveCopy(copyOf(trees));
    await editing.keepDeclaration(trees.id, 1, declaration);
    await catalog.transact((tx) => tx.remove(trees.id, 1));

    assert.equal(await editing.copyOf(trees.id), undefined);
    assert.equal(await editing.declarationOf(trees.id, 1), undefined);
  });

  duty('knows what each version was declared with', async ({ editing }, { trees }) => {
    await editing.keepDeclaration(trees.id, 2, declaration);
    const later = { ...declaration, ground: 'Inga personuppgifter' };
    await editing.keepDeclaration(trees.id, 5, declaration);
    await editing.keepDeclaration(trees.id, 5, later);

    assert.equal(await editing.declarationOf(trees.id, 1), undefined);
    assert.deepEqual(await editing.declarationOf(trees.id, 4), declaration);
    assert.deepEqual(await editing.declarationOf(trees.id, 9), later);
  });

  duty('keeps templates by name, for one organisation', async ({ editing }, { umea }) => {
    const [b, a] = [template(umea, 'b'), template(umea, 'a')];
    await editing.saveTemplate(b);
    await editing.saveTemplate(a);
    await editing.saveTemplate({ ...b, content: { keyword: { sv: ['bad'] } } });

    const stored = await editing.templates(umea.id);
    assert.deepEqual(stored, [a, { ...b, content: { keyword: { sv: ['bad'] } } }]);
    await assert.rejects(editing.saveTemplate(template(umea, 'a')), { code: 'name-taken' });
    assert.equal(await editing.removeTemplate('another', a.id), false);
    assert.equal(await editing.removeTemplate(umea.id, a.id), true);
    assert.equal(await editing.removeTemplate(umea.id, a.id), false);
    assert.equal((await editing.templates(umea.id)).length, 1);
  });

  duty('keeps what is thrown away until it is fetched or old', async ({ editing }, { umea }) => {
    const old = removed(umea, '2026-01-01T00:00:00.000Z');
    const [kept, fetched] = [removed(umea), removed(umea, '2026-03-02T12:00:00.000Z')];
    for (const one of [old, kept, fetched]) await editing.keepRemoved(one);

    assert.deepEqual(await editing.removed(umea.id), [fetched, kept, old]);
    assert.deepEqual(await editing.removed('another'), []);
    assert.equal(await editing.forgetRemoved('another', fetched.id), false);
    assert.equal(await editing.forgetRemoved(umea.id, fetched.id), true);
    assert.equal(await editing.forgetRemovedBefore('2026-02-01T00:00:00.000Z'), 1);
    assert.deepEqual(await editing.removed(umea.id), [kept]);
  });

  duty('keeps nothing of a transaction that fails', async ({ editing }, { umea, trees }) => {
    await editing.saveCopy(copyOf(trees));
    const work = editing.transact(async (tx) => {
      await tx.keepRemoved(removed(umea));
      await tx.dropCopy(trees.id, 1);
      assert.equal(await tx.copyOf(trees.id), undefined);
      await tx.enqueue({ kind: 'publish', payload: {} });
      throw new Error('power cut');
    });

    await assert.rejects(work, { message: 'power cut' });
    assert.notEqual(await editing.copyOf(trees.id), undefined);
    assert.deepEqual(await editing.removed(umea.id), []);
  });

  duty('goes with its organisation', async ({ catalog, editing }, { umea, trees }) => {
    await editing.saveCopy(copyOf(trees));
    await editing.saveTemplate(template(umea, 'a'));
    await editing.keepRemoved(removed(umea));
    await catalog.transact((tx) => tx.purge(umea.id, new Date()));

    assert.deepEqual(await editing.copies(umea.id), []);
    assert.deepEqual(await editing.templates(umea.id), []);
    assert.deepEqual(await editing.removed(umea.id), []);
  });
}

const author = { id: 'p1', name: 'Klara Åström' };
const time = '2026-03-01T12:00:00.000Z';

const declaration: Declaration = {
  classifiedBy: 'Miljöförvaltningen',
  classifiedOn: '2026-02-28',
  ground: 'Offentlig handling utan sekretess',
  declaredBy: author,
  declaredAt: time,
};

function copyOf(resource: Resource, changes: Partial<WorkingCopy> = {}): WorkingCopy {
  return {
    resource: resource.id,
    organization: resource.organization,
    base: resource.version,
    revision: 1,
    content: { title: { sv: 'Träd' } },
    state: 'editing',
    author,
    saved: time,
    publishAt: null,
    declaration: null,
    note: null,
    ...changes,
  };
}

function template(of: Resource, name: string): RecordTemplate {
  const id = randomUUIDv7();
  const content = { license: 'http://creativecommons.org/publicdomain/zero/1.0/' };
  return { id, organization: of.id, kind: 'dataset', name, content, author, saved: time };
}

function removed(of: Resource, at = time): Removed {
  const content = { title: { sv: 'Borttaget' } };
  const id = randomUUIDv7();
  const same = { kind: 'dataset', name: 'borttaget', content, base: 0, author, at } as const;
  return { id, organization: of.id, what: 'draft', ...same };
}
