import { after, test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { onboardingStoreContract } from '../contract/onboarding-store.ts';
import { supportStoreContract } from '../contract/support-store.ts';
import { mariadb } from '../services/mariadb.ts';

const inMemory = () => openStore({ memory: true });
onboardingStoreContract('SQLite', inMemory);
supportStoreContract('SQLite', inMemory);

const server = await mariadb();

if ('missing' in server) {
  test('MariaDB keeps onboardings and tickets', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  const open = async () => openStore({ url: await server.createDatabase() });
  onboardingStoreContract('MariaDB', open);
  supportStoreContract('MariaDB', open);
}
