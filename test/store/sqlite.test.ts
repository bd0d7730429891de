import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { catalogStoreContract } from '../contract/catalog-store.ts';
import { tokenStoreContract } from '../contract/token-store.ts';

const root = await mkdtemp(join(tmpdir(), 'datatorget-store-'));
after(() => rm(root, { recursive: true }));

const inFile = async () => openStore({ folder: await mkdtemp(join(root, 'file-')) });
const inMemory = () => openStore({ memory: true });

catalogStoreContract('SQLite in a file', async () => (await inFile()).catalog);
catalogStoreContract('SQLite in memory', async () => (await inMemory()).catalog);
tokenStoreContract('SQLite in a file', inFile);
tokenStoreContract('SQLite in memory', inMemory);
