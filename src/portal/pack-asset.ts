import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file as the browser gets it, with its compressed forms. */
export interface PackedAsset {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** Compresses a file as well as can be, once and for all who ask for it. */
export async function packAsset(
  name: string,
  mediaType: string,
  bytes: Buffer,
): Promise<PackedAsset> {
  const [br, zipped] = await Promise.all([packed(bytes), promisify(gzip)(bytes, { level: 9 })]);
  return { name, mediaType: `${mediaType}; charset=utf-8`, bytes, br, gzip: zipped };
}

/** Brotli's best is worth its time for small files only: a megabyte would take two seconds. */
function packed(bytes: Buffer): Promise<Buffer> {
  const quality = bytes.length < 400_000 ? 11 : 9;
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
