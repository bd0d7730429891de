import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openFolderBlobs } from '../../src/blobs/folder-blobs.ts';
import { blobStoreContract } from '../contract/blob-store.ts';

const root = await mkdtemp(join(tmpdir(), 'datatorget-blobs-'));
after(() => rm(root, { recursive: true }));
const emptyFolder = () => mkdtemp(join(root, 'each-'));

blobStoreContract('a folder', async () => openFolderBlobs(await emptyFolder()));

test('what a process that died left behind is thrown away after a day, and nothing younger', async () => {
  const folder = await emptyFolder();
  await openFolderBlobs(folder);
  const incoming = join(folder, 'incoming');
  await writeFile(join(incoming, 'old'), 'half');
  await writeFile(join(incoming, 'young'), 'half');
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  await utimes(join(incoming, 'old'), yesterday, yesterday);
  const blobs = await openFolderBlobs(folder);
  assert.deepEqual(await readdir(incoming), ['young']);
  assert.deepEqual(await Array.fromAsync(blobs.list()), []);
});
