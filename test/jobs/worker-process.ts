import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { work } from '../../src/jobs/work.ts';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';

/**
 * A worker to be killed or stopped: each job leaves one job of another kind behind, in the transaction that ends it. It says on
 * standard output what it begins, and what came of it. Its lease is short.
 */
const options = JSON.parse(process.argv[2] ?? '{}') as StoreOptions;
const { jobs } = await openStore(options);

work({
  store: jobs,
  lease: 400,
  poll: 10,
  attempts: 1000,
  random: () => 0,
  handlers: {
    leave: async ({ lease, payload }) => {
      writeSync(1, `begun ${payload.n}\n`);
      await delay(Number(process.argv[3]));
      await jobs.transact(async (tx) => {
        await tx.enqueue({ kind: 'left', payload });
        await tx.finish(lease);
      });
      writeSync(1, `done ${payload.n}\n`);
    },
  },
  report: ({ event }) => writeSync(1, `${event}\n`),
});
setInterval(() => undefined, 60_000);
