import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { IndexPosition } from '../search-index.ts';

/**
 * Where the index in the folder stands, read beside the process that owns it and without touching anything.
 * @throws Error when the index is damaged or of an older program.
 */
export function readEmbeddedPosition(folder: string): IndexPosition | undefined {
  const pointer = join(folder, 'current');
  const file = existsSync(pointer) ? join(folder, readFileSync(pointer, 'utf8')) : undefined;
  if (file === undefined || !existsSync(file)) return undefined;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const row = database.prepare('select store, revision, shape from position').get();
    if (row === undefined) return undefined;
    const { store, revision, shape } = row;
    return { store: String(store), revision: Number(revision), shape: String(shape) };
  } finally {
    database.close();
  }
}
