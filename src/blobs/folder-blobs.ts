import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  BlobMissing,
  type BlobStore,
  BlobTooLarge,
  type LocalBlob,
  type StoredBlob,
} from '../files/blob-store.ts';

/** What a process that died has left is thrown away after so long: no upload takes a day. */
const leftoverAge = 24 * 3_600_000;

/**
 * Blobs in a folder: `ab/cd/abcd…`, by the first figures of their SHA-256. A content is written aside in `incoming`, synced to the disk,
 * and only then given its name, so that what has a name is whole. When it was kept is the file's own time.
 * @throws Error when the folder cannot be made or written to.
 */
export async function openFolderBlobs(folder: string): Promise<BlobStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  await removeLeftovers(incoming);
  const lent = new Map<string, number>();
  const doomed = new Set<string>();

  return {
    async put(content, limit = Number.POSITIVE_INFINITY) {
      const aside = join(incoming, randomUUID());
      try {
        const { digest, bytes } = await write(aside, content, limit);
        doomed.delete(digest);
        const path = pathOf(folder, digest);
        const known = await find(folder, digest);
        if (known?.bytes === bytes) {
          const kept = new Date();
          await utimes(path, kept, kept);
          return { digest, bytes, kept };
        }
        await makeFolders(folder, dirname(path));
        await rename(aside, path);
        await syncFolder(dirname(path));
        return { digest, bytes, kept: (await stat(path)).mtime };
      } finally {
        await rm(aside, { force: true });
      }
    },

    find: (digest) => find(folder, digest),

    async open(digest, range): Promise<Readable> {
      const handle = await openToRead(folder, digest);
      return createReadStream('', { ...range, fd: handle });
    },

    async local(digest): Promise<LocalBlob> {
      lent.set(digest, (lent.get(digest) ?? 0) + 1);
      const letGo = () => {
        const others = (lent.get(digest) ?? 1) - 1;
        if (others > 0) {
          lent.set(digest, others);
          return;
        }
        lent.delete(digest);
        if (doomed.delete(digest)) void rm(pathOf(folder, digest), { force: true });
      };
      if ((await find(folder, digest)) === undefined) {
        letGo();
        throw new BlobMissing(digest);
      }
      let isLetGo = false;
      return {
        path: pathOf(folder, digest),
        [Symbol.dispose]: () => {
          if (!isLetGo) letGo();
          isLetGo = true;
        },
      };
    },

    async *list() {
      for await (const entry of await opendir(folder, { recursive: true })) {
        if (!entry.isFile() || !isDigest(entry.name)) continue;
        // It may have been deleted since the folder was read.
        const blob = await find(folder, entry.name);
        if (blob !== undefined) yield blob;
      }
    },

    async delete(digest) {
      if (!isDigest(digest)) return;
      if (lent.has(digest)) doomed.add(digest);
      else await rm(pathOf(folder, digest), { force: true });
    },
  };
}

/** Writes the bytes aside, and to the disk. */
async function write(
  path: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ readonly digest: string; readonly bytes: number }> {
  await using file = await open(path, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw new BlobTooLarge(limit);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  await file.sync();
  return { digest: hash.digest('hex'), bytes };
}

async function find(folder: string, digest: string): Promise<StoredBlob | undefined> {
  if (!isDigest(digest)) return undefined;
  try {
    const { size: bytes, mtime: kept } = await stat(pathOf(folder, digest));
    return { digest, bytes, kept };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function openToRead(folder: string, digest: string) {
  if (!isDigest(digest)) throw new BlobMissing(digest);
  try {
    return await open(pathOf(folder, digest), 'r');
  } catch (error) {
    if (isAbsent(error)) throw new BlobMissing(digest);
    throw error;
  }
}

/** The folders on the way, each kept by the one above it. */
async function makeFolders(root: string, path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let at = dirname(path); at.length >= root.length; at = dirname(at)) await syncFolder(at);
}

/** A name survives the death of the machine once its folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  await using handle = await open(path, 'r');
  await handle.sync();
}

async function removeLeftovers(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const left = await stat(path).catch(() => undefined);
    if (left !== undefined && Date.now() - left.mtimeMs > leftoverAge) await rm(path);
  }
}

function pathOf(folder: string, digest: string): string {
  return join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
