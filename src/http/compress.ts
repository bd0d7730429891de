import { pipeline, Readable, type Transform } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzip,
  gzipSync,
  zstdCompress,
  zstdCompressSync,
} from 'node:zlib';
import type { Context, Middleware } from './context.ts';
import { qualityOf } from './language.ts';
import { vary } from './vary.ts';

/** Below this many bytes the headers outweigh the gain. */
const threshold = 1024;
/** A slow source is handed on at least this often, in milliseconds. */
const flushEvery = 250;

const compressible =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)|application\/(?:n-triples|n-quads|trig|x-ndjson)|image\/svg)/;

type Coding = 'br' | 'zstd' | 'gzip';

// Levels that cost little more than gzip's fastest; measured in bench/http.ts.
const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 19 },
};
/** A window no larger than the text: making room for a larger one costs more than packing a page. */
function brotliFor(bytes: number): { readonly params: Readonly<Record<number, number>> } {
  const window = Math.min(19, Math.max(16, Math.ceil(Math.log2(bytes))));
  return { params: { ...brotli.params, [constants.BROTLI_PARAM_LGWIN]: window } };
}
const zstd = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
const deflate = { level: 5 };

interface Packing {
  readonly now: (text: Buffer) => Buffer;
  readonly aside: (text: Buffer) => Promise<Buffer>;
  /** Bytes up to which the text is packed at once: handing it to another thread and back costs 0.2–0.9 ms of processor time. */
  readonly upTo: number;
}

const whole: Readonly<Record<Coding, Packing>> = {
  br: {
    now: (text) => brotliCompressSync(text, brotliFor(text.length)),
    aside: (text) => promisify(brotliCompress)(text, brotliFor(text.length)),
    upTo: 65_536,
  },
  zstd: {
    now: (text) => zstdCompressSync(text, zstd),
    aside: (text) => promisify(zstdCompress)(text, zstd),
    upTo: 524_288,
  },
  gzip: {
    now: (text) => gzipSync(text, deflate),
    aside: (text) => promisify(gzip)(text, deflate),
    upTo: 65_536,
  },
};

const streaming: Readonly<Record<Coding, () => Transform & { flush(): void }>> = {
  br: () => createBrotliCompress(brotli),
  zstd: () => createZstdCompress(zstd),
  gzip: () => createGzip(deflate),
};

/**
 * Compresses replies as the client likes. Strong tags get the coding at their end, since the bytes differ (RFC 9110 §8.8.3.3).
 * Streams keep their backpressure, and are flushed now and then so that a slow source is seen.
 */
export const compress: Middleware = (ctx, next) => {
  return next().then(() => {
    const { res, body } = ctx;
    if (body === null || body === undefined) return undefined;
    const type = res.getHeader('Content-Type');
    if (typeof type !== 'string' || !compressible.test(type) || res.hasHeader('Content-Encoding'))
      return undefined;
    if (String(res.getHeader('Cache-Control') ?? '').includes('no-transform') || ctx.status === 206)
      return undefined;
    vary(ctx, 'Accept-Encoding');
    const coding = preferredCoding(ctx.req.headers['accept-encoding']);
    if (coding === undefined) return undefined;
    return encode(ctx, coding);
  });
};

function encode(ctx: Context, coding: Coding): Promise<void> | undefined {
  const { body } = ctx;
  if (body instanceof Readable) {
    announce(ctx, coding);
    ctx.remove('Content-Length');
    ctx.body = ctx.method === 'HEAD' ? body : flowing(body, coding);
    return undefined;
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (!Buffer.isBuffer(bytes) || bytes.length < threshold) return undefined;
  announce(ctx, coding);
  const { now, aside, upTo } = whole[coding];
  if (bytes.length <= upTo) {
    ctx.body = now(bytes);
    return undefined;
  }
  return aside(bytes).then((compressed) => {
    ctx.body = compressed;
  });
}

function announce(ctx: Context, coding: Coding): void {
  ctx.set('Content-Encoding', coding);
  const tag = ctx.res.getHeader('ETag');
  if (typeof tag === 'string' && tag.startsWith('"'))
    ctx.set('ETag', `${tag.slice(0, -1)}-${coding}"`);
}

/** A fault in the source reaches the result, and a result that is dropped ends the source. */
function flowing(source: Readable, coding: Coding): Readable {
  const compressor = streaming[coding]();
  const timer = setInterval(() => compressor.flush(), flushEvery);
  return pipeline(source, compressor, () => clearInterval(timer)) as unknown as Readable;
}

// As with Accept: few different headers, sent over and over.
const chosen = new Map<string, Coding | undefined>();
const all: readonly Coding[] = ['zstd', 'br', 'gzip'];

/**
 * The coding with the highest quality; of equals the one that gives most for least: zstd packs a page to a fourteenth more than brotli does,
 * at a fifth of the time. RFC 9110 §12.5.3.
 * @param among those there are, the best first
 */
export function preferredCoding<Among extends Coding = Coding>(
  header: string | undefined,
  among: readonly Among[] = all as readonly Among[],
): Among | undefined {
  if (header === undefined || header === '') return undefined;
  if (among === all && chosen.has(header)) return chosen.get(header) as Among | undefined;
  const qualities = new Map<string, number>();
  for (const item of header.split(',')) {
    const [name = '', ...parameters] = item.split(';');
    qualities.set(name.trim().toLowerCase(), qualityOf(parameters));
  }
  let best: Among | undefined;
  let bestQuality = 0;
  for (const coding of among) {
    const quality = qualities.get(coding) ?? qualities.get('*') ?? 0;
    if (quality > bestQuality) {
      best = coding;
      bestQuality = quality;
    }
  }
  if (among !== all) return best;
  if (chosen.size >= 200) chosen.clear();
  if (header.length <= 200) chosen.set(header, best);
  return best;
}
