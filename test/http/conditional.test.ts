import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entityTag, expectedVersion, isFresh } from '../../src/http/conditional.ts';
import { sendJson } from '../../src/http/reply.ts';
import { serve, testRoute } from './serve.ts';

const modified = '2026-03-04T05:06:07.890Z';

const record = testRoute({
  path: '/record',
  handler: (ctx) => {
    if (!isFresh(ctx, { etag: entityTag(7, 'json'), modified }))
      sendJson(ctx, JSON.stringify({ text: 'x'.repeat(5000) }));
  },
});

const put = testRoute({
  method: 'PUT',
  path: '/record',
  handler: (ctx) => sendJson(ctx, JSON.stringify({ expected: expectedVersion(ctx) ?? null })),
});

test('the client’s copy is good when any of its tags is ours, weak or compressed as it may be', async (t) => {
  const { get } = await serve(t, [record]);
  const plain = { 'accept-encoding': 'identity' };
  for (const held of [
    '"7-json"',
    'W/"7-json"',
    '"6-json", "7-json"',
    '*',
    '"7-json-br"',
    '"a,b" , W/"7-json-gzip"',
  ]) {
    const reply = await get('/record', { ...plain, 'if-none-match': held });
    assert.equal(reply.status, 304, held);
    assert.equal(await reply.text(), '');
    assert.equal(reply.headers.get('last-modified'), 'Wed, 04 Mar 2026 05:06:07 GMT');
    assert.match(reply.headers.get('etag') ?? '', /^"7-json/);
    assert.equal(reply.headers.get('content-type'), null);
  }
  for (const held of ['"6-json"', '"7-ttl"', '7-json', '']) {
    assert.equal(
      (await get('/record', { ...plain, 'if-none-match': held })).status,
      held === '' ? 200 : 200,
      held,
    );
  }
});

test('a date counts only when no tag was sent', async (t) => {
  const { get } = await serve(t, [record]);
  const date = 'Wed, 04 Mar 2026 05:06:07 GMT';
  assert.equal((await get('/record', { 'if-modified-since': date })).status, 304);
  assert.equal(
    (await get('/record', { 'if-modified-since': 'Wed, 04 Mar 2026 05:06:06 GMT' })).status,
    200,
  );
  assert.equal((await get('/record', { 'if-modified-since': 'yesterday' })).status, 200);
  assert.equal(
    (await get('/record', { 'if-modified-since': date, 'if-none-match': '"6-json"' })).status,
    200,
  );
});

test('HEAD says what GET would say, without the content', async (t) => {
  const { url } = await serve(t, [record]);
  for (const coding of ['identity', 'gzip']) {
    const headers = { 'accept-encoding': coding };
    const head = await fetch(`${url}/record`, { method: 'HEAD', headers });
    const get = await fetch(`${url}/record`, { headers });
    for (const name of [
      'etag',
      'last-modified',
      'content-type',
      'content-encoding',
      'vary',
      'cache-control',
    ]) {
      assert.equal(head.headers.get(name), get.headers.get(name), `${coding} ${name}`);
    }
    assert.equal(await head.text(), '');
    await get.text();
  }
});

test('a writer’s tags become the version that it expects', async (t) => {
  const { url } = await serve(t, [record, put]);
  const expected = async (headers: Record<string, string>): Promise<unknown> => {
    const reply = await fetch(`${url}/record`, { method: 'PUT', headers });
    return reply.status === 200
      ? ((await reply.json()) as { expected: unknown }).expected
      : reply.status;
  };
  assert.equal(await expected({}), null);
  assert.equal(await expected({ 'if-match': '"7-json"' }), 7);
  assert.equal(await expected({ 'if-match': '"7-json-br"' }), 7);
  assert.equal(await expected({ 'if-match': '"6-ttl", "7-json"' }), 7);
  assert.equal(await expected({ 'if-match': '*' }), 'exists');
  assert.equal(await expected({ 'if-none-match': '*' }), 0);
  assert.equal(await expected({ 'if-match': 'W/"7-json"' }), 412);
  assert.equal(await expected({ 'if-match': '"abc"' }), 412);
  assert.equal(await expected({ 'if-none-match': '"7-json"' }), 400);
});
