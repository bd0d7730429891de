import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { get as requestOver } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { localOperator } from '../../src/commands/local-operator.ts';
import { importCatalog } from '../../src/harvest/import-catalog.ts';
import { graphStatements } from '../../src/rdf/graph-statements.ts';
import { dataset, everySyntax, series, service } from './descriptions.ts';
import { base, foreign, openSite, own, type Site } from './site.ts';

const syntaxes = ['rdf', 'ttl', 'jsonld', 'nt'] as const;

/** Datasets, a series and a service of one organisation, and one dataset of the other. */
async function filled(t: TestContext, datasets = 3): Promise<Site> {
  const site = await openSite(t);
  const { askJson } = site;
  for (let index = 0; index < datasets; index += 1) {
    await askJson(201, `/api/v1/datasets?organization=${own}&name=bad-${index}&publish=true`, {
      as: 'editor',
      body: dataset(`Bad ${index}`),
    });
  }
  const publish = `organization=${own}&publish=true`;
  await askJson(201, `/api/v1/series?${publish}&name=serie`, { as: 'editor', body: series() });
  await askJson(201, `/api/v1/services?${publish}&name=api`, { as: 'editor', body: service() });
  await askJson(201, `/api/v1/datasets?organization=${foreign}&name=malmo-bad&publish=true`, {
    as: 'stranger',
    body: dataset('Malmös bad'),
  });
  return site;
}

/** The document's statements, one N-Triples line each, by our own reader. */
async function statements(site: Site, reply: Response): Promise<ReadonlySet<string>> {
  assert.equal(reply.status, 200);
  const { graph } = await site.application.reader.parse(Buffer.from(await reply.arrayBuffer()), {
    mediaType: (reply.headers.get('content-type') ?? '').replace(/;.*/, ''),
    base: `${base}/`,
  });
  const text = site.application.writers.statements(graphStatements(graph), 'nt');
  return new Set(text.split('\n').filter((line) => line !== ''));
}

const dcat = 'http://www.w3.org/ns/dcat#';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

test('an organisation’s catalogue holds all that it has published and nothing else, in every syntax', async (t) => {
  const site = await filled(t);
  const { ask, askJson } = site;
  await askJson(201, `/api/v1/datasets?organization=${own}&name=utkast`, {
    as: 'editor',
    body: dataset('Utkast'),
  });
  const documents = [];
  for (const syntax of syntaxes)
    documents.push(await statements(site, await ask(`/organizations/${own}/catalog.${syntax}`)));
  const [first = new Set()] = documents;
  for (const document of documents) assert.deepEqual(document, first);
  const catalog = `${base}/organizations/${own}/catalog`;
  for (const name of ['bad-0', 'bad-1', 'bad-2']) {
    assert.ok(first.has(`<${catalog}> <${dcat}dataset> <${base}/datasets/${name}> .`), name);
    assert.ok(first.has(`<${base}/datasets/${name}> <${type}> <${dcat}Dataset> .`), name);
  }
  assert.ok(first.has(`<${catalog}> <${dcat}dataset> <${base}/series/serie> .`));
  assert.ok(first.has(`<${catalog}> <${dcat}service> <${base}/services/api> .`));
  const text = [...first].join('\n');
  assert.doesNotMatch(text, /malmo|Malmö|[Uu]tkast/);
  assert.doesNotMatch(text, /^_:/m);
  assert.match(text, /<http:\/\/dataportal\.se\/organisation\/SE2120002627> .*Umeå kommun/);
});

test('without a suffix the harvester gets RDF/XML, or what it asks for', async (t) => {
  const { ask } = await filled(t);
  const typeOf = async (accept: string) => {
    const reply = await ask(`/organizations/${own}/catalog`, { headers: { Accept: accept } });
    await reply.body?.cancel();
    assert.match(reply.headers.get('vary') ?? '', /\bAccept\b/);
    return reply.headers.get('content-type');
  };
  assert.equal(await typeOf('*/*'), 'application/rdf+xml; charset=utf-8');
  assert.equal(await typeOf('text/turtle'), 'text/turtle; charset=utf-8');
  assert.equal(
    (await ask(`/organizations/${own}/catalog`, { headers: { Accept: 'image/png' } })).status,
    406,
  );
  assert.equal((await ask('/organizations/nobody/catalog.rdf')).status, 404);
});

test('a catalogue is streamed, and HEAD says the same without it', async (t) => {
  const { ask } = await filled(t);
  const path = `/organizations/${own}/catalog.rdf`;
  const reply = await ask(path);
  assert.equal(reply.headers.get('transfer-encoding'), 'chunked');
  const head = await ask(path, { method: 'HEAD' });
  assert.equal(head.status, 200);
  for (const name of ['content-type', 'etag', 'vary', 'content-profile']) {
    assert.equal(head.headers.get(name), reply.headers.get(name), name);
  }
  await reply.text();
});

