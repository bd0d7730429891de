import assert from 'node:assert/strict';
import { newRecord, nextVersion, put, putOrganization } from './catalog-records.ts';
import type { Duty } from './catalog-store.ts';

const page = { limit: 10 };

/** What is kept, what is announced, and what is refused. */
export function catalogStoreKeeping(duty: Duty): void {
  duty('keeps neither record nor version nor change when the work throws', async (store) => {
    const organization = await putOrganization(store, 'umea');
    const save = newRecord(organization.id, 'trees');

    const work = store.transact(async (tx) => {
      await tx.save(save);
      await tx.remember('key', { fingerprint: 'f', resource: 'trees', at: new Date() });
      throw new Error('power cut');
    });
    await assert.rejects(work, /power cut/);

    assert.equal(await store.find('dataset', 'trees'), undefined);
    assert.deepEqual(await store.versions(save.resource.id, page), []);
    assert.equal(await store.revision(), 1);
    assert.equal(await store.organizationRevision(organization.id), 1);
    assert.deepEqual(await store.changesAfter(1, 10), []);
    await store.transact(async (tx) => {
      assert.equal(await tx.recall('key', new Date()), undefined);
    });
  });

  duty('gives back what was saved, by name, id and IRI', async (store) => {
    const organization = await putOrganization(store, 'umea');
    const save = newRecord(organization.id, 'trees');

    const saved = await put(store, save);

    assert.deepEqual(saved, { ...save.resource, organizationName: 'umea', revision: 2 });
    assert.deepEqual(await store.find('dataset', 'trees'), saved);
    assert.deepEqual(await store.findById(saved.id), saved);
    assert.deepEqual(await store.findByIri(saved.iri), saved);
    const { content, ...rest } = saved;
    assert.deepEqual(await store.findText('dataset', 'trees'), {
      ...rest,
      contentText: JSON.stringify(content),
    });
    assert.equal(await store.find('series', 'trees'), undefined);
    assert.equal(await store.findById('trees'), undefined);
    assert.equal(await store.findByIri('https://data.example.se/datasets/tree'), undefined);
  });

  duty(
    'sees its own writes inside a transaction, and nobody else does before the end',
    async (store) => {
      const organization = await putOrganization(store, 'umea');
      const save = newRecord(organization.id, 'trees');
      let seenOutside: Promise<unknown> = Promise.resolve();
      // Asked from outside the transaction's own flow, as another request would.
      const { promise: written, resolve: tell } = Promise.withResolvers<void>();
      const outside = written.then(() => {
        seenOutside = store.find('dataset', 'trees');
      });

      await assert.rejects(
        store.transact(async (tx) => {
          await tx.save(save);
          assert.equal((await tx.find('dataset', 'trees'))?.version, 1);
          tell();
          await outside;
          throw new Error('changed my mind');
        }),
        /changed my mind/,
      );

      assert.equal(await seenOutside, undefined);
    },
  );

  duty(
    'refuses a name that another of its kind has, and lets other kinds have it',
    async (store) => {
      const organization = await putOrganization(store, 'umea');
      await put(store, newRecord(organization.id, 'trees'));

      await assert.rejects(
        put(store, newRecord(organization.id, 'trees', { iri: 'https://example.se/other' })),
        { name: 'CatalogError', code: 'name-taken' },
      );
      const series = { kind: 'series', iri: 'https://example.se/series' } as const;
      assert.equal((await put(store, newRecord(organization.id, 'trees', series))).kind, 'series');
    },
  );

  duty(
    'refuses an IRI that another record has, when it is made and when it is changed',
    async (store) => {
      const organization = await putOrganization(store, 'umea');
      const trees = await put(store, newRecord(organization.id, 'trees'));
      const parks = await put(store, newRecord(organization.id, 'parks'));

      const taken = { name: 'CatalogError', code: 'iri-taken' };
      await assert.rejects(
        put(store, newRecord(organization.id, 'other', { iri: trees.iri })),
        taken,
      );
      await assert.rejects(put(store, nextVersion(parks, { iri: trees.iri })), taken);
      assert.equal((await store.findById(parks.id))?.version, 1);
    },
  );

  duty('goes on in a transaction after a refusal that the work understood', async (store) => {
    const organization = await putOrganization(store, 'umea');
    await put(store, newRecord(organization.id, 'trees'));

    await store.transact(async (tx) => {
      const again = newRecord(organization.id, 'trees', { iri: 'https://example.se/other' });
      await assert.rejects(tx.save(again), { code: 'name-taken' });
      await tx.save(newRecord(organization.id, 'parks'));
    });

    // A save that was refused leaves no hole in the log.
    assert.equal((await store.find('dataset', 'parks'))?.revision, 3);
    assert.equal(await store.revision(), 3);
  });

  duty('replaces exactly the version before, and refuses any other', async (store) => {
    const organization = await putOrganization(store, 'umea');
    const first = await put(store, newRecord(organization.id, 'trees'));
    const second = await put(store, nextVersion(first, { digest: 'd2' }));

    const conflict = { name: 'CatalogError', code: 'version-conflict' };
    await assert.rejects(put(store, nextVersion(first)), conflict);
    await assert.rejects(put(store, nextVersion(second, { version: 4 })), conflict);
    await assert.rejects(put(store, newRecord(organization.id, 'x', { id: first.id })), conflict);
    await assert.rejects(
      put(store, newRecord(organization.id, 'unknown', { version: 2 })),
      conflict,
    );
    assert.deepEqual(await store.findById(first.id), second);
    assert.equal(second.digest, 'd2');
  });

  duty('keeps every version for ever, newest first, with who and why', async (store) => {
    const organization = await putOrganization(store, 'umea');
    let record = await put(store, newRecord(organization.id, 'trees'));
    for (const title of ['two', 'three', 'four', 'five']) {
      record = await put(
        store,
        nextVersion(record, { content: { ...record.content, title: { sv: title } } }),
      );
    }

    const newest = await store.versions(record.id, { limit: 2 });
    const older = await store.versions(record.id, { before: 4, limit: 10 });

    assert.deepEqual(
      newest.map(({ version }) => version),
      [5, 4],
    );
    assert.deepEqual(
      older.map(({ version }) => version),
      [3, 2, 1],
    );
    assert.deepEqual(await store.version(record.id, 3), {
      version: 3,
      state: 'published',
      content: { ...record.content, title: { sv: 'three' } },
      author: 'Klara',
      reason: 'a better text',
      saved: record.changed,
    });
    assert.equal((await store.version(record.id, 1))?.reason, null);
    assert.equal(await store.version(record.id, 6), undefined);
  });

  duty(
    'raises the revisions of the log and of the organisation only for what is announced',
    async (store) => {
      const umea = await putOrganization(store, 'umea');
      const lulea = await putOrganization(store, 'lulea');

      const draft = await put(store, newRecord(umea.id, 'trees', { state: 'draft' }));
      const edited = await put(store, nextVersion(draft));
      assert.deepEqual([draft.revision, edited.revision], [0, 0]);
      assert.equal(await store.revision(), 2);
      assert.equal(await store.organizationRevision(umea.id), 1);

      const published = await put(store, {
        ...nextVersion(edited, { state: 'published', published: edited.changed }),
        announce: 'create',
      });
      assert.equal(published.revision, 3);
      assert.equal(await store.revision(), 3);
      assert.equal(await store.organizationRevision(umea.id), 3);
      assert.equal(await store.organizationRevision(lulea.id), 2);
      assert.equal(await store.organizationRevision('nobody'), 0);
    },
  );

  duty('keeps a record at its revision when a later save is not announced', async (store) => {
    const organization = await putOrganization(store, 'umea');
    const trees = await put(store, newRecord(organization.id, 'trees'));

    const silent = await put(store, { ...nextVersion(trees), announce: undefined });

    assert.equal(silent.revision, trees.revision);
    assert.deepEqual(await store.findById(trees.id), silent);
  });

  duty('answers the changes after a revision, in order and whole', async (store) => {
    const organization = await putOrganization(store, 'umea');
    const trees = await put(store, newRecord(organization.id, 'trees'));
    await store.transact(async (tx) => {
      await tx.save(newRecord(organization.id, 'parks'));
      await tx.save({ ...nextVersion(trees, { state: 'withdrawn' }), announce: 'delete' });
    });

    const changes = await store.changesAfter(1, 10);

    assert.deepEqual(
      changes.map(({ revision, operation, version }) => [revision, operation, version]),
      [
        [2, 'create', 1],
        [3, 'create', 1],
        [4, 'delete', 2],
      ],
    );
    assert.deepEqual(changes[2], {
      revision: 4,
      resource: trees.id,
      organization: organization.id,
      kind: 'dataset',
      operation: 'delete',
      version: 2,
      at: trees.changed,
    });
    assert.equal((await store.changesAfter(1, 2)).length, 2);
    assert.deepEqual(await store.changesAfter(4, 10), []);
  });

  duty('removes a draft with all its versions, and frees its name and IRI', async (store) => {
    const organization = await putOrganization(store, 'umea');
    const draft = await put(store, newRecord(organization.id, 'trees', { state: 'draft' }));
    await put(store, nextVersion(draft));

    await assert.rejects(
      store.transact((tx) => tx.remove(draft.id, 1)),
      { code: 'version-conflict' },
    );
    await store.transact((tx) => tx.remove(draft.id, 2));

    assert.equal(await store.findById(draft.id), undefined);
    assert.deepEqual(await store.versions(draft.id, page), []);
    assert.equal((await put(store, newRecord(organization.id, 'trees'))).version, 1);
    await assert.rejects(
      store.transact((tx) => tx.remove(draft.id, 2)),
      { code: 'version-conflict' },
    );
  });

  duty('never removes what was published', async (store) => {
    const organization = await putOrganization(store, 'umea');
    const trees = await put(store, newRecord(organization.id, 'trees'));
    const gone = await put(store, nextVersion(trees, { state: 'withdrawn' }));

    const refused = { name: 'CatalogError', code: 'state-conflict' };
    await assert.rejects(
      store.transact((tx) => tx.remove(gone.id, 2)),
      refused,
    );
    assert.deepEqual(await store.findById(gone.id), gone);
    assert.equal((await store.versions(gone.id, page)).length, 2);
  });

  duty('removes a draft organisation, but not while records belong to it', async (store) => {
    const id = '0192f0c1-0000-7000-8000-000000000001';
    const draft = { id, kind: 'organization', state: 'draft' } as const;
    await put(store, newRecord(id, 'umea', draft));
    const dataset = await put(store, newRecord(id, 'trees', { state: 'draft' }));

    await assert.rejects(
      store.transact((tx) => tx.remove(id, 1)),
      { code: 'still-in-use' },
    );
    await store.transact((tx) => tx.remove(dataset.id, 1));
    await store.transact((tx) => tx.remove(id, 1));

    assert.equal(await store.findById(id), undefined);
  });

  duty('purges an organisation with all it owns, and tells what was public', async (store) => {
    const { id } = await putOrganization(store, 'umea');
    const other = await putOrganization(store, 'lund');
    const trees = await put(store, newRecord(id, 'trees'));
    await put(store, newRecord(id, 'plans', { state: 'draft' }));
    const kept = await put(store, newRecord(other.id, 'bikes'));
    const before = await store.revision();

    const count = await store.transact((tx) => tx.purge(id, new Date('2026-03-01T12:00:00Z')));

    assert.equal(count, 3);
    assert.equal(await store.findById(id), undefined);
    assert.equal(await store.find('dataset', 'plans'), undefined);
    assert.deepEqual(await store.versions(trees.id, page), []);
    assert.deepEqual(await store.find('dataset', 'bikes'), kept);
    const told = await store.changesAfter(before, 10);
    assert.deepEqual(
      told.map(({ operation, resource }) => `${operation} ${resource}`).sort(),
      [`delete ${id}`, `delete ${trees.id}`].sort(),
    );
    assert.equal(await store.revision(), before + 2);
  });

  duty('remembers what a key was used for, for 24 hours', async (store) => {
    const at = new Date('2026-03-01T12:00:00Z');
    const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
    const use = { fingerprint: 'f', resource: 'r' };
    await store.transact((tx) => tx.remember('Key å', { ...use, at }));

    await store.transact(async (tx) => {
      assert.deepEqual(await tx.recall('Key å', later(23.99)), use);
      assert.equal(await tx.recall('key å', at), undefined);
      assert.equal(await tx.recall('Key å', later(24)), undefined);
    });
    await assert.rejects(
      store.transact((tx) => tx.remember('Key å', { ...use, at: later(1) })),
      { name: 'CatalogError', code: 'idempotency-conflict' },
    );
    await store.transact((tx) => tx.remember('Key å', { ...use, at: later(25) }));
  });
}
