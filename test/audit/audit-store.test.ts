import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { auditStoreContract } from '../contract/audit-store.ts';
import { mariadb } from '../services/mariadb.ts';

const server = await mariadb();

auditStoreContract('SQLite', () => openStore({ memory: true }));

if ('missing' in server) {
  test('MariaDB keeps the contract', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  auditStoreContract('MariaDB', async () => openStore({ url: await server.createDatabase() }));
}
