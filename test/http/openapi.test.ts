import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCursor, listReply, pageRequest, pagingParameters } from '../../src/http/paging.ts';
import { problems } from '../../src/http/problem-table.ts';
import { sendJson } from '../../src/http/reply.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import { api, base, serve, testRoute } from './serve.ts';

const text = { sv: 'Alla saker.', en: 'All things.' };

const things = testRoute({
  path: '/api/v1/things',
  id: 'listThings',
  parameters: pagingParameters,
  access: 'optional',
  responses: {
    200: {
      description: text,
      content: { 'application/json': { schema: { type: 'object' }, example: { items: [] } } },
    },
  },
  handler: (ctx) => {
    const { limit, after } = pageRequest(ctx);
    const from = after === undefined ? 0 : Number(after);
    const items = Array.from({ length: Math.min(limit, 50 - from) }, (_, index) => ({
      id: from + index,
    }));
    const end = from + items.length;
    ctx.body = listReply(ctx, base, {
      items,
      total: 50,
      after: end < 50 ? String(end) : undefined,
    });
  },
});

const create = testRoute({
  method: 'POST',
  path: '/api/v1/things/{name}',
  id: 'createThing',
  access: 'bearer',
  problems: ['name-taken', 'iri-taken'],
  parameters: [
    {
      name: 'name',
      in: 'path',
      description: text,
      schema: { type: 'string', pattern: '^[a-z]+$' },
    },
  ],
  body: {
    description: text,
    limit: 100,
    content: { 'application/json': { schema: { type: 'object' }, example: {} } },
  },
  responses: { 201: { description: text, headers: { Location: text } } },
  handler: (ctx) => sendJson(ctx, '{}'),
});

interface Document {
  readonly openapi: string;
  readonly info: JsonObject;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: JsonObject; readonly schemas: JsonObject };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly JsonObject[];
  readonly responses: Readonly<Record<string, JsonObject>>;
  readonly security: readonly JsonObject[];
  readonly requestBody?: JsonObject;
}

test('the document says what the routes say, with what the national profile asks for', async (t) => {
  const { get } = await serve(t, [things, create]);
  const reply = await get('/api/v1/openapi.json');
  assert.equal(reply.headers.get('content-type'), 'application/json');
  assert.equal(reply.headers.get('access-control-allow-origin'), '*');
  const document = (await reply.json()) as Document;
  assert.equal(document.openapi, '3.1.0');
  for (const member of ['title', 'version', 'description', 'termsOfService', 'contact', 'license'])
    assert.ok(document.info[member], member);
  assert.match(String(document.info.description), /Begränsningar/);
  assert.equal(document.servers[0]?.url, `${base}/api/v1`);
  assert.deepEqual(Object.keys(document.paths), [
    '/things',
    '/things/{name}',
    '/api-info',
    '/openapi.json',
  ]);
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) {
      assert.ok(operation.description && operation.summary && operation.operationId);
      assert.ok(
        operation.parameters.some(
          (parameter) => parameter.$ref === '#/components/parameters/traceparent',
        ),
      );
      for (const response of Object.values(operation.responses)) {
        const name = String(response.$ref ?? '').replace('#/components/responses/', '');
        const whole = name === '' ? response : document.components.responses[name];
        assert.ok((whole as JsonObject).description, name);
      }
      assert.ok(operation.responses.default);
    }
  }
  const made = document.paths['/things/{name}']?.post;
  assert.deepEqual(made?.security, [{ bearer: [] }]);
  for (const status of [
    '201',
    '400',
    '401',
    '403',
    '404',
    '409',
    '413',
    '415',
    '429',
    '500',
    '503',
  ])
    assert.ok(made?.responses[status], status);
  assert.match(JSON.stringify(made?.responses['409']), /name-taken.*iri-taken/);
  assert.doesNotMatch(JSON.stringify(document), /\/metrics|\/problems\/\{/);
});

test('every reference inside the document leads somewhere', async (t) => {
  const { get } = await serve(t, [things, create]);
  const document = (await (await get('/api/v1/openapi.json')).json()) as JsonObject;
  for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    let at: unknown = document;
    for (const step of reference.split('/'))
      at = (at as Record<string, unknown> | undefined)?.[step];
    assert.ok(at, reference);
  }
});

test('api-info has its five fields', async (t) => {
  const { get } = await serve(t, []);
  assert.deepEqual(await (await get('/api/v1/api-info')).json(), {
    apiName: api.name,
    apiVersion: '1.0.0',
    apiReleased: '2027-01-15',
    apiDocumentation: `${base}/api/v1/openapi.json`,
    apiStatus: 'active',
  });
});

test('each problem has a page in both languages and a form for programs', async (t) => {
  const { get } = await serve(t, []);
  for (const [code, { title }] of Object.entries(problems)) {
    for (const language of ['sv', 'en'] as const) {
      const reply = await get(`/problems/${code}`, {
        accept: 'text/html',
        'accept-language': language,
      });
      assert.equal(reply.status, 200, code);
      const html = await reply.text();
      assert.ok(html.includes(`<html lang="${language}">`));
      assert.ok(html.includes(`<h1>${title[language]}</h1>`), html);
    }
    const data = (await (
      await get(`/problems/${code}`, { accept: 'application/json' })
    ).json()) as JsonObject;
    assert.equal(data.type, `${base}/problems/${code}`);
  }
  assert.equal((await get('/problems/toString')).status, 404);
  assert.equal((await get('/problems/no-such')).status, 404);
});

interface ListReply {
  readonly items: readonly { readonly id: number }[];
  readonly total: number;
  readonly next: string | null;
}

test('following next gives every item once, and the links repeat what the caller asked', async (t) => {
  const { get } = await serve(t, [things]);
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const reply: Response = await get(
      `/api/v1/things?limit=20${cursor === null ? '' : `&cursor=${cursor}`}`,
    );
    const body = (await reply.json()) as ListReply;
    seen.push(...body.items.map((item) => item.id));
    assert.equal(body.total, 50);
    const link = reply.headers.get('link') ?? '';
    assert.match(link, /<https:\/\/data\.example\.se\/api\/v1\/things\?limit=20[^>]*>; rel="self"/);
    assert.match(link, /<https:\/\/data\.example\.se\/api\/v1\/things\?limit=20>; rel="first"/);
    assert.equal(link.includes('rel="next"'), body.next !== null);
    cursor = body.next;
  } while (cursor !== null);
  assert.deepEqual(
    seen,
    Array.from({ length: 50 }, (_, index) => index),
  );
});

test('limits and cursors that are not ours are named', async (t) => {
  const { get } = await serve(t, [things]);
  const good = encodeCursor('20');
  for (const query of [
    'limit=0',
    'limit=1001',
    'limit=-1',
    'limit=1e3',
    'limit=',
    'limit=5&limit=6',
    'cursor=abc',
    `cursor=${good}A`,
    'cursor=WzFd',
    'page=2',
  ]) {
    const reply = await get(`/api/v1/things?${query}`);
    assert.equal(reply.status, 400, query);
    const { errors } = (await reply.json()) as { errors: { parameter: string; in: string }[] };
    assert.equal(errors[0]?.parameter, query.slice(0, query.indexOf('=')));
    assert.equal(errors[0]?.in, 'query');
  }
  assert.equal((await get(`/api/v1/things?cursor=${good}`)).status, 200);
});
