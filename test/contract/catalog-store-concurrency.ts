import assert from 'node:assert/strict';
import type { Change } from '../../src/catalog/resource.ts';
import { newRecord, nextVersion, put, putOrganization } from './catalog-records.ts';
import type { Duty } from './catalog-store.ts';

/** Several at once: order, conflicts and views. */
export function catalogStoreConcurrency(duty: Duty): void {
  duty(
    'commits revisions in their order, so that a follower misses none of 8 writers',
    async (store) => {
      const { id: organization } = await putOrganization(store, 'umea');
      const [writers, rounds] = [8, 12];
      const followed: Change[] = [];
      let position = 1;
      const follow = async () => {
        const changes = await store.changesAfter(position, 5);
        followed.push(...changes);
        position = changes.at(-1)?.revision ?? position;
        return changes.length;
      };

      let writing = true;
      const follower = (async () => {
        while (writing) await follow();
      })();
      await Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          for (let round = 0; round < rounds; round += 1) {
            await store.transact(async (tx) => {
              await tx.save(newRecord(organization, `w${writer}-${round}-a`));
              await new Promise((resolve) => setTimeout(resolve, writer % 3));
              await tx.save(newRecord(organization, `w${writer}-${round}-b`));
            });
          }
        }),
      );
      writing = false;
      await follower;
      while ((await follow()) > 0);

      const expected = Array.from({ length: writers * rounds * 2 }, (_, i) => i + 2);
      assert.deepEqual(
        followed.map(({ revision }) => revision),
        expected,
      );
      assert.equal(new Set(followed.map(({ resource }) => resource)).size, expected.length);
      assert.equal(await store.organizationRevision(organization), expected.at(-1));
    },
  );

  duty('numbers saves that one transaction starts at once', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');

    const saved = await store.transact((tx) =>
      Promise.all(['a', 'b', 'c'].map((name) => tx.save(newRecord(organization, name)))),
    );

    assert.deepEqual(
      saved.map(({ revision }) => revision),
      [2, 3, 4],
    );
    assert.equal((await store.changesAfter(1, 10)).length, 3);
  });

  duty('lets one of two writers of the same version win', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    const trees = await put(store, newRecord(organization, 'trees'));

    for (const state of ['published', 'withdrawn'] as const) {
      const stored = await store.findById(trees.id);
      assert(stored !== undefined);
      const outcomes = await Promise.allSettled([
        put(store, nextVersion(stored, { state, digest: 'left' })),
        put(store, nextVersion(stored, { state, digest: 'right' })),
      ]);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      assert.deepEqual(
        lost.map(({ reason }) => reason.code),
        ['version-conflict'],
      );
    }
    assert.equal((await store.versions(trees.id, { limit: 10 })).length, 3);
  });

  duty('lets one of two writers of the same name win', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');

    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, (_, i) =>
        put(store, newRecord(organization, 'trees', { iri: `https://example.se/${i}` })),
      ),
    );

    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    assert.deepEqual(
      lost.map(({ reason }) => reason.code),
      ['name-taken', 'name-taken', 'name-taken'],
    );
    assert.equal(await store.revision(), 2);
  });

  duty(
    'loses nothing when transactions change the same records in opposite order',
    async (store) => {
      const { id: organization } = await putOrganization(store, 'umea');
      const draft = { state: 'draft' } as const;
      const a = await put(store, newRecord(organization, 'a', draft));
      const b = await put(store, newRecord(organization, 'b', draft));
      const rounds = 5;
      const change = async (ids: readonly string[]) => {
        for (let round = 0; round < rounds; round += 1) {
          await store.transact(async (tx) => {
            for (const id of ids) {
              for (;;) {
                const stored = await tx.findById(id);
                assert(stored !== undefined);
                try {
                  await tx.save(nextVersion(stored));
                  break;
                } catch (error) {
                  if (!(error instanceof Error && 'code' in error)) throw error;
                  if (error.code !== 'version-conflict') throw error;
                }
              }
              await new Promise((resolve) => setTimeout(resolve, 2));
            }
          });
        }
      };

      await Promise.all([change([a.id, b.id]), change([b.id, a.id])]);

      assert.equal((await store.findById(a.id))?.version, 1 + 2 * rounds);
      assert.equal((await store.findById(b.id))?.version, 1 + 2 * rounds);
      assert.equal((await store.versions(a.id, { limit: 100 })).length, 1 + 2 * rounds);
    },
  );

  duty(
    'shows a snapshot nothing of what is written after it began, and keeps no writer waiting',
    async (store) => {
      const { id: organization } = await putOrganization(store, 'umea');
      const trees = await put(store, newRecord(organization, 'trees'));

      await store.snapshot(async (view) => {
        await put(store, nextVersion(trees));
        await put(store, newRecord(organization, 'parks'));

        assert.equal((await view.findById(trees.id))?.version, 1);
        assert.equal(await view.find('dataset', 'parks'), undefined);
        assert.equal(await view.revision(), 2);
        assert.equal((await view.changesAfter(0, 10)).length, 2);
        assert.equal((await store.findById(trees.id))?.version, 2);
        await store.snapshot(async (later) => assert.equal(await later.revision(), 4));
      });

      assert.equal(await store.revision(), 4);
    },
  );

  duty('refuses the store itself inside a transaction instead of hanging', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    const refused = /Inside a transaction/;

    await store.transact(async (tx) => {
      await assert.rejects(store.revision(), refused);
      await assert.rejects(put(store, newRecord(organization, 'x')), refused);
      await assert.rejects(
        store.snapshot(async () => undefined),
        refused,
      );
      await tx.save(newRecord(organization, 'trees'));
    });

    assert.equal(await store.revision(), 2);
  });

  duty(
    'refuses a transaction that is over, and lets what it started use the store',
    async (store) => {
      const organization = await putOrganization(store, 'umea');
      let late: Promise<unknown> = Promise.resolve();
      const kept = await store.transact(async (tx) => {
        late = new Promise((resolve) => setTimeout(resolve, 30)).then(() => store.revision());
        return tx;
      });

      assert.equal(await late, 1);
      await assert.rejects(kept.findById(organization.id));
      await assert.rejects(kept.save(newRecord(organization.id, 'x')));
      assert.equal(await store.revision(), 1);
    },
  );

  duty('answers a ping', async (store) => {
    await store.ping();
  });
}
