import { access, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../store/open-store.ts';
import { type Command, UsageError } from './command.ts';
import { readOptions } from './options.ts';

const file = 'datatorget.sqlite';

/** Copies the whole store while work goes on. */
export const backupCommand: Command = {
  usage: 'backup DIR',
  summary: 'copy the whole store into a folder, while work goes on (SQLite)',
  async run({ args, config, out }) {
    const { positionals } = readOptions(args, {}, 1);
    const store = await openStore({ url: config.databaseUrl, folder: config.data });
    try {
      out.line(await store.backup(positionals[0] ?? ''));
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** Puts a backup in place of an empty data folder. */
export const restoreCommand: Command = {
  usage: 'restore DIR',
  summary: 'put a backup into an empty data folder (SQLite)',
  async run({ args, config, out }) {
    const { positionals } = readOptions(args, {}, 1);
    if (config.databaseUrl !== undefined)
      throw new UsageError(
        'Restore the database server with its own tool, such as mysql < dump.sql.',
      );
    const target = join(config.data, file);
    if (await exists(target))
      throw new UsageError(`${target} is there already. Move it away first; nothing was changed.`);
    await mkdir(config.data, { recursive: true, mode: 0o700 });
    await copyFile(join(positionals[0] ?? '', file), target);
    const store = await openStore({ folder: config.data });
    const revision = await store.catalog.revision();
    await store.close();
    out.line(`${target}, at revision ${revision}.`);
    return 0;
  },
};

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
