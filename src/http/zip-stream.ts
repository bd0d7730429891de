import { crc32, createDeflateRaw } from 'node:zlib';

/** A file to be packed: its name in the archive, and its bytes piece by piece. */
export interface ZipFile {
  readonly name: string;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Bit 3: sizes follow the data; bit 11: names are UTF-8. APPNOTE.TXT 6.3.10 §4.4.4. */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980, the oldest day that the format knows: no time of ours is told. */
const day = 0x0021;

/**
 * Files as a ZIP archive, made while it is sent, so that nothing of it has to fit in memory. APPNOTE.TXT 6.3.10, without ZIP64.
 * @throws RangeError when a file or the whole passes 4 GiB.
 */
export async function* zipStream(files: Iterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name, 'utf8');
    const begin = offset;
    const head = localHeader(name);
    yield head;
    offset += head.length;
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const piece of deflate(file.pieces, sums)) {
      sums.packed += piece.length;
      yield piece;
    }
    if (Math.max(sums.size, offset + sums.packed) > 0xffff_ffff)
      throw new RangeError('The archive passes 4 GiB.');
    const tail = descriptor(sums);
    yield tail;
    offset += sums.packed + tail.length;
    written.push({ name, offset: begin, ...sums });
  }
  let length = 0;
  for (const one of written) {
    const entry = centralEntry(one);
    length += entry.length;
    yield entry;
  }
  yield endRecord(written.length, length, offset);
}

async function* deflate(
  pieces: ZipFile['pieces'],
  sums: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw();
  const feeding = (async () => {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece, 'utf8');
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      if (!packer.write(bytes)) await drained(packer);
      if (packer.destroyed) return;
    }
    packer.end();
  })().catch((error: unknown) => {
    packer.destroy(
      error instanceof Error ? error : new Error('The source failed.', { cause: error }),
    );
  });
  yield* packer;
  await feeding;
}

function drained(packer: ReturnType<typeof createDeflateRaw>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      packer.off('drain', done).off('close', done);
      resolve();
    };
    packer.on('drain', done).on('close', done);
  });
}

/** §4.3.7. */
function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(day, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

/** §4.3.9. */
function descriptor({ crc, packed, size }: Pick<Written, 'crc' | 'packed' | 'size'>): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x0807_4b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

/** §4.3.12. */
function centralEntry({ name, crc, packed, size, offset }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(deflated, 10);
  entry.writeUInt16LE(day, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

/** §4.3.16. */
function endRecord(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
