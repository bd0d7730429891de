import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createMetrics } from '../../src/http/metrics.ts';
import { sendJson } from '../../src/http/reply.ts';
import { beginTrace, traceparent } from '../../src/http/trace.ts';
import { serve, testRoute } from './serve.ts';

const hello = testRoute({ path: '/hello/{name}', handler: (ctx) => sendJson(ctx, '{}') });

test('metrics count by pattern, never by address, and leave out what cannot be read', async (t) => {
  const metrics = createMetrics([
    { name: 'datatorget_revision', help: 'Newest revision.', read: () => 42 },
    {
      name: 'datatorget_lag',
      help: 'Not to be had.',
      read: () => Promise.reject(new Error('down')),
    },
  ]);
  const { get } = await serve(t, [hello], { metrics });
  for (const path of ['/hello/a', '/hello/b', '/nothing']) await (await get(path)).text();
  await delay(20);
  const reply = await get('/metrics');
  assert.equal(reply.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
  const text = await reply.text();
  assert.match(
    text,
    /^http_request_duration_seconds_count\{method="GET",route="\/hello\/\{name\}",status="2xx"\} 2$/m,
  );
  assert.match(
    text,
    /^http_request_duration_seconds_count\{method="GET",route="",status="4xx"\} 1$/m,
  );
  assert.match(text, /^http_requests_in_flight 1$/m);
  assert.match(text, /^datatorget_revision 42$/m);
  assert.doesNotMatch(text, /datatorget_lag|hello\/a|nothing/);
  assert.match(text, /^nodejs_eventloop_delay_p99_seconds \d/m);
});

test('only this machine and operators see metrics', async (t) => {
  const { get } = await serve(t, [], { proxies: 1 });
  const outside = { 'x-forwarded-for': '192.0.2.1' };
  assert.equal((await get('/metrics', outside)).status, 404);
  assert.equal((await get('/metrics', { ...outside, authorization: 'Bearer good' })).status, 404);
});

test('a trace is continued when it is whole, and begun anew when it is not', () => {
  const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const trace = beginTrace(parent);
  assert.equal(trace.traceId, '0af7651916cd43dd8448eb211c80319c');
  assert.notEqual(trace.spanId, 'b7ad6b7169203331');
  assert.match(traceparent(trace), /^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  assert.equal(beginTrace(`cc${parent.slice(2)}-more`).traceId, trace.traceId);
  const bad = [
    undefined,
    '',
    `${parent}-more`,
    `ff${parent.slice(2)}`,
    parent.toUpperCase(),
    '00-00000000000000000000000000000000-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
  ];
  for (const header of bad)
    assert.notEqual(beginTrace(header).traceId, trace.traceId, String(header));
});
