import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline, Readable, type Transform } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';
import type { JsonValue } from '../kernel/json.ts';
import type { Context } from './context.ts';
import { ClientGone, HttpProblem } from './http-problem.ts';
import { jsonFault } from './strict-json.ts';

/**
 * Reading what clients send. koa-body knows neither RDF nor strict UTF-8 and reads into memory, so it reads forms only
 * (`form.ts`); records, documents and files are read here. All limits are bytes after Content-Encoding has been undone.
 */

/**
 * The whole content.
 * @throws HttpProblem `payload-too-large` before reading when Content-Length says so, else at the first byte too many;
 * `unsupported-media-type` for an unknown coding; `bad-request` for a broken one. @throws ClientGone.
 */
export async function readBody(ctx: Context, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await receive(ctx, limit, async (source) => {
    for await (const chunk of source) chunks.push(chunk);
  });
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

/** The content as text. @throws as `readBody`, and HttpProblem `bad-request` when it is not UTF-8. */
export async function readText(ctx: Context, limit: number): Promise<string> {
  const bytes = await readBody(ctx, limit);
  if (!isUtf8(bytes)) {
    throw new HttpProblem('bad-request', {
      sv: 'Innehållet är inte UTF-8. Spara om det i UTF-8 och skicka igen.',
      en: 'The content is not UTF-8. Save it as UTF-8 and send it again.',
    });
  }
  return bytes.toString('utf8');
}

/** The content as JSON. @throws as `readText`, and HttpProblem `bad-request` with `position`, `line` and `column` (see `jsonFault`). */
export async function readJson(ctx: Context, limit: number): Promise<JsonValue> {
  const text = await readText(ctx, limit);
  const fault = jsonFault(text);
  if (fault !== undefined) {
    const { detail, position, line, column } = fault;
    throw new HttpProblem(
      'bad-request',
      {
        sv: `Felaktig JSON på rad ${line}, tecken ${column}: ${detail.sv}`,
        en: `Malformed JSON at line ${line}, column ${column}: ${detail.en}`,
      },
      { members: { position, line, column } },
    );
  }
  return JSON.parse(text) as JsonValue;
}

/** Content that was too large for memory: a file of ours until it is removed. */
export interface SpooledBody extends AsyncDisposable {
  readonly path: string;
  readonly size: number;
  /** SHA-256, lower-case hex. */
  readonly sha256: string;
  /** Removes the file; also what `await using` does. */
  remove(): Promise<void>;
}

/**
 * Writes the content to a temporary file, hashing it on the way. Whatever goes wrong, no file is left.
 * @throws as `readBody`.
 */
export async function spoolBody(
  ctx: Context,
  limit: number,
  folder: string = tmpdir(),
): Promise<SpooledBody> {
  const own = await mkdtemp(join(folder, 'datatorget-body-'));
  const remove = (): Promise<void> => rm(own, { recursive: true, force: true });
  const path = join(own, 'content');
  const hash = createHash('sha256');
  let size = 0;
  const measured = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  try {
    await receive(ctx, limit, (source) =>
      finished(measured(source), createWriteStream(path, { flags: 'wx' })),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, size, sha256: hash.digest('hex'), remove, [Symbol.asyncDispose]: remove };
}

const codings: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** Runs the work over the decoded and counted content, and says in our words what went wrong. */
async function receive(
  ctx: Context,
  limit: number,
  work: (source: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const { req, res } = ctx;
  const coding = req.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const decoder = coding === 'identity' ? undefined : codings[coding]?.();
  if (coding !== 'identity' && decoder === undefined) throw unknownCoding();
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(ctx, limit);
  // The client waits for this before it sends anything: RFC 9110 §10.1.1.
  if (req.headers.expect !== undefined) res.writeContinue();
  // Destroying the request would take the connection with it, and with that the reply that says why.
  const sent: AsyncIterable<Buffer> = req.iterator({ destroyOnReturn: false });
  const source = decoder === undefined ? sent : decoded(sent, decoder);
  try {
    await work(counted(source, limit, () => tooLarge(ctx, limit)));
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    if (!req.complete && req.destroyed) throw new ClientGone(error);
    if (decoder !== undefined && decoder.errored !== null) throw brokenCoding(coding, error);
    throw error;
  }
}

async function* decoded(sent: AsyncIterable<Buffer>, decoder: Transform): AsyncGenerator<Buffer> {
  // The failure reaches whoever reads the decoder; there is nobody else to tell.
  pipeline(Readable.from(sent), decoder, () => undefined);
  for await (const chunk of decoder) yield chunk as Buffer;
}

async function* counted(
  source: AsyncIterable<Buffer>,
  limit: number,
  refuse: () => HttpProblem,
): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limit) throw refuse();
    yield chunk;
  }
}

/** 413, after which the connection is closed: the rest of the content is not read. RFC 9110 §15.5.14. */
function tooLarge(ctx: Context, limit: number): HttpProblem {
  ctx.res.shouldKeepAlive = false;
  return new HttpProblem(
    'payload-too-large',
    { sv: `Högst ${limit} byte tas emot här.`, en: `At most ${limit} bytes are taken here.` },
    { members: { limit } },
  );
}

function unknownCoding(): HttpProblem {
  const accepted = ['gzip', 'deflate', 'br', 'zstd'];
  return new HttpProblem(
    'unsupported-media-type',
    {
      sv: `Content-Encoding kan vara ${accepted.join(', ')}.`,
      en: `Content-Encoding can be ${accepted.join(', ')}.`,
    },
    { headers: { 'Accept-Encoding': accepted.join(', ') }, members: { accepted } },
  );
}

function brokenCoding(coding: string, cause: unknown): HttpProblem {
  return new HttpProblem(
    'bad-request',
    { sv: `Innehållet är inte hel ${coding}.`, en: `The content is not whole ${coding}.` },
    { cause },
  );
}
