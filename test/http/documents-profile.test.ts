import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject } from '../../src/kernel/json.ts';
import { dataset } from './descriptions.ts';
import { base, openSite, own } from './site.ts';

test('the JSON-LD context that records name is served, for any site to read', async (t) => {
  const { ask } = await openSite(t);
  const reply = await ask('/context.jsonld', { headers: { Origin: 'https://elsewhere.example' } });
  assert.equal(reply.headers.get('content-type'), 'application/ld+json');
  assert.equal(reply.headers.get('access-control-allow-origin'), '*');
  const { '@context': context } = (await reply.json()) as { '@context': JsonObject };
  assert.equal(context.Dataset, 'http://www.w3.org/ns/dcat#Dataset');
  const etag = reply.headers.get('etag') ?? '';
  const again = await ask('/context.jsonld', { headers: { 'If-None-Match': etag } });
  assert.equal(again.status, 304);
});

test('every class has a published JSON Schema, and a record that was kept is valid by it', async (t) => {
  const { ask, askJson } = await openSite(t);
  const { items } = (await askJson(200, '/schemas')) as { items: { name: string; href: string }[] };
  assert.ok(items.length > 5);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const { href } of items) {
    const reply = await ask(href.slice(base.length));
    assert.equal(reply.headers.get('content-type'), 'application/schema+json');
    const schema = (await reply.json()) as JsonObject & { $id?: string };
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.ok(ajv.validateSchema(schema), `${href}: ${ajv.errorsText(ajv.errors)}`);
    ajv.addSchema(schema, href);
  }
  await askJson(201, `/api/v1/datasets?organization=${own}&name=bad&publish=true`, {
    as: 'editor',
    body: dataset(),
  });
  const { '@context': _, record: __, ...kept } = await askJson(200, '/datasets/bad.json');
  const validate = ajv.getSchema(`${base}/schemas/dcat-ap-se/dataset.json`);
  assert.ok(validate);
  assert.ok(validate(kept), ajv.errorsText(validate.errors));
});

test('the SHACL shapes and the documentation are served whole', async (t) => {
  const { ask, application } = await openSite(t);
  const shapes = await ask('/shapes/dcat-ap-se.ttl');
  assert.equal(shapes.headers.get('content-type'), 'text/turtle; charset=utf-8');
  const { graph } = await application.reader.parse(Buffer.from(await shapes.arrayBuffer()), {
    mediaType: 'text/turtle',
    base: `${base}/`,
  });
  assert.ok([...graph.subjects()].length > 100);
  for (const language of ['sv', 'en']) {
    const page = await ask(`/schemas/dcat-ap-se.${language}.md`);
    assert.equal(page.headers.get('content-type'), 'text/markdown; charset=utf-8');
    assert.match(await page.text(), /^# /m);
  }
});

test('the documentation is a page too, in the reader’s language, with a heading for every class', async (t) => {
  const { ask, application } = await openSite(t);
  const { plan } = application.context.profile;
  const texts = new Set<string>();
  for (const language of ['sv', 'en'] as const) {
    const headers = { Accept: 'text/html', 'Accept-Language': language };
    const reply = await ask('/schemas/dcat-ap-se', { headers });
    assert.equal(reply.headers.get('content-language'), language);
    const text = await reply.text();
    for (const { name, label } of plan.classes.values()) {
      assert.ok(text.includes(`href="#${name.toLowerCase()}"`), name);
      assert.ok(text.includes(`<h2 id="${name.toLowerCase()}">${label[language]}`), name);
    }
    assert.match(text, /href="\/vocabularies\/data-theme"/);
    assert.match(text, /<h2 id="rules">.*V001.*V035/s);
    texts.add(text);
    const again = { ...headers, 'If-None-Match': reply.headers.get('etag') ?? '' };
    assert.equal((await ask('/schemas/dcat-ap-se', { headers: again })).status, 304);
  }
  assert.equal(texts.size, 2);
});

test('a browser finds the schemas and the documentation from a page', async (t) => {
  const { ask } = await openSite(t);
  const list = await (await ask('/schemas', { headers: { Accept: 'text/html' } })).text();
  assert.match(list, /href="\/schemas\/dcat-ap-se"/);
  assert.match(list, /href="\/schemas\/dcat-ap-se\/dataset.json"/);
});

test('every vocabulary is published as SKOS in all syntaxes, as JSON and as a page', async (t) => {
  const { ask, askJson, application } = await openSite(t);
  const { items } = (await askJson(200, '/vocabularies')) as {
    items: { name: string; iri: string; concepts: number; href: string }[];
  };
  assert.ok(items.length >= 20);
  for (const { name, concepts, href } of items) {
    assert.equal(href, `${base}/vocabularies/${name}`);
    const whole = await askJson(200, `/vocabularies/${name}`);
    assert.equal((whole.concepts as []).length, concepts, name);
    const turtle = await ask(`/vocabularies/${name}.ttl`);
    assert.equal(turtle.status, 200, name);
    const { graph } = await application.reader.parse(Buffer.from(await turtle.arrayBuffer()), {
      mediaType: 'text/turtle',
      base: `${base}/`,
    });
    assert.ok([...graph.subjects()].length > concepts, name);
  }
  for (const suffix of ['rdf', 'jsonld', 'nt', 'html']) {
    const reply = await ask(`/vocabularies/frequency.${suffix}`);
    assert.equal(reply.status, 200, suffix);
    assert.match(await reply.text(), /frequency\/ANNUAL/);
  }
  assert.equal((await ask('/vocabularies/none')).status, 404);
});

test('every class has a form, with labels and help in both languages, and the forms name each other', async (t) => {
  const { ask, askJson, application } = await openSite(t);
  const { classes } = application.profile.plan;
  const pathOf = (name: string) =>
    `/api/v1/forms/${name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
  interface Field {
    readonly label: { readonly sv: string; readonly en: string };
    readonly class?: string;
  }
  for (const name of classes.keys()) {
    const form = await askJson(200, pathOf(name));
    assert.equal(form.class, name);
    for (const { fields } of form.groups as unknown as { fields: readonly Field[] }[]) {
      for (const { label, class: inner } of fields) {
        assert.ok(label.sv && label.en, name);
        if (inner !== undefined) assert.ok(classes.has(inner), `${name} ${inner}`);
      }
    }
  }
  assert.equal((await ask('/api/v1/forms/Dataset')).status, 404);
});
