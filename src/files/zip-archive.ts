import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { CatalogError } from '../kernel/errors.ts';

/**
 * A ZIP file on disk, read where it lies: its directory, and one entry at a time as a stream that ends when it unfolds to more than the
 * caller takes, whatever the directory says. Nothing is ever written, so names of entries are no paths. APPNOTE.TXT 6.3.10 §4.3.
 */
export interface ZipArchive extends AsyncDisposable {
  readonly entries: readonly ZipEntry[];
  /**
   * The bytes of an entry, unpacked, at most `limit` of them.
   * @throws CatalogError `invalid-document` when they are cut off, altered or encrypted; `document-too-large`.
   */
  read(entry: ZipEntry, limit: number): AsyncIterable<Buffer>;
}

export interface ZipEntry {
  /** With `/` between its folders. */
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  /** What the directory says that it is unpacked, and the sum that it must have. */
  readonly unpacked: number;
  readonly sum: number;
  readonly at: number;
}

const mostEntries = 20_000;
const mostDirectory = 16 * 1024 * 1024;
const whole32 = 0xffffffff;

/** Opens a ZIP file. @throws CatalogError `invalid-document`, `document-too-large`. */
export async function openZip(path: string): Promise<ZipArchive> {
  const file = await open(path);
  try {
    const entries = entriesIn(await readDirectory(file));
    return {
      entries,
      read: (entry, limit) => unpack(file, entry, limit),
      [Symbol.asyncDispose]: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error instanceof RangeError ? brokenZip(error) : error;
  }
}

/** All of an entry. @throws CatalogError as `ZipArchive.read`. */
export async function readEntry(
  zip: ZipArchive,
  entry: ZipEntry,
  limit: number,
): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of zip.read(entry, limit)) parts.push(part);
  return Buffer.concat(parts);
}

interface Directory {
  readonly bytes: Buffer;
  readonly count: number;
}

async function readDirectory(file: FileHandle): Promise<Directory> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 65_557 - 20), Math.min(size, 65_577));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw brokenZip();
  let count = tail.readUInt16LE(end + 10);
  let bytes = tail.readUInt32LE(end + 12);
  let at = tail.readUInt32LE(end + 16);
  if (count === 0xffff || bytes === whole32 || at === whole32) {
    // ZIP64: the true numbers stand elsewhere, and where that is stands before the end.
    if (end < 20 || tail.readUInt32LE(end - 20) !== 0x07064b50) throw brokenZip();
    const wide = await readAt(file, Number(tail.readBigUInt64LE(end - 12)), 56);
    if (wide.readUInt32LE(0) !== 0x06064b50) throw brokenZip();
    count = Number(wide.readBigUInt64LE(32));
    bytes = Number(wide.readBigUInt64LE(40));
    at = Number(wide.readBigUInt64LE(48));
  }
  if (count > mostEntries || bytes > mostDirectory) throw zipTooLarge();
  return { bytes: await readAt(file, at, bytes), count };
}

function entriesIn({ bytes, count }: Directory): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw brokenZip();
    const flags = bytes.readUInt16LE(at + 8);
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const title = bytes.subarray(at + 46, at + 46 + name);
    const wide = wideNumbers(bytes.subarray(at + 46 + name, at + 46 + name + extra));
    const number = (field: number): number => {
      const narrow = bytes.readUInt32LE(at + field);
      return narrow === whole32 ? (wide.shift() ?? narrow) : narrow;
    };
    const unpacked = number(24);
    const packed = number(20);
    entries.push({
      name: title.toString((flags & 0x800) === 0 ? 'latin1' : 'utf8').replaceAll('\\', '/'),
      encrypted: (flags & 1) !== 0,
      method: bytes.readUInt16LE(at + 10),
      sum: bytes.readUInt32LE(at + 16),
      unpacked,
      packed,
      at: number(42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The numbers of the ZIP64 field, in its order: unpacked, packed, where; those alone that did not fit. */
function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, at + 4 + length);
      return Array.from({ length: Math.floor(field.length / 8) }, (_, index) =>
        Number(field.readBigUInt64LE(index * 8)),
      );
    }
    at += 4 + length;
  }
  return [];
}

async function* unpack(
  file: FileHandle,
  entry: ZipEntry,
  limit: number,
): AsyncGenerator<Buffer, void, undefined> {
  if (entry.encrypted) throw encryptedZip();
  if (entry.method !== 0 && entry.method !== 8) throw brokenZip();
  const head = await readAt(file, entry.at, 30);
  if (head.readUInt32LE(0) !== 0x04034b50) throw brokenZip();
  const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = piecesOf(file, start, entry.packed);
  let bytes = 0;
  let sum = 0;
  for await (const part of entry.method === 0 ? packed : inflated(packed)) {
    bytes += part.length;
    if (bytes > limit) throw zipTooLarge();
    sum = crc32(part, sum);
    yield part;
  }
  if (sum !== entry.sum) throw brokenZip();
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  // What goes wrong on either side ends the loop below; the promise only keeps it from being unheard.
  const fed = pipeline(packed, inflate).catch((error: unknown) => error);
  try {
    yield* inflate;
  } catch (error) {
    throw error instanceof CatalogError ? error : brokenZip(error);
  } finally {
    inflate.destroy();
    await fed;
  }
}

async function* piecesOf(file: FileHandle, start: number, bytes: number): AsyncGenerator<Buffer> {
  const piece = 256 * 1024;
  for (let at = 0; at < bytes; at += piece) {
    yield await readAt(file, start + at, Math.min(piece, bytes - at));
  }
}

/** Exactly so many bytes. @throws CatalogError `invalid-document` when the file has fewer. */
async function readAt(file: FileHandle, at: number, bytes: number): Promise<Buffer<ArrayBuffer>> {
  if (!Number.isSafeInteger(at) || bytes > mostDirectory) throw brokenZip();
  const buffer = Buffer.alloc(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await file.read(buffer, filled, bytes - filled, at + filled);
    if (bytesRead === 0) throw brokenZip();
    filled += bytesRead;
  }
  return buffer;
}

function brokenZip(cause?: unknown): CatalogError {
  return new CatalogError(
    'invalid-document',
    {
      sv: 'Zip-filen är trasig eller avklippt. Spara den på nytt och ladda upp den igen.',
      en: 'The zip file is broken or cut off. Save it anew and upload it again.',
    },
    cause === undefined ? {} : { cause },
  );
}

function encryptedZip(): CatalogError {
  return new CatalogError('invalid-document', {
    sv: 'Filen är skyddad med lösenord. Ta bort lösenordet och ladda upp den igen.',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  });
}

function zipTooLarge(): CatalogError {
  return new CatalogError('document-too-large', {
    sv: 'Filen packar upp sig till mer än vi tar emot. Dela den i flera filer.',
    en: 'The file unpacks to more than we take. Split it into several files.',
  });
}
