import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { catalogStoreContract } from '../contract/catalog-store.ts';
import { tokenStoreContract } from '../contract/token-store.ts';
import { mariadb } from '../services/mariadb.ts';

const server = await mariadb();

if ('missing' in server) {
  test('MariaDB keeps the contracts', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  const open = async () => openStore({ url: await server.createDatabase() });
  catalogStoreContract('MariaDB', async () => (await open()).catalog);
  tokenStoreContract('MariaDB', open);
}
