import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { type Asking, openSite, own } from './site.ts';

const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://register.umea.se/bad> a dcat:Dataset ;
  dcterms:title "Bad"@sv ; dcterms:description "Alla bad."@sv .
`;

/** A browser's form as a request's body. */
async function form(fields: Readonly<Record<string, Blob | File | string>>): Promise<Asking> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') data.set(name, value);
    else data.set(name, value);
  }
  const encoded = new Response(data);
  return {
    method: 'POST',
    as: 'editor',
    headers: { 'Content-Type': encoded.headers.get('Content-Type') ?? '' },
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}

test('a catalogue can be uploaded as a file of a form, its syntax told by its name', async (t) => {
  const { askJson } = await openSite(t);
  const file = new File([turtle], 'catalog.ttl', { type: 'application/octet-stream' });

  const report = await askJson(200, `/api/v1/imports?organization=${own}`, await form({ file }));

  assert.equal((report.added as readonly unknown[]).length, 1);
});

test('a file of a form can be judged and converted as well', async (t) => {
  const { ask, askJson } = await openSite(t);
  const file = new File([turtle], 'catalog', { type: 'text/turtle' });

  const judgement = await askJson(200, '/api/v1/validate', await form({ file }));
  const asked = await form({ file });
  const converted = await ask('/api/v1/convert', {
    ...asked,
    headers: { ...asked.headers, Accept: 'application/n-triples' },
  });

  assert.equal(judgement.records, 1);
  assert.match(await converted.text(), /^<https:\/\/register\.umea\.se\/bad> /);
});

test('a form without a document, or with one of no known syntax, is refused and leaves no file', async (t) => {
  const { ask } = await openSite(t);
  const address = `/api/v1/imports?organization=${own}`;
  const files = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('datatorget-form'));
  const before = await files();

  const without = await ask(address, await form({ note: 'hej' }));
  const unknown = await ask(address, await form({ file: new File([turtle], 'catalog.doc') }));

  assert.equal(without.status, 400);
  assert.equal(unknown.status, 415);
  assert.deepEqual(await files(), before);
});
