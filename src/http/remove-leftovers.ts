import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { day } from '../kernel/day.ts';

/** How `spoolBody` and `readForm` name what they keep in the temporary folder. */
const ours = /^datatorget-(?:body|form)-/;

/**
 * Removes the bodies that a killed process left in the temporary folder. What is younger than a day may belong to a process that
 * runs beside this one. Never throws: a folder that cannot be read is one where we leave nothing.
 * @returns how many were removed
 */
export async function removeLeftovers(now: Date, folder: string = tmpdir()): Promise<number> {
  let removed = 0;
  for (const name of await entries(folder)) {
    if (!ours.test(name)) continue;
    const path = join(folder, name);
    try {
      const { mtimeMs, uid } = await lstat(path);
      if (now.getTime() - mtimeMs < day || uid !== userInfo().uid) continue;
      await rm(path, { recursive: true });
      removed += 1;
    } catch {
      // Another process that starts was first.
    }
  }
  return removed;
}

async function entries(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
