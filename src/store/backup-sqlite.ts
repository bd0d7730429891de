import { access, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

/**
 * Copies a live SQLite file whole, as it is at this moment: SQLite's online backup over a view that does not move, so that
 * writers neither wait nor make it begin anew. The copy is on disk under its name only when it is complete.
 *
 * @throws Error when the copy is there already.
 */
export async function backupSqlite(file: string, copy: string): Promise<void> {
  if (await exists(copy)) throw new Error(`${copy} is there already; choose another folder.`);
  const partial = `${copy}.partial`;
  const source = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
  try {
    source.exec('begin; select 1 from sqlite_schema limit 1');
    await backup(source, partial, { rate: 1000 });
  } finally {
    source.close();
  }
  await flush(partial);
  await rename(partial, copy);
  await flush(dirname(copy));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
