import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createHealth } from '../../src/http/health.ts';
import { sendJson } from '../../src/http/reply.ts';
import { serve, testRoute } from './serve.ts';

const hello = testRoute({
  path: '/hello',
  handler: async (ctx) => {
    await delay(2);
    sendJson(ctx, '{"hello":true}');
  },
});

/** Sends the bytes on a socket of its own and collects the answer until the server closes. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
    socket.write(text);
  });
}

test('TRACE, unknown methods, two hosts and what is not HTTP are refused as what they are', async (t) => {
  const { port } = await serve(t, [hello]);
  const ask = (line: string, headers = 'Host: x\r\n'): Promise<string> =>
    raw(port, `${line} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);
  const trace = await ask('TRACE /hello');
  assert.match(trace, /^HTTP\/1\.1 405 /);
  assert.match(trace, /Allow: GET, HEAD/);
  assert.match(await ask('PROPFIND /hello'), /^HTTP\/1\.1 405 /);
  assert.match(await ask('FROBNICATE /hello'), /^HTTP\/1\.1 400 [\s\S]*problem\+json/);
  assert.match(await ask('GET /hello', 'Host: a\r\nHost: b\r\n'), /^HTTP\/1\.1 400 /);
  assert.match(
    await ask('GET /hello', `Host: x\r\nX: ${'y'.repeat(20_000)}\r\n`),
    /^HTTP\/1\.1 431 /,
  );
  assert.match(await ask(`GET /hello?${'y'.repeat(9000)}`), /^HTTP\/1\.1 414 /);
  assert.match(await ask('GET http://evil.example/hello?'), /^HTTP\/1\.1 200 /);
  assert.match(await ask('OPTIONS *'), /^HTTP\/1\.1 204 [\s\S]*Allow: /);
});

test('a rolling restart under load fails no request', { timeout: 30_000 }, async (t) => {
  const served = await serve(t, [hello]);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  t.after(() => agent.destroy());
  let done = 0;
  let refused = 0;
  const failures: unknown[] = [];
  let draining = false;
  const ask = (): Promise<number> =>
    new Promise((resolve, reject) => {
      request(`${served.url}/hello`, { agent }, (reply) => {
        reply.resume();
        reply.once('end', () => resolve(reply.statusCode ?? 0));
        reply.once('error', reject);
      })
        .once('error', reject)
        .end();
    });
  const client = async (): Promise<void> => {
    for (;;) {
      try {
        assert.equal(await ask(), 200);
        done += 1;
      } catch (error) {
        // Once nothing listens, a new connection is refused: that is the balancer's to see, no request was lost.
        if (
          draining &&
          error instanceof Error &&
          'code' in error &&
          error.code === 'ECONNREFUSED'
        ) {
          refused += 1;
          return;
        }
        failures.push(error);
        return;
      }
    }
  };
  const clients = Array.from({ length: 8 }, client);
  // On a busy machine it takes a while until all have their connection: one that nobody has taken yet is the balancer's.
  while (done <= 50) await delay(5);
  draining = true;
  // Connections in use close with their next reply, long before idle ones would be cut off.
  await served.drain({ linger: 60_000, within: 60_000 });
  await Promise.all(clients);
  assert.deepEqual(failures, []);
  assert.equal(refused, 8);
});

test('a stop waits for the request that is being answered, and for no idle connection beyond its time', async (t) => {
  const health = createHealth([]);
  let release = (): void => undefined;
  const slow = testRoute({
    path: '/slow',
    handler: async (ctx) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      sendJson(ctx, '{"done":true}');
    },
  });
  const served = await serve(t, [slow, hello], { health });
  const idle = connect(served.port, '127.0.0.1');
  const idleClosed = new Promise((resolve) => idle.once('close', resolve));
  const answer = fetch(`${served.url}/slow`);
  await delay(50);
  const stopped = served.drain({ linger: 100, within: 5000 });
  assert.equal(health.draining, true);
  await idleClosed;
  const begun = performance.now();
  release();
  assert.deepEqual(await (await answer).json(), { done: true });
  await stopped;
  assert.ok(performance.now() - begun < 1000, 'its connection closes with it');
});

test('a stop ends in time even when a request does not', async (t) => {
  const hang = testRoute({ path: '/hang', handler: () => new Promise<void>(() => undefined) });
  const served = await serve(t, [hang]);
  const answer = fetch(`${served.url}/hang`);
  const refusal = assert.rejects(answer);
  await delay(50);
  const begun = performance.now();
  await served.drain({ linger: 50, within: 200 });
  assert.ok(performance.now() - begun < 2000);
  await refusal;
});

test('ready follows its checks, is asked at most once a second, and says no while draining', async (t) => {
  let pings = 0;
  let broken = false;
  const ping = (): Promise<void> => {
    pings += 1;
    return broken ? Promise.reject(new Error('secret host name')) : Promise.resolve();
  };
  const health = createHealth([{ name: 'store', ping }]);
  const { get } = await serve(t, [], { health });
  for (let index = 0; index < 5; index += 1) assert.equal((await get('/ready')).status, 200);
  assert.equal(pings, 1);
  broken = true;
  await delay(1100);
  const reply = await get('/ready');
  assert.equal(reply.status, 503);
  const body = await reply.text();
  assert.match(body, /"missing":\["store"\]/);
  assert.doesNotMatch(body, /secret/);
  health.drain();
  assert.match(await (await get('/ready')).text(), /draining/);
  assert.equal((await get('/health')).status, 200);
});
