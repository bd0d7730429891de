import { openApplication, restoreBackup } from '../main.ts';
import type { Command } from './command.ts';
import { attempt, readOptions } from './options.ts';

/** Copies the whole store while work goes on. */
export const backupCommand: Command = {
  usage: 'backup DIR',
  summary: 'copy the whole store into a folder, while work goes on (SQLite)',
  async run({ args, config, out }) {
    const { positionals } = readOptions(args, {}, 1);
    const { store, close } = await openApplication(config);
    try {
      out.line(await attempt(store.backup(positionals[0] ?? '')));
      return 0;
    } finally {
      await close();
    }
  },
};

/** Puts a backup into an empty data folder. */
export const restoreCommand: Command = {
  usage: 'restore DIR',
  summary: 'put a backup into an empty data folder (SQLite)',
  async run({ args, config, out }) {
    const { positionals } = readOptions(args, {}, 1);
    const path = await attempt(restoreBackup(config, positionals[0] ?? ''));
    const { store, close } = await openApplication(config);
    try {
      out.line(`${path}, at revision ${await store.catalog.revision()}.`);
      return 0;
    } finally {
      await close();
    }
  },
};
