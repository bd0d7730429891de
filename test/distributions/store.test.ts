import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { fileStoreContract } from '../contract/file-store.ts';
import { mariadb } from '../services/mariadb.ts';

const inMemory = () => openStore({ memory: true });
fileStoreContract('SQLite', inMemory);

const server = await mariadb();

if ('missing' in server) {
  test('MariaDB keeps files', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  const open = async () => openStore({ url: await server.createDatabase() });
  fileStoreContract('MariaDB', open);
}
