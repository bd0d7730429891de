import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { qualityStoreContract } from '../contract/quality-store.ts';
import { mariadb } from '../services/mariadb.ts';

qualityStoreContract('SQLite', () => openStore({ memory: true }));

const server = await mariadb();

if ('missing' in server) {
  test('MariaDB keeps scores and use', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  qualityStoreContract('MariaDB', async () => openStore({ url: await server.createDatabase() }));
}
