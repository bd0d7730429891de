import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { publishingStoreContract } from '../contract/publishing-store.ts';
import { mariadb } from '../services/mariadb.ts';

publishingStoreContract('SQLite', () => openStore({ memory: true }));

const server = await mariadb();

if ('missing' in server) {
  test('MariaDB keeps publications', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  publishingStoreContract('MariaDB', async () => openStore({ url: await server.createDatabase() }));
}
