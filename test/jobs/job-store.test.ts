import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { jobStoreContract } from '../contract/job-store.ts';
import { mariadb } from '../services/mariadb.ts';

const server = await mariadb();

jobStoreContract('SQLite', () => openStore({ memory: true }));

if ('missing' in server) {
  test('MariaDB keeps the contract', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  jobStoreContract('MariaDB', async () => openStore({ url: await server.createDatabase() }));
}
