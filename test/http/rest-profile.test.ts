import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/kernel/json.ts';
import { dataset } from './descriptions.ts';
import { operationsOf } from './operations.ts';
import { base, openSite, own, type Site } from './site.ts';

/** Sweden's REST API profile 2.0.0: the rules that a program can hold us to, by their names there. */

const documentOf = (site: Site) => site.askJson(200, '/api/v1/openapi.json');

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: JsonObject;
}

/** The parameter itself, where the document refers to it. */
function parametersOf(document: JsonObject, operation: JsonObject): readonly Parameter[] {
  const { parameters } = document.components as unknown as {
    parameters: Record<string, Parameter>;
  };
  return ((operation.parameters ?? []) as unknown as (Parameter & { $ref?: string })[]).map(
    (one) => parameters[one.$ref?.split('/').at(-1) ?? ''] ?? one,
  );
}

/** The response itself, where the document refers to it. */
function responseOf(document: JsonObject, response: JsonValue | undefined): JsonObject {
  const { responses } = document.components as { responses: Record<string, JsonObject> };
  const one = isJsonObject(response) ? response : {};
  return (typeof one.$ref === 'string' ? responses[one.$ref.split('/').at(-1) ?? ''] : one) ?? {};
}

test('DOK: the document says what the API is, for whom, by which terms, within which limits, in both languages', async (t) => {
  const document = await documentOf(await openSite(t));
  const info = document.info as Record<string, JsonValue>;
  assert.match(String(info.version), /^\d+\.\d+\.\d+$/);
  assert.match(String(info.description), /Begränsningar[\s\S]*Limits/);
  for (const member of ['name', 'url', 'email']) assert.ok((info.contact as JsonObject)[member]);
  for (const member of ['name', 'url']) assert.ok((info.license as JsonObject)[member]);
  assert.ok(URL.canParse(String(info.termsOfService)));
  assert.ok(URL.canParse(String((document.externalDocs as JsonObject).url)));
  assert.deepEqual((document.servers as JsonObject[])[0]?.url, `${base}/api/v1`);
});

test('DOK.12–DOK.21: every operation, response and problem is described, with examples of every body', async (t) => {
  const document = await documentOf(await openSite(t));
  for (const { operationId, body } of operationsOf(document)) {
    assert.ok(body.description && body.summary, operationId);
    assert.ok(Array.isArray(body.security), operationId);
    const responses = body.responses as JsonObject;
    for (const [status, one] of Object.entries(responses)) {
      const response = responseOf(document, one);
      assert.ok(response.description, `${operationId} ${status}`);
      for (const media of Object.values((response.content ?? {}) as JsonObject)) {
        assert.ok(Object.keys((media as JsonObject).examples as JsonObject).length > 0);
      }
    }
    const request = (body.requestBody ?? {}) as JsonObject;
    for (const media of Object.values((request.content ?? {}) as JsonObject)) {
      assert.ok(Object.keys((media as JsonObject).examples as JsonObject).length > 0, operationId);
    }
  }
  const { securitySchemes } = document.components as {
    securitySchemes: Record<string, JsonObject>;
  };
  assert.deepEqual(
    Object.values(securitySchemes).map(({ type, scheme }) => [type, scheme]),
    [['http', 'bearer']],
    'SAK.09, SAK.10',
  );
});

test('DOT: every date in the document has an example, and every time we answer is UTC', async (t) => {
  const site = await openSite(t);
  const document = await documentOf(site);
  const { schemas } = document.components as { schemas: JsonObject };
  const { Record: record } = schemas as { Record: { properties: Record<string, JsonObject> } };
  for (const name of ['created', 'changed', 'published']) {
    assert.equal(record.properties[name]?.format, 'date-time');
    assert.ok(!Number.isNaN(Date.parse(String(record.properties[name]?.example))));
  }
  const made = await site.askJson(201, `/api/v1/datasets?organization=${own}&publish=true`, {
    as: 'editor',
    body: dataset(),
  });
  const { created, changed, published } = made.record as JsonObject;
  for (const time of [created, changed, published])
    assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
});

test('UFN, RES: addresses are lower-case words with hyphens, and nothing personal names a parameter', async (t) => {
  const document = await documentOf(await openSite(t));
  for (const { path, body } of operationsOf(document)) {
    const words = path.replace(/\{\w+\}/g, 'x').replace('openapi.json', 'openapi');
    assert.match(words, /^(\/[a-z0-9]+(-[a-z0-9]+)*)+$/, path);
    for (const { name, in: place } of parametersOf(document, body)) {
      assert.doesNotMatch(name, /personnummer|pnr|ssn/i, 'RES.02');
      if (place === 'query') assert.match(name, /^[a-z][A-Za-z0-9]*$/, `FNS.01, FNS.03: ${name}`);
      if (place === 'query') assert.doesNotMatch(name, /token|apiKey|secret/i, 'SAK.15');
    }
  }
});

test('AME.05: our own members are camelCase throughout', async (t) => {
  const document = await documentOf(await openSite(t));
  const { schemas } = document.components as {
    schemas: Record<string, { properties?: JsonObject }>;
  };
  for (const [name, { properties }] of Object.entries(schemas)) {
    for (const member of Object.keys(properties ?? {})) {
      assert.match(member, /^@?[a-z][A-Za-z0-9]*$/, `${name}.${member}`);
    }
  }
});

