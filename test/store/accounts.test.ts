import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { accountStoreContract } from '../contract/account-store.ts';
import { mariadb } from '../services/mariadb.ts';

const root = await mkdtemp(join(tmpdir(), 'datatorget-accounts-'));
after(() => rm(root, { recursive: true }));
accountStoreContract('SQLite in a file', async () =>
  openStore({ folder: await mkdtemp(join(root, 'file-')) }),
);

const server = await mariadb();
if ('missing' in server) {
  test('MariaDB keeps the contract of accounts', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  accountStoreContract('MariaDB', async () => openStore({ url: await server.createDatabase() }));
}