test('its tag is the organisation’s revision: others’ changes and drafts leave it as it is', async (t) => {
  const { ask, askJson } = await filled(t);
  const path = `/organizations/${own}/catalog.rdf`;
  const etag = async () => (await ask(path, { method: 'HEAD' })).headers.get('etag') ?? '';
  const before = await etag();
  await askJson(201, `/api/v1/datasets?organization=${foreign}&name=annat&publish=true`, {
    as: 'stranger',
    body: dataset('Annat'),
  });
  await askJson(201, `/api/v1/datasets?organization=${own}&name=utkast`, {
    as: 'editor',
    body: dataset('Utkast'),
  });
  assert.equal(await etag(), before);
  assert.equal((await ask(path, { headers: { 'If-None-Match': before } })).status, 304);
  const changes = [
    ['/api/v1/datasets/utkast/publish', 'POST', undefined],
    ['/api/v1/datasets/utkast', 'PATCH', { keyword: { sv: ['ny'] } }],
    ['/api/v1/datasets/utkast/withdraw', 'POST', undefined],
    [`/api/v1/organizations/${own}`, 'PATCH', { name: { en: 'Umeå Municipality' } }],
    [`/api/v1/organizations/${own}/catalog`, 'PATCH', { title: { en: 'Data' } }],
  ] as const;
  const tags = new Set([before]);
  for (const [address, method, body] of changes) {
    await askJson(200, address, {
      as: 'administrator',
      method,
      headers: { 'If-Match': '*' },
      ...(body === undefined ? {} : { body }),
    });
    tags.add(await etag());
  }
  assert.equal(tags.size, changes.length + 1);
  const again = await ask(path, { headers: { 'If-None-Match': before } });
  assert.equal(again.status, 200);
  await again.text();
});

test('a 304 reads no record', async (t) => {
  const site = await filled(t);
  const path = `/organizations/${own}/catalog.rdf`;
  const etag = (await site.ask(path, { method: 'HEAD' })).headers.get('etag') ?? '';
  const started = performance.now();
  for (let index = 0; index < 50; index += 1) {
    const reply = await site.ask(path, { headers: { 'If-None-Match': etag } });
    assert.equal(reply.status, 304);
  }
  site.application.context.store.list = () => Promise.reject(new Error('read'));
  assert.equal((await site.ask(path, { headers: { 'If-None-Match': etag } })).status, 304);
  t.diagnostic(`${((performance.now() - started) / 51).toFixed(2)} ms each`);
});

test('a fault before the first byte is a problem, not half a document', async (t) => {
  const { ask, application } = await filled(t);
  const path = `/organizations/${own}/catalog.rdf`;
  await application.store.close();
  const reply = await ask(path);
  assert.ok([500, 503].includes(reply.status), String(reply.status));
  assert.equal(reply.headers.get('content-type'), 'application/problem+json');
  assert.equal(reply.headers.get('etag'), null);
  await reply.text();
});

test('a fault after the first byte breaks the connection, so that half is not taken for whole', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'datatorget-fault-'));
  t.after(() => rm(data, { recursive: true }));
  const { url, application, lines } = await openSite(t, { data });
  await fillUp(application, 600);
  // A page of the database that has gone bad, as the stream will find out.
  const database = new DatabaseSync(join(data, 'datatorget.sqlite'), { timeout: 1000 });
  database.exec("update resource set content = '{' where id = (select max(id) from resource)");
  database.close();
  const broken = await new Promise<{ readonly complete: boolean; readonly size: number }>(
    (resolve, reject) => {
      const request = requestOver(`${url}/organizations/${own}/catalog.nt`, (reply) => {
        assert.equal(reply.statusCode, 200);
        let size = 0;
        reply.on('data', (chunk: Buffer) => {
          size += chunk.length;
        });
        const ended = () => resolve({ complete: reply.complete, size });
        reply.once('end', ended);
        reply.once('error', ended);
      });
      request.once('error', reject);
    },
  );
  assert.ok(broken.size > 100_000, 'it broke in the middle');
  assert.equal(broken.complete, false, `${broken.size} bytes came as if they were all`);
  assert.match(lines.join(''), /"event":"reply-broken-off"/);
});

