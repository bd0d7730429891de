import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderBlobs } from './blobs/folder-blobs.ts';
import type { Config } from './config.ts';
import type { BlobStore } from './files/blob-store.ts';

/** Where files are kept, by the settings. */
export interface ConfiguredBlobs {
  readonly blobs: BlobStore;
  close(): Promise<void>;
}

/**
 * `files` in the data folder; where nothing is kept, a folder that goes when it is closed.
 * @throws Error when the folder cannot be made or written to.
 */
export async function openConfiguredBlobs(
  config: Config,
  { memory = false }: { readonly memory?: boolean } = {},
): Promise<ConfiguredBlobs> {
  const folder = memory
    ? join(tmpdir(), `datatorget-files-${randomUUID()}`)
    : join(config.data, 'files');
  return {
    blobs: await openFolderBlobs(folder),
    close: async () => {
      if (memory) await rm(folder, { recursive: true, force: true });
    },
  };
}
