import { constants, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileName } from './open-store.ts';

/**
 * Puts a backup into a folder that has no database. It is checked before it gets its name, so that what is there is whole.
 *
 * @returns the path of the database
 * @throws Error when a database (or the log of one) is there already, or the backup is missing or damaged; nothing is changed then.
 */
export async function restoreSqlite(backup: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, fileName);
  for (const suffix of ['', '-wal', '-shm']) await demandAbsent(target + suffix);
  const partial = `${target}.restoring`;
  await rm(partial, { force: true });
  try {
    await copyFile(join(backup, fileName), partial, constants.COPYFILE_EXCL);
    demandWhole(partial);
    await flush(partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await flush(dirname(target));
  return target;
}

async function demandAbsent(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return;
  await handle.close();
  throw new Error(`${path} is there already. Move it away first; nothing was changed.`);
}

/** SQLite's own check of every page and index. */
function demandWhole(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const [result] = database.prepare('pragma integrity_check').all();
    if (result?.integrity_check !== 'ok')
      throw new Error(`The backup is damaged: ${String(result?.integrity_check)}`);
  } finally {
    database.close();
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