test('no more whole catalogues are sent at once than the settings say', async (t) => {
  const site = await openSite(t, { dumps: 1 });
  await fillUp(site.application, 1500);
  const path = `/organizations/${own}/catalog.nt`;
  const first = await site.ask(path);
  const second = await site.ask(path);
  assert.equal(second.status, 503);
  assert.ok(Number(second.headers.get('retry-after')) > 0);
  await second.text();
  await first.body?.cancel();
  for (let status = 503, tries = 0; status !== 200 && tries < 50; tries += 1) {
    const reply = await site.ask(path);
    status = reply.status;
    await reply.body?.cancel();
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail('the place of a reader that hung up was not given back');
});

test('the catalogue of all is paged by hydra, as ckanext-dcat does it', async (t) => {
  const site = await filled(t, 101);
  const { ask } = site;
  const seen = new Set<string>();
  const hydra = 'http://www.w3.org/ns/hydra/core#';
  const total = `<${hydra}totalItems>`;
  for (const page of [1, 2]) {
    const reply = await ask(`/catalog.ttl?page=${page}`);
    assert.match(reply.headers.get('link') ?? '', /\/catalog\.ttl\?page=1>; rel="first"/);
    const lines = await statements(site, reply);
    const text = [...lines].join('\n');
    const subject = `<${base}/catalog.ttl?page=${page}>`;
    assert.ok(lines.has(`${subject} <${type}> <${hydra}PagedCollection> .`), text.slice(0, 500));
    assert.ok([...lines].some((line) => line.startsWith(`${subject} ${total} "104"`)));
    const next = page === 1;
    assert.equal(text.includes(`<${hydra}nextPage> "${base}/catalog.ttl?page=2"`), next);
    assert.equal(text.includes(`<${hydra}previousPage> "${base}/catalog.ttl?page=1"`), !next);
    for (const line of lines) {
      const found =
        /^<([^>]+)> .*#type> <http:\/\/www\.w3\.org\/ns\/dcat#(Dataset|DatasetSeries|DataService)> \.$/.exec(
          line,
        );
      if (found?.[1] !== undefined) seen.add(found[1]);
    }
  }
  assert.equal(seen.size, 104);
  const beyond = await statements(site, await ask('/catalog.ttl?page=3'));
  assert.ok(![...beyond].some((line) => line.includes('/datasets/')));
  const reply = await ask('/catalog.rdf', { headers: { 'Accept-Encoding': 'identity' } });
  const etag = reply.headers.get('etag') ?? '';
  await reply.text();
  assert.equal((await ask('/catalog.rdf', { headers: { 'If-None-Match': etag } })).status, 304);
});

test('a dump is everything in one document, for people too', async (t) => {
  const site = await filled(t);
  const all = await statements(site, await site.ask('/dumps/catalog.nt'));
  for (const iri of [
    `${base}/datasets/bad-2`,
    `${base}/datasets/malmo-bad`,
    `${base}/series/serie`,
  ]) {
    assert.ok(
      [...all].some((line) => line.startsWith(`<${iri}> `)),
      iri,
    );
  }
  for (const name of [own, foreign]) {
    const part = `<${base}/catalog> <http://purl.org/dc/terms/hasPart> <${base}/organizations/${name}/catalog> .`;
    assert.ok(all.has(part), name);
  }
  const etag = (await site.ask('/dumps/catalog.ttl', { method: 'HEAD' })).headers.get('etag') ?? '';
  assert.equal(
    (await site.ask('/dumps/catalog.ttl', { headers: { 'If-None-Match': etag } })).status,
    304,
  );
});

test('our own export comes back as it was: nothing added, nothing changed', async (t) => {
  const site = await filled(t);
  for (const syntax of syntaxes) {
    const reply = await site.ask(`/organizations/${own}/catalog.${syntax}`);
    const revision = await site.application.store.catalog.revision();
    const report = await site.askJson(
      200,
      `/api/v1/imports?organization=${own}&publish=true&replace=true`,
      {
        as: 'editor',
        headers: { 'Content-Type': reply.headers.get('content-type') ?? '' },
        body: await reply.text(),
      },
    );
    const counts = Object.fromEntries(
      ['added', 'updated', 'removed', 'refused'].map((list) => [list, (report[list] as []).length]),
    );
    assert.deepEqual(counts, { added: 0, updated: 0, removed: 0, refused: 0 }, syntax);
    assert.equal((report.unchanged as []).length, 6, syntax);
    assert.equal(await site.application.store.catalog.revision(), revision);
  }
});

/** Published datasets enough to make a document of some megabytes. */
async function fillUp({ context, reader }: Site['application'], count: number): Promise<void> {
  const organization = await context.store.find('organization', own);
  assert.ok(organization);
  const turtle = everySyntax('Stor '.repeat(200))['text/turtle'] ?? '';
  const head = turtle.slice(0, turtle.indexOf('<>'));
  const body = turtle.slice(head.length);
  const records = Array.from({ length: count }, (_, index) =>
    body.replace('<>', `<https://register.umea.se/${index}>`),
  );
  const report = await importCatalog(context, {
    actor: localOperator,
    organization,
    publish: true,
    replace: false,
    dryRun: false,
    read: (take) =>
      reader.readCatalog(Buffer.from(head + records.join('\n')), {
        mediaType: 'text/turtle',
        base: `${base}/`,
        onRecords: take,
      }),
  });
  assert.equal(report.added.length, count, JSON.stringify(report.refused[0]));
}

test('the list of dumps leads to each of them, in JSON and on a page', async (t) => {
  const { ask, askJson } = await openSite(t);
  const page = await (await ask('/dumps', { headers: { Accept: 'text/html' } })).text();
  const { items } = await askJson(200, '/dumps');
  assert.ok(Array.isArray(items));
  assert.equal(items.length, 8);
  for (const { href, mediaType } of items) {
    assert.ok(page.includes(`href="${href}"`), href);
    const dump = await ask(href.slice(base.length));
    assert.equal(dump.status, 200);
    assert.equal(dump.headers.get('content-type')?.replace(/;.*/, ''), mediaType);
    await dump.arrayBuffer();
  }
});
