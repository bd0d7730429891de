import assert from 'node:assert/strict';
import { type IncomingMessage, get as request } from 'node:http';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { preferredCoding } from '../../src/http/compress.ts';
import { entityTag, isFresh } from '../../src/http/conditional.ts';
import { createDumpGate } from '../../src/http/dump-gate.ts';
import { streamBody } from '../../src/http/stream-body.ts';
import { serve, testRoute } from './serve.ts';

const text = 'grön väg '.repeat(1000);

const long = testRoute({
  path: '/long',
  handler: (ctx) => {
    if (isFresh(ctx, { etag: entityTag(3, 'ttl') })) return;
    ctx.res.setHeader('Content-Type', 'text/turtle; charset=utf-8');
    ctx.body = text;
  },
});

/** The reply as it is on the wire; fetch would undo the coding. */
function fetchRaw(
  url: string,
  coding: string,
): Promise<{ readonly reply: IncomingMessage; readonly bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': coding } }, async (reply) => {
      const chunks: Buffer[] = [];
      for await (const chunk of reply) chunks.push(chunk as Buffer);
      resolve({ reply, bytes: Buffer.concat(chunks) });
    }).once('error', reject);
  });
}

const undo = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync } as const;

test('the coding is the one that the client likes best, and ours among equals', () => {
  const cases: readonly [header: string | undefined, coding: string | undefined][] = [
    [undefined, undefined],
    ['', undefined],
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['*', 'zstd'],
    ['zstd;q=0, *', 'br'],
    ['identity', undefined],
    ['deflate', undefined],
    ['gzip;q=0', undefined],
  ];
  for (const [header, coding] of cases)
    assert.equal(preferredCoding(header), coding, String(header));
});

test('each coding gives the same text, a tag of its own, and varies', async (t) => {
  const { url } = await serve(t, [long]);
  for (const coding of ['br', 'gzip', 'zstd'] as const) {
    const { reply, bytes } = await fetchRaw(`${url}/long`, coding);
    assert.equal(reply.headers['content-encoding'], coding);
    assert.equal(reply.headers.etag, `"3-ttl-${coding}"`);
    assert.match(String(reply.headers.vary), /Accept-Encoding/);
    assert.equal(undo[coding](bytes).toString(), text);
    assert.ok(bytes.length < 1000);
  }
  const plain = await fetchRaw(`${url}/long`, 'identity');
  assert.equal(plain.reply.headers.etag, '"3-ttl"');
  assert.match(String(plain.reply.headers.vary), /Accept-Encoding/);
});

test('what is short, or packed already, is left alone', async (t) => {
  const short = testRoute({
    path: '/short',
    handler: (ctx) => {
      ctx.body = { a: 1 };
    },
  });
  const packed = testRoute({
    path: '/packed',
    handler: (ctx) => {
      ctx.res.setHeader('Content-Type', 'application/vnd.apache.parquet');
      ctx.body = Buffer.alloc(5000);
    },
  });
  const { url } = await serve(t, [short, packed]);
  for (const path of ['/short', '/packed']) {
    const { reply } = await fetchRaw(url + path, 'br');
    assert.equal(reply.headers['content-encoding'], undefined);
  }
});

/** Pieces made on demand; `made` says how many were. */
async function* pieces(
  count: number,
  size: number,
  made: { count: number; ended: boolean },
  pause = 0,
): AsyncGenerator<string> {
  try {
    for (; made.count < count; made.count += 1) {
      if (pause > 0) await delay(pause);
      yield `${made.count}${'y'.repeat(size)}\n`;
    }
  } finally {
    made.ended = true;
  }
}

test('a stream is compressed whole, and what is not taken is not made', async (t) => {
  const made = { count: 0, ended: false };
  const big = testRoute({
    path: '/big',
    handler: (ctx) => {
      ctx.res.setHeader('Content-Type', 'application/n-triples');
      return streamBody(ctx, pieces(100_000, 10_000, made));
    },
  });
  const few = { count: 0, ended: false };
  const small = testRoute({
    path: '/few',
    handler: (ctx) => {
      ctx.res.setHeader('Content-Type', 'application/n-triples');
      return streamBody(ctx, pieces(50, 10_000, few));
    },
  });
  const { url } = await serve(t, [big, small]);
  for (const coding of ['br', 'gzip', 'zstd'] as const) {
    few.count = 0;
    const { bytes } = await fetchRaw(`${url}/few`, coding);
    assert.equal(undo[coding](bytes).toString().split('\n').length, 51);
  }
  await new Promise<void>((resolve) => {
    const call = request(`${url}/big`, { headers: { 'accept-encoding': 'identity' } }, (reply) => {
      reply.once('data', () => {
        reply.pause();
        setTimeout(() => {
          call.destroy();
          resolve();
        }, 200);
      });
    });
  });
  while (!made.ended) await delay(5);
  assert.ok(made.count < 2000, `${made.count} pieces for a reader that stopped`);
});

test('a slow stream is seen while it is made', async (t) => {
  const made = { count: 0, ended: false };
  const slow = testRoute({
    path: '/slow',
    handler: (ctx) => {
      ctx.res.setHeader('Content-Type', 'text/turtle');
      return streamBody(ctx, pieces(6, 10, made, 200));
    },
  });
  const { url } = await serve(t, [slow]);
  const seen = await new Promise<number>((resolve) => {
    request(`${url}/slow`, { headers: { 'accept-encoding': 'br' } }, (reply) => {
      reply.once('data', () => resolve(made.count));
      reply.resume();
    });
  });
  assert.ok(seen < 6, `first data after ${seen} pieces`);
});

async function* failing(after: number): AsyncGenerator<string> {
  for (let index = 0; index < after; index += 1) yield 'z'.repeat(100_000);
  await delay(1);
  throw new Error('lost the database');
}

test('a fault before the first piece is a problem, after it the connection breaks, and the place is given back', async (t) => {
  const gate = createDumpGate(1);
  const dump = (after: number) =>
    testRoute({
      path: `/dump/${after}`,
      handler: (ctx) => {
        ctx.res.setHeader('Content-Type', 'text/turtle');
        return streamBody(ctx, failing(after), gate.enter('a'));
      },
    });
  const { get, lines } = await serve(t, [dump(0), dump(20)]);
  const early = await get('/dump/0');
  assert.equal(early.status, 500);
  assert.equal(early.headers.get('content-type'), 'application/problem+json');
  await early.text();
  const late = await get('/dump/20');
  assert.equal(late.status, 200);
  await assert.rejects(late.text());
  await delay(20);
  assert.match(lines.join(''), /reply-broken-off.*lost the database/);
  gate.enter('a')();
});

test('the streams that there is no room for are asked to come back', async (t) => {
  const gate = createDumpGate(1, 7);
  const open = gate.enter('a');
  const dump = testRoute({
    path: '/dump',
    handler: (ctx) => streamBody(ctx, failing(1), gate.enter('a')),
  });
  const { get } = await serve(t, [dump]);
  const reply = await get('/dump');
  assert.equal(reply.status, 503);
  assert.equal(reply.headers.get('retry-after'), '7');
  open();
  open();
  gate.enter('a');
  assert.throws(() => gate.enter('a'));
});
