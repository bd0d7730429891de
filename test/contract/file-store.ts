import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import {
  type DistributionFile,
  type FileState,
  type ResultFile,
  undecided,
} from '../../src/distributions/distribution-file.ts';
import type { FileStore } from '../../src/distributions/file-store.ts';
import { monotonicIds } from '../../src/kernel/monotonic-ids.ts';

/** What every FileStore owes its callers; each adapter runs it. */
export function fileStoreContract(
  name: string,
  open: () => Promise<{ readonly files: FileStore; close(): Promise<void> }>,
): void {
  const duty = (promise: string, proof: (store: FileStore) => Promise<void>) => {
    test(`${name} ${promise}`, async (context) => {
      const { files, close } = await open();
      context.after(close);
      await proof(files);
    });
  };
  const keep = (store: FileStore, ...files: readonly DistributionFile[]) =>
    store.transact(async (tx) => {
      for (const file of files) await tx.add(file);
    });

  duty('gives a file back as it was handed in, every letter of it', async (store) => {
    const kept = handedIn({ fileName: 'åäö 🏊 "\u0000<b>’.csv' });
    await keep(store, kept);

    assert.deepEqual(await store.find(kept.id), kept);
    assert.equal(await store.find('x'), undefined);
  });

  duty('replaces exactly the revision before', async (store) => {
    const first = handedIn();
    await keep(store, first);
    const second = { ...first, revision: 2, state: 'read' as const };
    await store.transact((tx) => tx.replace(second));

    await assert.rejects(
      store.transact((tx) => tx.replace({ ...second, state: 'discarded' })),
      { code: 'version-conflict' },
    );
    assert.deepEqual(await store.find(first.id), second);
    assert.deepEqual([...(await store.counts())], [['read', 1]]);
  });

  duty('finds the newest file that the world gets by a checksum, or by none', async (store) => {
    const giving = (number: number, changes: Partial<DistributionFile> = {}) =>
      handedIn({ distribution: 'one', state: 'ready', result: result(number), ...changes });
    const files = [
      giving(1),
      giving(1),
      giving(2),
      giving(1, { state: 'discarded' }),
      giving(1, { distribution: 'two' }),
    ];
    await keep(store, ...files);

    assert.equal((await store.ready('one', result(1).sha1))?.id, files[1]?.id);
    assert.equal((await store.ready('one', result(2).sha1))?.id, files[2]?.id);
    assert.equal(await store.ready('one', result(3).sha1), undefined);
    assert.equal((await store.ready('one'))?.id, files[2]?.id);
    assert.equal(await store.ready('three'), undefined);
  });

  duty('lists the files of a dataset, newest first, without what is thrown away', async (store) => {
    const files = states(['ready', 'discarded', 'failed']);
    await keep(store, ...files, handedIn({ owner: { organization: 'o', resource: 'other' } }));

    assert.deepEqual(
      (await store.ofDataset('r')).map(({ id }) => id),
      [files[2]?.id, files[0]?.id],
    );
  });

  duty('finds what follows a standard in any version', async (store) => {
    const following = (
      distribution: string,
      standard: string | null,
      state: FileState = 'ready',
    ): DistributionFile => handedIn({ distribution, state, decision: { ...undecided, standard } });
    const files = [
      following('one', 'badplats/1.0.0'),
      following('one', 'badplats/1.1.0'),
      following('two', 'badplats/1.1.0'),
      following('three', 'badplats-test/1.1.0'),
      following('four', 'badplats/1.1.0', 'read'),
      following('five', null),
    ];
    await keep(store, ...files);

    assert.deepEqual(
      (await store.following('badplats')).map(({ id }) => id),
      [files[2]?.id, files[1]?.id, files[0]?.id],
    );
  });

  duty('names every content that anything refers to', async (store) => {
    const many = Array.from({ length: 1203 }, (_, index) =>
      handedIn({
        digest: digest(index),
        ...(index === 7
          ? {
              result: result(5002),
              rows: {
                parquet: digest(5000),
                findings: digest(5001),
                columns: [],
                count: 0,
                leftOut: 0,
                passes: [],
              },
            }
          : {}),
      }),
    );
    await keep(store, ...many);

    const named = new Set(await Array.fromAsync(store.referencedBlobs()));
    assert.equal(named.size, 1206);
    assert.ok([5000, 5001, 5002].every((number) => named.has(digest(number))));
  });

  duty('forgets what has expired and nothing else', async (store) => {
    const [gone, stays] = [
      handedIn({ owner: null, expires: '2026-11-24T10:00:00.000Z' }),
      handedIn({ owner: null, expires: '2026-11-24T10:00:00.001Z' }),
    ];
    await keep(store, gone, stays, handedIn());
    const forgotten = await store.transact(async (tx) => {
      const ids = await tx.expired('2026-11-24T10:00:00.000Z');
      for (const id of ids) await tx.remove(id);
      return ids;
    });

    assert.deepEqual(forgotten, [gone.id]);
    assert.equal(await store.find(gone.id), undefined);
    assert.deepEqual(await store.find(stays.id), stays);
  });

  duty('keeps nothing of work that fails', async (store) => {
    const file = handedIn();
    await assert.rejects(
      store.transact(async (tx) => {
        await tx.add(file);
        throw new Error('in the middle');
      }),
      /in the middle/,
    );
    assert.equal(await store.find(file.id), undefined);
  });
}

const newId = monotonicIds(randomUUIDv7);

function digest(number: number): string {
  return number.toString(16).padStart(64, '0');
}

function result(number: number): ResultFile {
  return {
    digest: digest(number),
    sha1: digest(number).slice(-40),
    bytes: 3,
    mediaType: 'text/csv',
    fileName: 'badplatser.csv',
  };
}

function states(all: readonly FileState[]): readonly DistributionFile[] {
  return all.map((state) => handedIn({ distribution: 'one', state }));
}

function handedIn(changes: Partial<DistributionFile> = {}): DistributionFile {
  return {
    id: newId(),
    distribution: 'another',
    owner: { organization: 'o', resource: 'r' },
    state: 'received',
    revision: 1,
    received: '2026-11-24T08:00:00.000Z',
    expires: null,
    author: { id: 'p', name: 'Åsa' },
    fileName: 'badplatser.csv',
    mediaType: 'text/csv',
    bytes: 12,
    digest: digest(1),
    decision: undecided,
    ...changes,
  };
}
