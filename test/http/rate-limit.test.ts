import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { clientAddress, subscriber } from '../../src/http/forwarded.ts';
import { sendJson } from '../../src/http/reply.ts';
import { serve, testRoute } from './serve.ts';

const hello = testRoute({ path: '/hello', handler: (ctx) => sendJson(ctx, '{}') });
const limits = { read: { burst: 5, perSecond: 0.5 }, write: { burst: 2, perSecond: 0.1 } };

test('a budget is told in every reply, and when it is spent the reply says how long to wait', async (t) => {
  const { get } = await serve(t, [hello], { limits });
  const first = await get('/hello');
  assert.equal(first.headers.get('ratelimit-policy'), '"read";q=5;w=10');
  assert.match(first.headers.get('ratelimit') ?? '', /^"read";r=4;t=\d+$/);
  for (let index = 0; index < 4; index += 1) assert.equal((await get('/hello')).status, 200);
  const refused = await get('/hello');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('content-type'), 'application/problem+json');
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  assert.equal(refused.headers.get('access-control-allow-origin'), '*');
});

test('no way of writing the path, and no header, buys a new budget', async (t) => {
  const { get } = await serve(t, [hello], { limits });
  const paths = ['/hello', '/hello/', '//hello', '/HELLO', '/hello?x=1'];
  for (const path of paths) await (await get(path)).text();
  assert.equal((await get('/hello', { 'x-forwarded-for': '8.8.8.8' })).status, 429);
  assert.equal((await get('/hello', { authorization: 'Bearer other' })).status, 429);
});

test('writing has a budget of its own', async (t) => {
  const { url, get } = await serve(
    t,
    [hello, testRoute({ method: 'POST', path: '/hello', handler: (ctx) => sendJson(ctx, '{}') })],
    { limits },
  );
  const post = async (): Promise<number> =>
    (await fetch(`${url}/hello`, { method: 'POST' })).status;
  assert.deepEqual([await post(), await post(), await post()], [200, 200, 429]);
  assert.equal((await get('/hello')).status, 200);
});

test('guessing tokens costs more than asking', async (t) => {
  const { get } = await serve(t, [hello], {
    limits: { read: { burst: 50, perSecond: 0.5 }, write: limits.write },
  });
  const statuses: number[] = [];
  for (let index = 0; index < 5; index += 1)
    statuses.push((await get('/hello', { authorization: 'Bearer guess' })).status);
  assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
});

test('behind a proxy each client has its own budget, and what clients write themselves is not believed', async (t) => {
  const { get } = await serve(t, [hello], { limits, proxies: 1 });
  for (let index = 0; index < 5; index += 1)
    await get('/hello', { 'x-forwarded-for': `10.0.0.${index}, 192.0.2.1` });
  assert.equal((await get('/hello', { 'x-forwarded-for': '10.0.0.99, 192.0.2.1' })).status, 429);
  assert.equal((await get('/hello', { 'x-forwarded-for': '192.0.2.2' })).status, 200);
});

test('addresses are counted from our end', () => {
  const address = (forwarded: string | undefined, proxies: number): string => {
    const request: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress: string } } = {
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress: '::ffff:127.0.0.1' },
    };
    return clientAddress(request as IncomingMessage, proxies);
  };
  assert.equal(address('1.1.1.1, 2.2.2.2', 0), '127.0.0.1');
  assert.equal(address('1.1.1.1, 2.2.2.2', 1), '2.2.2.2');
  assert.equal(address('1.1.1.1, 2.2.2.2', 2), '1.1.1.1');
  assert.equal(address('1.1.1.1', 2), '1.1.1.1');
  assert.equal(address(undefined, 1), '127.0.0.1');
});

test('an IPv6 subscriber is its /64', () => {
  assert.equal(subscriber('192.0.2.7'), '192.0.2.7');
  assert.equal(subscriber('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
  assert.equal(subscriber('2001:db8::1'), subscriber('2001:db8::ffff'));
  assert.notEqual(subscriber('2001:db8:0:1::1'), subscriber('2001:db8:0:2::1'));
  assert.equal(subscriber('::1'), '0:0:0:0::/64');
});
