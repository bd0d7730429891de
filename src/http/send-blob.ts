import type { BlobStore } from '../files/blob-store.ts';
import { byteRange } from './byte-range.ts';
import { isFresh } from './conditional.ts';
import type { Context } from './context.ts';
import { streamBody } from './stream-body.ts';

/** A content to be sent, and what it is called on the reader's disk. */
export interface SentBlob {
  readonly digest: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** Ours: small letters, digits, points and hyphens. */
  readonly fileName: string;
}

/**
 * Sends a kept content as a file to be saved, whole or the part that is asked for. Its tag is its SHA-256, so a download that was cut
 * off goes on where it was. RFC 9110 §13.1.5, §14; RFC 6266. It is never shown as a page: ASVS 5.0 §5.4.1.
 */
export async function sendBlob(
  ctx: Context,
  blobs: BlobStore,
  { digest, bytes, mediaType, fileName }: SentBlob,
): Promise<void> {
  const etag = `"${digest}"`;
  ctx.res.setHeader('Accept-Ranges', 'bytes');
  ctx.res.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  if (isFresh(ctx, { etag })) return;
  ctx.res.setHeader('Content-Type', typeOf(mediaType));
  const condition = ctx.req.headers['if-range'];
  const isWhole = condition !== undefined && condition !== etag;
  const range = isWhole ? 'whole' : byteRange(ctx.req.headers.range, bytes);
  if (range === 'none') {
    ctx.status = 416;
    ctx.res.setHeader('Content-Range', `bytes */${bytes}`);
    ctx.body = '';
    return;
  }
  if (range !== 'whole') {
    ctx.status = 206;
    ctx.res.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
    ctx.res.setHeader('Content-Length', range.end - range.start + 1);
    return streamBody(ctx, await blobs.open(digest, range));
  }
  if (ctx.method === 'HEAD') {
    ctx.res.setHeader('Content-Length', bytes);
    ctx.status = 200;
    return;
  }
  await streamBody(ctx, await blobs.open(digest));
}

/** Texts of ours are UTF-8; what others wrote says itself what it is. */
function typeOf(mediaType: string): string {
  return mediaType === 'text/csv' ? 'text/csv; charset=utf-8' : mediaType;
}
