import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeLeftovers } from '../../src/http/remove-leftovers.ts';

test('bodies that a killed process left are removed after a day, and nothing else is', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-leftovers-'));
  t.after(() => rm(folder, { recursive: true }));
  const now = new Date();
  const old = new Date(now.getTime() - 25 * 3_600_000);
  for (const name of ['datatorget-body-old', 'datatorget-body-new', 'datatorget-store-old']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'body'), 'x');
  }
  await writeFile(join(folder, 'datatorget-form-old'), 'x');
  await writeFile(join(folder, 'kept'), 'x');
  await symlink(join(folder, 'kept'), join(folder, 'datatorget-form-link'));
  for (const name of await readdir(folder))
    if (name.endsWith('-old')) await utimes(join(folder, name), old, old);

  assert.equal(await removeLeftovers(now, folder), 2);

  assert.deepEqual((await readdir(folder)).toSorted(), [
    'datatorget-body-new',
    'datatorget-form-link',
    'datatorget-store-old',
    'kept',
  ]);
  assert.equal(await removeLeftovers(now, join(folder, 'nothing')), 0);
});
