import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { editingStoreContract } from '../contract/editing-store.ts';
import { ownRecordStoreContract } from '../contract/own-record-store.ts';
import { mariadb } from '../services/mariadb.ts';

editingStoreContract('SQLite in memory', () => openStore({ memory: true }));
ownRecordStoreContract('SQLite in memory', () => openStore({ memory: true }));

const server = await mariadb();

if ('missing' in server) {
  test('MariaDB keeps what is being written', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  const open = async () => openStore({ url: await server.createDatabase() });
  editingStoreContract('MariaDB', open);
  ownRecordStoreContract('MariaDB', open);
}
