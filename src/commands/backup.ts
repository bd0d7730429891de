import { renewIdentity } from '../configured-search.ts';
import { openConfiguredStore, restoreBackup } from '../configured-store.ts';
import type { Command } from './command.ts';
import { attempt, readOptions } from './options.ts';

/** Copies the whole store while work goes on. */
export const backupCommand: Command = {
  async run({ args, config, out }) {
    const { positionals } = readOptions(args, {}, 1);
    const store = await openConfiguredStore(config);
    try {
      out.line(await attempt(store.backup(positionals[0] ?? '')));
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** Puts a backup into an empty data folder. */
export const restoreCommand: Command = {
  async run({ args, config, out }) {
    const { positionals } = readOptions(args, {}, 1);
    const path = await attempt(restoreBackup(config, positionals[0] ?? ''));
    const store = await openConfiguredStore(config);
    try {
      await renewIdentity(store.meta);
      out.line(`${path}, at revision ${await store.catalog.revision()}.`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
