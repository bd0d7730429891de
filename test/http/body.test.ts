import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readBody, readJson, readText, spoolBody } from '../../src/http/body.ts';
import { sendJson } from '../../src/http/reply.ts';
import type { Route } from '../../src/http/route.ts';
import { serve, testRoute } from './serve.ts';

const limit = 100_000;

const json = testRoute({
  method: 'POST',
  path: '/json',
  handler: async (ctx) => sendJson(ctx, JSON.stringify({ got: await readJson(ctx, limit) })),
});
const text = testRoute({
  method: 'POST',
  path: '/text',
  handler: async (ctx) => sendJson(ctx, JSON.stringify(await readText(ctx, limit))),
});
const bytes = testRoute({
  method: 'POST',
  path: '/bytes',
  handler: async (ctx) => sendJson(ctx, String((await readBody(ctx, limit)).length)),
});

/** A route that spools into the folder and tells what it got; `reached` counts how often the handler got that far. */
function spooling(folder: string, reached: { count: number }): Route {
  return testRoute({
    method: 'POST',
    path: '/spool',
    handler: async (ctx) => {
      await using body = await spoolBody(ctx, limit, folder);
      reached.count += 1;
      const content = await readFile(body.path);
      sendJson(ctx, JSON.stringify({ size: body.size, sha256: body.sha256, same: content.length }));
    },
  });
}

test('JSON is read strictly, and a fault has its place', async (t) => {
  const { url } = await serve(t, [json]);
  const post = (body: string | Uint8Array<ArrayBuffer>): Promise<Response> =>
    fetch(`${url}/json`, { method: 'POST', body });
  assert.deepEqual(await (await post('{"a":["å"]}')).json(), { got: { a: ['å'] } });
  const reply = await post('{"a":1,\n"a":2}');
  assert.equal(reply.status, 400);
  const problem = (await reply.json()) as { line: number; column: number; type: string };
  assert.deepEqual([problem.line, problem.column], [2, 1]);
  assert.match(problem.type, /bad-request$/);
  assert.equal((await post('')).status, 400);
  assert.equal((await post(Buffer.from('{"a":"\xe5"}', 'latin1'))).status, 400);
});

test('text that is not UTF-8 is refused, and a body may come compressed', async (t) => {
  const { url } = await serve(t, [text, bytes]);
  const post = (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Response> => fetch(`${url}/text`, { method: 'POST', body, headers });
  assert.equal((await post(Buffer.from([0xff, 0xfe]))).status, 400);
  assert.equal(await (await post(gzipSync('grön'), { 'content-encoding': 'gzip' })).json(), 'grön');
  assert.equal(
    await (await post(brotliCompressSync('grön'), { 'content-encoding': 'br' })).json(),
    'grön',
  );
  assert.equal((await post('x', { 'content-encoding': 'lzma' })).status, 415);
  assert.equal((await post('not gzip at all', { 'content-encoding': 'gzip' })).status, 400);
  assert.equal(
    (await post(gzipSync('x'.repeat(5000)).subarray(0, 20), { 'content-encoding': 'gzip' })).status,
    400,
  );
});

test('the limit is on what comes out of the compression', async (t) => {
  const { url } = await serve(t, [bytes]);
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  assert.ok(bomb.length < limit);
  const reply = await fetch(`${url}/bytes`, {
    method: 'POST',
    body: bomb,
    headers: { 'content-encoding': 'gzip' },
  });
  assert.equal(reply.status, 413);
  assert.equal(((await reply.json()) as { limit: number }).limit, limit);
});

/** Sends the text, then pieces for as long as the server takes them, and collects what it says. */
async function raw(
  port: number,
  head: string,
  piece: string,
  pieces: number,
): Promise<{ answer: string; sent: number }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  let sent = 0;
  socket.on('data', (data) => {
    answer += data.toString();
  });
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(head);
  for (; sent < pieces && socket.writable && answer === ''; sent += 1) {
    socket.write(piece);
    await delay(1);
  }
  await Promise.race([closed, delay(3000)]);
  socket.destroy();
  return { answer, sent };
}

test('a body that says it is too large is refused before it is sent', async (t) => {
  const { port } = await serve(t, [bytes]);
  const head =
    'POST /bytes HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\nExpect: 100-continue\r\n\r\n';
  const { answer } = await raw(port, head, '', 0);
  assert.match(answer, /^HTTP\/1\.1 413 /);
  assert.match(answer, /Connection: close/i);
  assert.doesNotMatch(answer, /100 Continue/);
});

test('who waits for 100 Continue gets it when the body will be read', async (t) => {
  const { port } = await serve(t, [bytes]);
  const { answer } = await raw(
    port,
    'POST /bytes HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n',
    'hello',
    1,
  );
  assert.match(answer, /^HTTP\/1\.1 100 Continue/);
});

test('a body without end is refused at the limit, not read on', async (t) => {
  const { port } = await serve(t, [bytes]);
  const piece = `2710\r\n${'x'.repeat(10_000)}\r\n`;
  const { answer, sent } = await raw(
    port,
    'POST /bytes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
    piece,
    5000,
  );
  assert.match(answer, /^HTTP\/1\.1 413 /);
  assert.ok(sent < 500, `${sent} pieces`);
});

test('a large body goes to a file that is gone afterwards', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const reached = { count: 0 };
  const { url } = await serve(t, [spooling(folder, reached)]);
  const reply = await fetch(`${url}/spool`, { method: 'POST', body: 'x'.repeat(50_000) });
  const got = (await reply.json()) as { size: number; sha256: string; same: number };
  assert.equal(got.size, 50_000);
  assert.equal(got.same, 50_000);
  assert.match(got.sha256, /^[0-9a-f]{64}$/);
  assert.deepEqual(await readdir(folder), []);
  assert.equal(
    (await fetch(`${url}/spool`, { method: 'POST', body: 'x'.repeat(limit + 1) })).status,
    413,
  );
  assert.deepEqual(await readdir(folder), []);
});

test('a client that hangs up in the middle leaves nothing behind and nothing done', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const reached = { count: 0 };
  const { port, lines } = await serve(t, [spooling(folder, reached)]);
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST /spool HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\n${'x'.repeat(20_000)}`,
  );
  while ((await readdir(folder)).length === 0) await delay(5);
  socket.destroy();
  while ((await readdir(folder)).length > 0) await delay(5);
  await delay(20);
  assert.equal(reached.count, 0);
  assert.equal(lines.filter((line) => line.includes('"level":"error"')).length, 0);
  assert.match(lines.join(''), /"status":499.*"aborted":true/);
});
