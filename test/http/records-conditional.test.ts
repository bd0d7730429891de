import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { JsonObject } from '../../src/kernel/json.ts';
import { dataset } from './descriptions.ts';
import { openSite, own, type Site } from './site.ts';

const item = '/api/v1/datasets/bad';

/** A site with one published dataset, at version 1. */
async function published(t: TestContext): Promise<Site> {
  const site = await openSite(t);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=bad&publish=true`, {
    as: 'editor',
    body: dataset(),
  });
  return site;
}

const forms = [
  '/datasets/bad.json',
  '/datasets/bad.html',
  '/datasets/bad.ttl',
  '/datasets/bad.rdf',
];
const more = ['/datasets/bad.jsonld', '/datasets/bad.nt', '/datasets/bad.ttl?profile=eu', item];

test('every representation has a tag of its own, and is answered by 304 to whoever has it', async (t) => {
  const { ask } = await published(t);
  const tags = new Set<string>();
  const plain = { 'Accept-Encoding': 'identity' };
  for (const path of [...forms, ...more]) {
    const reply = await ask(path, { headers: plain });
    assert.equal(reply.status, 200, path);
    const etag = reply.headers.get('etag') ?? '';
    assert.match(etag, /^"1-/, path);
    if (path !== item) assert.equal(tags.size, tags.add(etag).size - 1, `${path} ${etag}`);
    const again = await ask(path, { headers: { ...plain, 'If-None-Match': etag } });
    assert.equal(again.status, 304, path);
    assert.equal(again.headers.get('etag'), etag);
    assert.equal(again.headers.get('vary'), reply.headers.get('vary'), path);
    // What a 304 says replaces what is held (RFC 9111 §3.2): another policy would take a page's styles and scripts away.
    assert.equal(again.headers.get('content-security-policy'), null, path);
    assert.equal(await again.text(), '');
    assert.equal((await ask(path, { headers: { 'If-None-Match': '"0-json"' } })).status, 200);
  }
});

test('Last-Modified answers those who only know dates', async (t) => {
  const { ask } = await published(t);
  const reply = await ask('/datasets/bad.ttl');
  const modified = reply.headers.get('last-modified') ?? '';
  assert.equal(new Date(modified).toUTCString(), modified);
  const later = new Date(Date.parse(modified) + 1000).toUTCString();
  const earlier = new Date(Date.parse(modified) - 1000).toUTCString();
  const asked = async (date: string) =>
    (await ask('/datasets/bad.ttl', { headers: { 'If-Modified-Since': date } })).status;
  assert.deepEqual(
    [await asked(modified), await asked(later), await asked(earlier), await asked('yesterday')],
    [304, 304, 200, 200],
  );
});

test('HEAD says what GET would say', async (t) => {
  const { ask } = await published(t);
  for (const path of forms) {
    const headers = { 'Accept-Encoding': 'identity' };
    const get = await ask(path, { headers });
    const head = await ask(path, { method: 'HEAD', headers });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
    for (const name of [
      'content-type',
      'content-length',
      'etag',
      'last-modified',
      'vary',
      'link',
    ]) {
      assert.equal(head.headers.get(name), get.headers.get(name), `${path} ${name}`);
    }
    await get.text();
  }
});

test('Vary names what the choice was made by', async (t) => {
  const { ask } = await published(t);
  const vary = async (path: string) => {
    const text = (await ask(path)).headers.get('vary') ?? '';
    return text
      .split(', ')
      .filter((name) => name !== 'Accept-Encoding')
      .toSorted()
      .join(', ');
  };
  assert.equal(await vary('/datasets/bad.json'), '');
  assert.equal(await vary('/datasets/bad.ttl?profile=se'), '');
  assert.equal(await vary('/datasets/bad.ttl'), 'Accept-Profile');
  assert.equal(await vary('/datasets/bad.html'), 'Accept-Language, Cookie');
  assert.equal(await vary('/datasets/bad'), 'Accept');
});

test('RDF that describes its organisation has another tag when the organisation changes', async (t) => {
  const { ask, askJson } = await published(t);
  const before = (await ask('/datasets/bad.ttl')).headers.get('etag') ?? '';
  await askJson(200, `/api/v1/organizations/${own}`, {
    as: 'administrator',
    method: 'PATCH',
    headers: { 'If-Match': '*' },
    body: { name: { en: 'Umeå Municipality' } },
  });
  const after = await ask('/datasets/bad.ttl', { headers: { 'If-None-Match': before } });
  assert.equal(after.status, 200);
  assert.match(await after.text(), /Umeå Municipality/);
});

test('PUT makes what is not there and replaces what is, and says which it means', async (t) => {
  const { ask } = await openSite(t);
  const put = (headers: Record<string, string>, title = 'Bad', query = `?organization=${own}`) =>
    ask(item + query, { as: 'editor', method: 'PUT', headers, body: dataset(title) });
  assert.equal((await put({ 'If-Match': '*' })).status, 412, 'nothing to replace');
  assert.equal((await put({}, 'Bad', '')).status, 400, 'no organisation');
  assert.equal((await put({ 'If-None-Match': '*' })).status, 201);
  assert.equal((await put({ 'If-None-Match': '*' })).status, 412);
  const unguarded = await put({});
  assert.equal(unguarded.status, 428);
  assert.match(await unguarded.text(), /problems\/precondition-required/);
  assert.equal((await put({ 'If-Match': 'W/"1-json"' })).status, 412, 'weak tags never match');
  assert.equal((await put({ 'If-Match': '"1-json"' }, 'Bad 2')).status, 200);
  assert.equal((await put({ 'If-Match': '"1-ttl", "2-ttl"' }, 'Bad 3')).status, 200);
  const replies = await Promise.all([put({ 'If-None-Match': '*' }), put({ 'If-None-Match': '*' })]);
  for (const reply of replies) assert.equal(reply.status, 412);
});

test('PUT with publish=true publishes what it replaces, whole or not at all', async (t) => {
  const { ask, askJson } = await openSite(t);
  const put = (body: JsonObject) =>
    ask(`${item}?organization=${own}&publish=true`, {
      as: 'editor',
      method: 'PUT',
      headers: { 'If-Match': '*' },
      body,
    });
  await askJson(201, `/api/v1/datasets?organization=${own}&name=bad`, {
    as: 'editor',
    body: { title: { sv: 'Halv' } },
  });
  assert.equal((await put({ title: { sv: 'Fortfarande halv' } })).status, 422);
  const kept = await askJson(200, item, { as: 'editor' });
  assert.deepEqual(kept.title, { sv: 'Halv' });
  assert.equal((await put(dataset())).status, 200);
  assert.equal((await ask('/datasets/bad')).status, 200);
});

test('of two writers at once one wins, and the other hears what has changed', async (t) => {
  const { ask } = await published(t);
  const change = (body: JsonObject) =>
    ask(item, {
      as: 'editor',
      method: 'PATCH',
      headers: { 'If-Match': '"1-json"', 'Accept-Language': 'en' },
      body,
    });
  const replies = await Promise.all([
    change({ keyword: { sv: ['bad'] } }),
    change({ landingPage: ['https://umea.se/bad'] }),
  ]);
  assert.deepEqual(replies.map((reply) => reply.status).toSorted(), [200, 412]);
  const loser = replies.find((reply) => reply.status === 412);
  assert.ok(loser);
  const { type, detail } = (await loser.json()) as { type: string; detail: string };
  assert.match(type, /problems\/version-conflict$/);
  assert.match(detail, /at version 2, and you had 1\. Changed since: (keyword|landingPage)\./);
});

test('PATCH takes a merge patch, SPARQL Update and N3 Patch, and judges what comes of it', async (t) => {
  const { ask, askJson } = await published(t);
  const iri = 'https://data.example.se/datasets/bad';
  const prefixes = 'PREFIX dcat: <http://www.w3.org/ns/dcat#>\n';
  const patch = (type: string, body: string) =>
    ask(item, {
      as: 'editor',
      method: 'PATCH',
      headers: { 'If-Match': '*', 'Content-Type': type },
      body,
    });
  const merged = await patch(
    'application/merge-patch+json',
    JSON.stringify({ keyword: { sv: ['bad'] }, distribution: null }),
  );
  assert.equal(merged.status, 200, await merged.text());
  const inserted = await patch(
    'application/sparql-update',
    `${prefixes}INSERT DATA { <${iri}> dcat:keyword "vatten"@sv }`,
  );
  assert.equal(inserted.status, 200, await inserted.text());
  const n3 = await patch(
    'text/n3',
    `@prefix dcat: <http://www.w3.org/ns/dcat#>. @prefix solid: <http://www.w3.org/ns/solid/terms#>.
<#p> a solid:InsertDeletePatch; solid:deletes { <${iri}> dcat:keyword "bad"@sv. }; solid:inserts { <${iri}> dcat:keyword "strand"@sv. }.`,
  );
  assert.equal(n3.status, 200, await n3.text());
  const { keyword, record } = await askJson(200, item);
  assert.deepEqual((keyword as { sv: string[] }).sv.toSorted(), ['strand', 'vatten']);
  assert.equal((record as JsonObject).version, 4);
  const broken = await patch('application/sparql-update', 'INSERT DATA { broken');
  assert.equal(broken.status, 400);
  assert.match(await broken.text(), /problems\/invalid-document/);
  const elsewhere = await patch(
    'application/sparql-update',
    `${prefixes}INSERT DATA { <https://data.example.se/datasets/annan> dcat:keyword "x"@sv }`,
  );
  assert.ok([400, 422].includes(elsewhere.status), String(elsewhere.status));
  const invalid = await patch('application/merge-patch+json', '{"title":null}');
  assert.equal(invalid.status, 422);
  const other = await patch('text/plain', 'x');
  assert.equal(other.status, 415);
  assert.match(other.headers.get('accept-patch') ?? '', /application\/sparql-update/);
  assert.equal(((await askJson(200, item)).record as JsonObject).version, 4);
});
