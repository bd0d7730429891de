import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { newRecord, nextVersion } from '../contract/catalog-records.ts';

/**
 * A process to be killed: writes for ever, several writers at once, and says on standard output what was acknowledged,
 * one name a line. Each transaction saves a pair of records, the first of them twice.
 */
const [folder = '', organization = '', round = ''] = process.argv.slice(2);
const { catalog } = await openStore({ folder });

async function write(writer: number): Promise<void> {
  for (let i = 0; ; i += 1) {
    const name = `r${round}-w${writer}-${i}`;
    await catalog.transact(async (tx) => {
      const left = await tx.save(newRecord(organization, `${name}-left`));
      await tx.save(newRecord(organization, `${name}-right`));
      await tx.save(nextVersion(left));
    });
    writeSync(1, `${name}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(write));
