import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CatalogError } from '../../src/kernel/errors.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { mariadb } from '../services/mariadb.ts';

const server = await mariadb();
const deadline = 400;

/** Every kind of work that a request may be waiting for. */
const work: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  read: (store) => store.catalog.revision(),
  write: (store) => store.meta.set('base', 'https://data.example.se'),
  snapshot: (store) => store.catalog.snapshot((reader) => reader.revision()),
};

if ('missing' in server || server.freeze === undefined) {
  test(
    'a MariaDB that hangs is not waited for',
    {
      skip: 'missing' in server ? server.missing : 'the server is not ours to freeze',
    },
    () => undefined,
  );
} else {
  const { freeze } = server;
  after(() => server.stop());

  test('a MariaDB that hangs is not waited for, and is used again when it answers', async () => {
    const store = await openStore({ url: await server.createDatabase(), deadline });
    // More than there are connections, so that some are open when it hangs and some wait for one.
    const everything = () =>
      Array.from({ length: 8 }, () => Object.values(work).map((one) => one(store))).flat();
    await Promise.all(everything());
    const goOn = freeze();
    const begun = performance.now();
    try {
      for (const outcome of await Promise.allSettled(everything())) {
        assert.equal(outcome.status, 'rejected');
        const { reason } = outcome;
        assert.ok(reason instanceof CatalogError, String(reason));
        assert.match(reason.code, /^(?:busy|service-unavailable)$/);
      }
      assert.ok(performance.now() - begun < 5 * deadline, `${performance.now() - begun} ms`);
    } finally {
      goOn();
    }
    for (const one of Object.values(work)) await one(store);
    await store.close();
  });

  test('a snapshot that is open when MariaDB hangs ends, and its place is free again', async () => {
    const store = await openStore({ url: await server.createDatabase(), deadline });
    let goOn = (): void => undefined;
    const snapshots = Array.from({ length: 8 }, () =>
      store.catalog.snapshot(async (reader) => {
        await reader.revision();
        await new Promise((resolve) => setTimeout(resolve, 100));
        goOn = freeze();
        await reader.revision();
      }),
    );
    const outcomes = await Promise.allSettled(snapshots);
    goOn();
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      outcomes.map(() => 'rejected'),
    );
    assert.equal(await store.catalog.snapshot((reader) => reader.revision()), 0);
    await store.close();
  });

  test('a store whose MariaDB hangs can be closed', async () => {
    const store = await openStore({ url: await server.createDatabase(), deadline });
    await store.catalog.ping();
    const goOn = freeze();
    try {
      const begun = performance.now();
      await store.close();
      assert.ok(performance.now() - begun < 4000);
    } finally {
      goOn();
    }
  });
}