test('FEL: every refusal of every operation is problem+json with the five members', async (t) => {
  const document = await documentOf(await openSite(t));
  const { Problem: problem } = (document.components as { schemas: JsonObject }).schemas as {
    Problem: JsonObject;
  };
  assert.deepEqual(problem.required, ['type', 'title', 'status', 'detail', 'instance']);
  for (const { operationId, body } of operationsOf(document)) {
    const responses = body.responses as JsonObject;
    assert.ok('default' in responses, operationId);
    for (const [status, one] of Object.entries(responses)) {
      if (/^[23]/.test(status)) continue;
      const { content } = responseOf(document, one);
      assert.deepEqual(Object.keys(content as JsonObject), ['application/problem+json'], status);
    }
  }
});

test('ARQ, ARP, MOG: GET has no body, 201 has Location, and POST says why it is not GET', async (t) => {
  const document = await documentOf(await openSite(t));
  for (const { operationId, method, body } of operationsOf(document)) {
    if (method === 'get') assert.equal(body.requestBody, undefined, operationId);
    const created = (body.responses as JsonObject)['201'];
    if (created !== undefined) {
      const { headers } = responseOf(document, created);
      assert.ok('Location' in (headers as JsonObject), operationId);
    }
    if (method === 'post' && ['validate', 'convert'].includes(operationId))
      assert.match(String(body.description), /POST/, 'MOG.03');
  }
});

test('VER: api-info has its five members and agrees with the document', async (t) => {
  const site = await openSite(t);
  const info = await site.askJson(200, '/api/v1/api-info');
  assert.deepEqual(Object.keys(info).toSorted(), [
    'apiDocumentation',
    'apiName',
    'apiReleased',
    'apiStatus',
    'apiVersion',
  ]);
  assert.equal(info.apiVersion, ((await documentOf(site)).info as JsonObject).version);
  assert.match(String(info.apiReleased), /^\d{4}-\d\d-\d\d$/);
  assert.equal(info.apiDocumentation, `${base}/api/v1/openapi.json`);
});

test('FNS, HYP: a list has twenty items unless asked, and absolute links that repeat what was asked', async (t) => {
  const site = await openSite(t);
  const document = await documentOf(site);
  for (const { operationId, body } of operationsOf(document)) {
    if (!operationId.startsWith('list-')) continue;
    const limit = parametersOf(document, body).find(({ name }) => name === 'limit');
    assert.equal(limit?.schema.default, 20, operationId);
    assert.equal(limit?.schema.maximum, 1000);
  }
  for (const name of ['a1', 'a2', 'a3']) {
    await site.askJson(201, `/api/v1/datasets?organization=${own}&name=${name}&publish=true`, {
      as: 'editor',
      body: dataset(),
    });
  }
  const list = await site.askJson(200, `/api/v1/datasets?organization=${own}&limit=2`);
  const links = list._links as Record<string, { href: string }>;
  assert.deepEqual(Object.keys(links), ['self', 'first', 'next']);
  for (const { href } of Object.values(links)) {
    assert.ok(href.startsWith(`${base}/api/v1/datasets?`), href);
    assert.equal(new URL(href).searchParams.get('organization'), own);
    assert.equal(new URL(href).searchParams.get('limit'), '2');
  }
});

test('FNS: members are walked page by page, each met once, though one leaves between two pages', async (t) => {
  const site = await openSite(t);
  for (let count = 0; count < 5; count += 1) await site.person({ role: 'reader' });
  const path = `/api/v1/organizations/${own}/members`;
  const whole = await site.askJson(200, path, { as: 'administrator' });
  const ids = (list: JsonObject) => (list.items as { id: string }[]).map(({ id }) => id);
  assert.equal(whole.total, ids(whole).length);
  const first = await site.askJson(200, `${path}?limit=2`, { as: 'administrator' });
  const [gone] = ids(first);
  const removed = await site.ask(`${path}/${gone}`, { method: 'DELETE', as: 'administrator' });
  assert.equal(removed.status, 204);
  const met = ids(first);
  let next = first.next;
  while (typeof next === 'string') {
    const page = await site.askJson(200, `${path}?limit=2&cursor=${next}`, { as: 'administrator' });
    met.push(...ids(page));
    next = page.next;
  }
  assert.deepEqual(met, ids(whole));
});

test('SPA, SAK, CAC: traces are answered, unused methods are 405, keys in addresses are refused, GET can be cached', async (t) => {
  const site = await openSite(t);
  const document = await documentOf(site);
  for (const { operationId, body } of operationsOf(document)) {
    const names = parametersOf(document, body).map(({ name }) => name);
    assert.ok(names.includes('traceparent'), operationId);
  }
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const traced = await site.ask('/api/v1/datasets', {
    headers: { traceparent: `00-${trace}-b7ad6b7169203331-01` },
  });
  assert.match(traced.headers.get('traceparent') ?? '', new RegExp(`^00-${trace}-`));
  await traced.text();
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const reply = await site.ask('/api/v1/datasets', { method });
    assert.equal(reply.status, 405);
    assert.match(reply.headers.get('allow') ?? '', /GET, POST/);
    await reply.text();
  }
  const inAddress = await site.ask(`/api/v1/datasets?access_token=${site.tokens.operator}`);
  assert.equal(inAddress.status, 400);
  assert.ok(!(await inAddress.text()).includes(site.tokens.operator), 'SAK.24');
  const basic = await site.ask('/api/v1/datasets', {
    headers: { Authorization: `Basic ${Buffer.from('a:b').toString('base64')}` },
  });
  assert.equal(basic.status, 401);
  assert.match(basic.headers.get('www-authenticate') ?? '', /^Bearer/);
  await basic.text();
  const cached = await site.ask(`/api/v1/organizations/${own}`);
  assert.ok(cached.headers.get('etag') && cached.headers.get('cache-control'));
  await cached.text();
  assert.ok(!site.lines.join('').includes(site.tokens.operator), 'no token in the log');
});
