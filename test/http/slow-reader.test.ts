import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createDumpGate } from '../../src/http/dump-gate.ts';
import { streamBody } from '../../src/http/stream-body.ts';
import { serve, testRoute } from './serve.ts';

/** Random, so that compressing it saves little. */
const piece = randomBytes(48 * 1024).toString('base64');

async function* endless(): AsyncGenerator<string> {
  for (;;) {
    await delay(0);
    yield piece;
  }
}

test('a reply that waits behind another on a connection that is cut gives its place back', async (t) => {
  const gate = createDumpGate(2);
  let streams = 0;
  const dump = testRoute({
    path: '/dump',
    handler: (ctx) => {
      const leave = gate.enter(`${streams}`);
      streams += 1;
      return streamBody(ctx, endless(), () => {
        streams -= 1;
        leave();
      });
    },
  });
  const { port } = await serve(t, [dump]);
  const socket = connect(port, '127.0.0.1').pause();
  socket.on('error', () => undefined);
  socket.write('GET /dump HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(2));
  await delay(200);
  assert.equal(streams, 2);
  socket.resetAndDestroy();
  await delay(200);
  assert.equal(streams, 0);
});

/** A stream with limits short enough for a test, and a reader that asks for it and is then paused. */
async function standing(t: TestContext, headers = '') {
  let isEnded = false;
  const dump = testRoute({
    path: '/dump',
    handler: (ctx) => {
      ctx.res.setHeader('Content-Type', 'text/turtle');
      const ended = () => {
        isEnded = true;
      };
      return streamBody(ctx, endless(), ended, { bytesPerSecond: 1e6, over: 900, still: 400 });
    },
  });
  const { port, lines } = await serve(t, [dump]);
  const socket = connect(port, '127.0.0.1').pause();
  t.after(() => socket.destroy());
  socket.on('error', () => undefined);
  socket.write(`GET /dump HTTP/1.1\r\nHost: x\r\n${headers}\r\n`);
  return { socket, lines, isEnded: () => isEnded };
}

for (const [name, headers] of [
  ['as it is', ''],
  ['compressed', 'Accept-Encoding: gzip\r\n'],
] as const) {
  test(`who stands still before a stream, ${name}, is broken off, and the operator is told`, async (t) => {
    const { lines, isEnded } = await standing(t, headers);
    for (let waited = 0; waited < 8_000 && !isEnded(); waited += 50) await delay(50);
    assert.equal(isEnded(), true);
    await delay(50);
    assert.match(lines.join(''), /"level":"warn","event":"reader-too-slow".*"bytesPerSecond":\d/);
    assert.doesNotMatch(lines.join(''), /"level":"error"/);
  });
}

test('who trickles is broken off', async (t) => {
  const { socket, isEnded } = await standing(t);
  // A little now and then: never still, never fast.
  for (let waited = 0; waited < 8_000 && !isEnded(); waited += 50) {
    socket.read(2_000);
    await delay(50);
  }
  assert.equal(isEnded(), true);
});

test('who reads on is left in peace, and so is who waits for us', async (t) => {
  const slow = testRoute({
    path: '/slow',
    handler: (ctx) =>
      streamBody(
        ctx,
        (async function* () {
          for (let n = 0; n < 5; n += 1) {
            await delay(400);
            yield 'x'.repeat(100);
          }
        })(),
        undefined,
        { bytesPerSecond: 1e6, over: 300, still: 100 },
      ),
  });
  const { get } = await serve(t, [slow]);
  assert.equal((await (await get('/slow')).text()).length, 500);
  const reading = await standing(t);
  reading.socket.resume();
  await delay(2_500);
  assert.equal(reading.isEnded(), false);
});

test('one subscriber gets half of the places, and the only one when there is one', () => {
  const gate = createDumpGate(4);
  const leave = gate.enter('a');
  gate.enter('a');
  assert.throws(() => gate.enter('a'), { code: 'too-many-requests' });
  gate.enter('b');
  leave();
  leave();
  gate.enter('a');
  assert.throws(() => gate.enter('a'), { code: 'too-many-requests' });
  gate.enter('c');
  assert.throws(() => gate.enter('d'), { code: 'busy' });
  const narrow = createDumpGate(1);
  narrow.enter('a')();
  narrow.enter('a');
  assert.throws(() => narrow.enter('a'), { code: 'busy' });
});
