import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { createConnection } from 'mysql2/promise';
import { allMigrations } from '../../src/store/migrations/all-migrations.ts';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';
import { newRecord, put, putOrganization } from '../contract/catalog-records.ts';
import { mariadb } from '../services/mariadb.ts';

interface Place {
  readonly options: StoreOptions;
  /** Runs one statement past the store. */
  run(statement: string): Promise<void>;
}

// Before any test: tests that are declared after a wait would start when the first ones have ended.
const server = await mariadb();
const root = await mkdtemp(join(tmpdir(), 'datatorget-store-'));
after(() => rm(root, { recursive: true }));

async function sqliteFile(): Promise<Place> {
  const folder = await mkdtemp(join(root, 'file-'));
  return {
    options: { folder },
    async run(statement) {
      const database = new DatabaseSync(join(folder, 'datatorget.sqlite'));
      database.exec(statement);
      database.close();
    },
  };
}

startContract('SQLite', sqliteFile);
if ('missing' in server) {
  test('MariaDB is brought up to date', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  startContract('MariaDB', async () => {
    const url = await server.createDatabase();
    return {
      options: { url },
      async run(statement) {
        const connection = await createConnection(url);
        await connection.query(statement);
        await connection.end();
      },
    };
  });
}

function startContract(name: string, place: () => Promise<Place>): void {
  test(`${name} is brought up to date by many starters at once`, async () => {
    const { options } = await place();

    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(options)));

    assert.deepEqual(
      stores.map(({ schemaVersion }) => schemaVersion),
      Array.from(stores, () => allMigrations.length),
    );
    await Promise.all(stores.map((store) => store.close()));
  });

  test(`${name} keeps what many say at once for the first time`, async () => {
    const { options } = await place();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(options)));

    await Promise.all(
      [...stores, ...stores].map((store) => store.meta.set('base', 'https://data.example.se')),
    );

    assert.equal(await stores[0]?.meta.get('base'), 'https://data.example.se');
    await Promise.all(stores.map((store) => store.close()));
  });

  test(`${name} is closed in time although a snapshot stands open, and opens again`, async () => {
    const { options } = await place();
    const store = await openStore(options);
    const opened = Promise.withResolvers<void>();
    const letGo = Promise.withResolvers<void>();
    const snapshot = store.catalog.snapshot(async (reader) => {
      await reader.revision();
      opened.resolve();
      await letGo.promise;
      return await reader.revision();
    });
    await opened.promise;
    const begun = performance.now();
    await store.close();
    assert.ok(performance.now() - begun < 8_000, `${performance.now() - begun} ms`);
    letGo.resolve();
    await assert.rejects(snapshot);
    const again = await openStore(options);
    await putOrganization(again.catalog, 'umea');
    await again.close();
  });

  test(`${name} keeps everything when it is opened again`, async () => {
    const { options } = await place();
    const first = await openStore(options);
    const saved = await putOrganization(first.catalog, 'umea');
    await first.meta.set('base', 'https://data.example.se/');
    await first.meta.set('base', 'https://öppna.example.se/');
    await first.close();

    const again = await openStore(options);

    assert.deepEqual(await again.catalog.findById(saved.id), saved);
    assert.equal(await again.meta.get('base'), 'https://öppna.example.se/');
    assert.equal(await again.meta.get('Base'), undefined);
    await again.close();
  });

  test(`${name} takes up a migration that was cut short`, async () => {
    const { options, run } = await place();
    await (await openStore(options)).close();
    await run('delete from migration');
    await run('drop table idempotency');
    await run('drop table token');

    const store = await openStore(options);

    assert.equal((await putOrganization(store.catalog, 'umea')).revision, 1);
    assert.deepEqual(await store.tokens.list(), []);
    await store.close();
  });

  test(`${name} refuses a schema newer than the program, saying what to do`, async () => {
    const { options, run } = await place();
    await (await openStore(options)).close();
    await run("insert into migration values (999, 'future', '2030-01-01T00:00:00Z')");

    await assert.rejects(openStore(options), /schema version 999.*newer version of Datatorget/);
  });

  test(`${name} takes writers from two processes, one after the other`, async () => {
    const { options } = await place();
    const [left, right] = await Promise.all([openStore(options), openStore(options)]);
    const { id } = await putOrganization(left.catalog, 'umea');

    await Promise.all(
      [left, right].map(async ({ catalog }, side) => {
        for (let i = 0; i < 20; i += 1) await put(catalog, newRecord(id, `d${side}-${i}`));
      }),
    );

    assert.equal(await left.catalog.revision(), 41);
    assert.equal((await right.catalog.changesAfter(0, 100)).length, 41);
    await Promise.all([left.close(), right.close()]);
  });

  test(`${name} refuses work after it was closed, and closes after what is under way`, async () => {
    const { options } = await place();
    const store = await openStore(options);
    const working = putOrganization(store.catalog, 'umea');

    await store.close();

    assert.equal((await working).revision, 1);
    await assert.rejects(store.catalog.ping(), /closed/);
  });
}

test('a backup taken while others write is whole, and opens as a store', async () => {
  const { options } = await sqliteFile();
  const store = await openStore(options);
  const { id } = await putOrganization(store.catalog, 'umea');
  let writing = true;
  const writer = (async () => {
    for (let i = 0; writing; i += 1) await put(store.catalog, newRecord(id, `d${i}`));
  })();
  const folder = join(root, 'backup');

  while ((await store.catalog.revision()) < 50) await new Promise(setImmediate);
  await store.backup(folder);
  writing = false;
  await writer;
  await store.close();

  const copy = await openStore({ folder });
  const revision = await copy.catalog.revision();
  assert(revision >= 50);
  assert.equal((await copy.catalog.changesAfter(0, 1_000_000)).length, revision);
  assert.equal(
    await copy.catalog.count({ kinds: ['dataset'], states: ['published'] }),
    revision - 1,
  );
  await copy.close();
});

test('a backup never writes over another, and memory has none', async () => {
  const { options } = await sqliteFile();
  const store = await openStore(options);
  const folder = await mkdtemp(join(root, 'backup-'));
  await writeFile(join(folder, 'datatorget.sqlite'), 'precious');

  await assert.rejects(store.backup(folder), /there already/);
  await store.close();
  const memory = await openStore({ memory: true });
  await assert.rejects(memory.backup(join(root, 'none')), /memory/);
  await memory.close();
});

test('a writer that queues behind too many others is told so instead of waiting', async () => {
  const store = await openStore({ memory: true });
  const { id } = await putOrganization(store.catalog, 'umea');

  const outcomes = await Promise.allSettled(
    Array.from({ length: 1100 }, (_, i) => put(store.catalog, newRecord(id, `d${i}`))),
  );

  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  assert.equal(refused.length, 99);
  assert(refused.every(({ reason }) => reason.code === 'busy'));
  assert.equal(await store.catalog.revision(), 1002);
  await store.close();
});

test('a database address is refused when it is not one, without showing its password', async () => {
  const wrong = [
    'secret',
    'postgres://u:secret@localhost/x',
    'mysql://u:secret@localhost',
    'mysql://u:secret@localhost/a/b',
    'mysql://u:secret@localhost/x?multipleStatements=true',
  ];
  for (const url of wrong) {
    await assert.rejects(openStore({ url }), (error) => {
      assert(error instanceof Error);
      assert.match(error.message, /database address/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  }
});
