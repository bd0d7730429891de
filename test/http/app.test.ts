import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from '../../src/http/authenticate.ts';
import { readJson } from '../../src/http/body.ts';
import { sendJson } from '../../src/http/reply.ts';
import { CatalogError } from '../../src/kernel/errors.ts';
import { base, serve, testRoute } from './serve.ts';

const hello = testRoute({
  path: '/api/v1/hello/{name}',
  handler: (ctx) => sendJson(ctx, JSON.stringify({ hello: ctx.params.name })),
});

test('a reply carries its id, its trace and the headers that keep browsers safe', async (t) => {
  const { get } = await serve(t, [hello]);
  const reply = await get('/api/v1/hello/world', {
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  });
  assert.equal(reply.status, 200);
  assert.deepEqual(await reply.json(), { hello: 'world' });
  assert.equal(reply.headers.get('content-type'), 'application/json');
  assert.match(
    reply.headers.get('traceparent') ?? '',
    /^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/,
  );
  assert.match(reply.headers.get('x-request-id') ?? '', /^[0-9a-f]{16}$/);
  assert.equal(reply.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(reply.headers.get('access-control-allow-origin'), '*');
  assert.match(reply.headers.get('strict-transport-security') ?? '', /max-age=31536000/);
});

test('what is not there is a problem with the five members of RFC 9457, in the language of the reader', async (t) => {
  const { get } = await serve(t, [hello]);
  const reply = await get('/nothing/here');
  assert.equal(reply.status, 404);
  assert.equal(reply.headers.get('content-type'), 'application/problem+json');
  assert.equal(reply.headers.get('content-language'), 'sv');
  const body = (await reply.json()) as Record<string, unknown>;
  assert.equal(body.type, `${base}/problems/not-found`);
  assert.equal(body.title, 'Det finns inget här');
  assert.equal(body.status, 404);
  assert.equal(body.instance, `${base}/nothing/here`);
  assert.equal(typeof body.detail, 'string');
  const english = (await (
    await get('/nothing/here', { 'accept-language': 'en-GB,sv;q=0.5' })
  ).json()) as Record<string, unknown>;
  assert.equal(english.title, 'There is nothing here');
});

test('a browser gets a page for a problem, and a program under /api/ never does', async (t) => {
  const { get } = await serve(t, [hello]);
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const page = await get('/nothing', { accept });
  assert.equal(page.status, 404);
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(await page.text(), /<html lang="sv">.*Det finns inget här/s);
  const data = await get('/api/v1/nothing', { accept });
  assert.equal(data.headers.get('content-type'), 'application/problem+json');
});

test('a fault of ours says nothing about itself to the client and everything to the log, once', async (t) => {
  const { get, lines } = await serve(t, [
    testRoute({
      path: '/boom',
      handler: () => {
        throw new Error('secret of the database');
      },
    }),
  ]);
  const reply = await get('/boom');
  assert.equal(reply.status, 500);
  assert.doesNotMatch(await reply.text(), /secret|at .*\.ts/);
  await new Promise(setImmediate);
  const faults = lines.filter((line) => line.includes('secret of the database'));
  assert.equal(faults.length, 1);
});

test('the catalogue’s refusals keep their code, and issues their place, rule and language', async (t) => {
  const issue = {
    rule: 'V001',
    level: 'error',
    blocks: 'publishing',
    pointer: '/title/sv',
    message: { sv: 'Titel saknas.', en: 'No title.' },
  } as const;
  const { get } = await serve(t, [
    testRoute({
      path: '/bad',
      handler: () => {
        throw new CatalogError(
          'invalid-record',
          { sv: 'Ett fel.', en: 'One fault.' },
          { issues: [issue] },
        );
      },
    }),
    testRoute({
      path: '/busy',
      handler: () => {
        throw new CatalogError('busy', { sv: 'Skrivaren är upptagen.', en: 'The writer is busy.' });
      },
    }),
  ]);
  const reply = await get('/bad');
  assert.equal(reply.status, 422);
  const body = (await reply.json()) as Record<string, unknown>;
  assert.equal(body.detail, 'Ett fel.');
  assert.deepEqual(body.errors, [
    { pointer: '#/title/sv', rule: 'V001', level: 'error', detail: 'Titel saknas.' },
  ]);
  const busy = await get('/busy');
  assert.equal(busy.status, 503);
  assert.equal(busy.headers.get('retry-after'), '5');
});

test('an address that exists refuses other methods with those that work, and OPTIONS tells them', async (t) => {
  const { url } = await serve(t, [
    hello,
    testRoute({
      method: 'PUT',
      path: '/api/v1/hello/{name}',
      handler: (ctx) => {
        ctx.status = 204;
      },
    }),
  ]);
  const refused = await fetch(`${url}/api/v1/hello/world`, { method: 'DELETE' });
  assert.equal(refused.status, 405);
  assert.equal(refused.headers.get('allow'), 'HEAD, GET, PUT, OPTIONS');
  const options = await fetch(`${url}/api/v1/hello/world`, { method: 'OPTIONS' });
  assert.equal(options.status, 204);
  assert.equal(options.headers.get('allow'), 'HEAD, GET, PUT, OPTIONS');
});

test('scripts on other sites may read, and are told so before they ask', async (t) => {
  const { url } = await serve(t, [hello]);
  const reply = await fetch(`${url}/api/v1/hello/world`, {
    method: 'OPTIONS',
    headers: { origin: 'https://other.example', 'access-control-request-method': 'GET' },
  });
  assert.equal(reply.status, 204);
  assert.equal(reply.headers.get('access-control-allow-origin'), '*');
  assert.equal(reply.headers.get('access-control-allow-methods'), 'GET, HEAD');
  const read = await fetch(`${url}/api/v1/hello/world`, {
    headers: { origin: 'https://other.example' },
  });
  assert.match(read.headers.get('access-control-expose-headers') ?? '', /ETag/);
});

test('a slash too many at the end leads to the address without it', async (t) => {
  const { get } = await serve(t, [hello]);
  const reply = await get('/api/v1/hello/world/?limit=1');
  assert.equal(reply.status, 308);
  assert.equal(reply.headers.get('location'), '/api/v1/hello/world?limit=1');
});

test('a bad escape in the path is a bad request, and a name that nothing can have is not found', async (t) => {
  const named = testRoute({
    path: '/things/{name}',
    parameters: [
      {
        name: 'name',
        in: 'path',
        description: { sv: '', en: '' },
        schema: { type: 'string', pattern: '^[a-z0-9-]+$' },
      },
    ],
    handler: (ctx) => sendJson(ctx, '{}'),
  });
  const { get } = await serve(t, [named]);
  assert.equal((await get('/things/%E0%A4%A')).status, 400);
  assert.equal((await get('/things/%00')).status, 404);
  assert.equal((await get('/things/a%2f..%2fb')).status, 404);
  assert.equal((await get('/things/trees')).status, 200);
});

test('a token that does not hold is refused everywhere, and routes that need one say so', async (t) => {
  const { get } = await serve(t, [
    hello,
    testRoute({
      path: '/mine',
      access: 'bearer',
      guards: [signedIn],
      handler: (ctx) => sendJson(ctx, '{}'),
    }),
  ]);
  const anonymous = await get('/mine');
  assert.equal(anonymous.status, 401);
  assert.match(anonymous.headers.get('www-authenticate') ?? '', /^Bearer realm=/);
  const wrong = await get('/api/v1/hello/world', { authorization: 'Bearer wrong' });
  assert.equal(wrong.status, 401);
  assert.match(wrong.headers.get('www-authenticate') ?? '', /error="invalid_token"/);
  assert.equal((await get('/mine', { authorization: 'Basic Z29vZDpnb29k' })).status, 401);
  const good = await get('/mine', { authorization: 'Bearer good' });
  assert.equal(good.status, 200);
  assert.equal(good.headers.get('cache-control'), 'private, no-store');
});

test('unknown, repeated and ill-formed parameters are all named at once', async (t) => {
  const listed = testRoute({
    path: '/list',
    parameters: [
      {
        name: 'limit',
        in: 'query',
        description: { sv: '', en: '' },
        schema: { type: 'integer', minimum: 1, maximum: 1000 },
      },
      { name: 'q', in: 'query', description: { sv: '', en: '' }, schema: { type: 'string' } },
    ],
    handler: (ctx) =>
      sendJson(
        ctx,
        JSON.stringify([
          ctx.state.query.integer('limit') ?? null,
          ctx.state.query.text('q') ?? null,
        ]),
      ),
  });
  const { get } = await serve(t, [listed]);
  assert.deepEqual(await (await get('/list?limit=7&q=gr%C3%B6n+v%C3%A4g')).json(), [7, 'grön väg']);
  const reply = await get('/list?limit=1e9&page=2&q=a&q=b&q=%E0%A4%A');
  assert.equal(reply.status, 400);
  const { errors } = (await reply.json()) as { errors: { parameter: string }[] };
  assert.deepEqual(
    errors.map((error) => error.parameter),
    ['limit', 'page', 'q', 'q'],
  );
});

test('content in a format that the route does not take is refused with the formats that it takes', async (t) => {
  const posted = testRoute({
    method: 'POST',
    path: '/post',
    body: {
      description: { sv: '', en: '' },
      limit: 100,
      content: { 'application/json': { schema: {}, example: {} } },
    },
    handler: async (ctx) => sendJson(ctx, JSON.stringify(await readJson(ctx, 100))),
  });
  const { url } = await serve(t, [posted]);
  const post = (type: string, body: string): Promise<Response> =>
    fetch(`${url}/post`, { method: 'POST', headers: { 'content-type': type }, body });
  const refused = await post('text/csv', 'a;b');
  assert.equal(refused.status, 415);
  assert.equal(refused.headers.get('accept-post'), 'application/json');
  assert.deepEqual(((await refused.json()) as { accepted: unknown }).accepted, [
    'application/json',
  ]);
  assert.equal((await post('application/json; charset=latin1', '{}')).status, 415);
  assert.deepEqual(await (await post('application/json; charset=UTF-8', '{"a":1}')).json(), {
    a: 1,
  });
});

test('each request is one log line with its pattern and no more of the address', async (t) => {
  const { get, lines } = await serve(t, [hello]);
  await (await get('/api/v1/hello/anna.andersson')).text();
  await (await get('/api/v1/hello/x?q=secret')).text();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(lines.length, 2);
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  assert.equal(line.route, '/api/v1/hello/{name}');
  assert.equal(line.status, 200);
  assert.equal(typeof line.ms, 'number');
  assert.ok(Number(line.bytes) > 100);
  assert.doesNotMatch(lines.join(''), /andersson|secret|127\.0\.0\.1/);
});
