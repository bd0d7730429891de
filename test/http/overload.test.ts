import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { readText } from '../../src/http/body.ts';
import { sendJson } from '../../src/http/reply.ts';
import { startServer } from '../../src/http/server.ts';
import { streamBody } from '../../src/http/stream-body.ts';
import { serve, testRoute } from './serve.ts';

const hello = testRoute({ path: '/hello', handler: (ctx) => sendJson(ctx, '{}') });

const slow = testRoute({
  method: 'POST',
  path: '/texts',
  handler: async (ctx) => {
    await readText(ctx, 1000);
    sendJson(ctx, '{}');
  },
});

/** Begins requests whose content never comes to an end. */
async function begin(t: TestContext, port: number, count: number): Promise<readonly Socket[]> {
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(port, '127.0.0.1');
    t.after(() => socket.destroy());
    socket.on('error', () => undefined);
    socket.write('POST /texts HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
    return socket;
  });
  await delay(200);
  return sockets;
}

test('who keeps many requests open is told to wait, and others are answered as before', async (t) => {
  const { port, get } = await serve(t, [hello, slow], { mostInFlight: 80, proxies: 1 });
  const sockets = await begin(t, port, 12);
  const refused = await get('/hello');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('Retry-After'), '1');
  assert.equal((await get('/hello', { 'X-Forwarded-For': '203.0.113.7' })).status, 200);
  for (const socket of sockets) socket.destroy();
  await delay(100);
  assert.equal((await get('/hello')).status, 200);
});

test('health and readiness are told however much is under way', async (t) => {
  const { port, get } = await serve(t, [hello, slow], { mostInFlight: 8 });
  await begin(t, port, 10);
  assert.equal((await get('/hello')).status, 429);
  assert.equal((await get('/health')).status, 200);
  assert.equal((await get('/ready')).status, 200);
});

test('work that takes longer than a client may be silent is waited for', async (t) => {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    silence: 100,
    handle: async (_, response) => {
      await delay(500);
      response.end('done');
    },
  });
  t.after(() => server.drain({ linger: 0 }));
  const reply = await fetch(server.address);
  assert.equal(await reply.text(), 'done');
});

test('a client that stops in the middle of a request is let go', async (t) => {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    silence: 100,
    handle: (request) => request.resume(),
  });
  t.after(() => server.drain({ linger: 0 }));
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
  const since = performance.now();
  await new Promise((resolve) => socket.once('close', resolve));
  assert(performance.now() - since < 2000);
});

test('pieces that are never read are let go when the reader has left', async (t) => {
  let ended = 0;
  let released = 0;
  async function* pieces(): AsyncGenerator<string> {
    try {
      yield 'one';
      yield 'two';
    } finally {
      released += 1;
    }
  }
  const left = testRoute({
    path: '/left',
    handler: async (ctx) => {
      await streamBody(ctx, pieces(), () => {
        ended += 1;
      });
      ctx.res.destroy();
    },
  });
  const { get } = await serve(t, [left]);
  await assert.rejects(get('/left'));
  await delay(50);
  assert.deepEqual({ ended, released }, { ended: 1, released: 1 });
});

test('a reader that hangs up in the middle is no fault in the log', async (t) => {
  const endless = testRoute({
    path: '/endless',
    handler: (ctx) =>
      streamBody(
        ctx,
        (async function* () {
          for (;;) {
            await delay(1);
            yield 'x'.repeat(10_000);
          }
        })(),
      ),
  });
  const { port, lines } = await serve(t, [endless]);
  for (let n = 0; n < 20; n += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n');
    await delay(n);
    socket.resetAndDestroy();
  }
  await delay(100);
  assert.deepEqual(
    lines.filter((line) => line.includes('"level":"error"')),
    [],
  );
});
