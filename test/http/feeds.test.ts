import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { JsonObject } from '../../src/kernel/json.ts';
import { dataset } from './descriptions.ts';
import { base, openSite, own, type Site } from './site.ts';

/** A site with two datasets, one of which has a title that XML has to be careful with. */
async function filled(t: TestContext): Promise<Site> {
  const site = await openSite(t);
  await post(site, 'bad', { ...dataset('Bad & <strand> "söder"'), modified: '2026-02-01' });
  await post(site, 'lek', { ...dataset('Lekplatser'), modified: '2026-03-01' });
  await site.searched();
  return site;
}

async function post(site: Site, name: string, body: JsonObject): Promise<void> {
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=${name}&publish=true`, {
    as: 'editor',
    body,
  });
}

test('a search is an Atom feed, the last modified first', async (t) => {
  const site = await filled(t);
  const reply = await site.ask('/datasets.atom?organization=umea&format=csv');
  assert.equal(reply.status, 200);
  assert.equal(reply.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  const xml = await reply.text();
  assert.match(
    xml,
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="sv">/,
  );
  assert.match(xml, /<title>Bad &amp; &lt;strand&gt; &quot;söder&quot;<\/title>/);
  assert.deepEqual(
    [...xml.matchAll(/<entry[^>]*>\n<id>([^<]*)</g)].map(([, id]) => id),
    [`${base}/datasets/lek`, `${base}/datasets/bad`],
  );
  assert.ok(
    xml.includes(
      `<link rel="self" type="application/atom+xml" href="${base}/datasets.atom?organization=umea&amp;format=csv"/>`,
    ),
  );
  assert.ok(
    xml.includes(
      `<link rel="alternate" type="text/html" href="${base}/datasets?organization=umea&amp;format=csv"/>`,
    ),
  );
  assert.ok(
    xml.includes(`<link rel="alternate" type="text/turtle" href="${base}/datasets/lek.ttl"/>`),
  );
});

test('the same search is a JSON feed, by suffix and by Accept', async (t) => {
  const site = await filled(t);
  for (const [path, headers] of [
    ['/datasets.jsonfeed?q=lekplats', {}],
    ['/datasets?q=lekplats', { Accept: 'application/feed+json' }],
  ] as const) {
    const reply = await site.ask(path, { headers });
    assert.equal(reply.headers.get('content-type'), 'application/feed+json; charset=utf-8');
    const feed = (await reply.json()) as JsonObject;
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
    assert.equal(feed.feed_url, `${base}/datasets.jsonfeed?q=lekplats`);
    const [item] = feed.items as readonly JsonObject[];
    assert.equal(item?.id, `${base}/datasets/lek`);
    assert.equal(item?.title, 'Lekplatser');
  }
});

test('a feed that has been read is answered with 304 until something changes', async (t) => {
  const site = await filled(t);
  const etag = (await site.ask('/datasets.atom')).headers.get('etag') ?? '';
  const headers = { 'If-None-Match': etag };
  assert.equal((await site.ask('/datasets.atom', { headers })).status, 304);
  await post(site, 'ny', dataset('Nyheter'));
  await site.searched();
  const reply = await site.ask('/datasets.atom', { headers });
  assert.equal(reply.status, 200);
  assert.match(await reply.text(), /Nyheter/);
});

test('a long feed goes on at its next part', async (t) => {
  const site = await filled(t);
  const first = (await (await site.ask('/datasets.jsonfeed?limit=1')).json()) as JsonObject;
  const next = String(first.next_url).slice(base.length);
  const second = (await (await site.ask(next)).json()) as JsonObject;
  const ids = [first, second].flatMap(({ items }) =>
    (items as readonly JsonObject[]).map(({ id }) => id),
  );
  assert.deepEqual(ids, [`${base}/datasets/lek`, `${base}/datasets/bad`]);
  assert.equal(second.next_url, undefined);
});

test('the plain list in JSON is where it was', async (t) => {
  const site = await filled(t);
  for (const path of ['/datasets.json', '/datasets']) {
    const list = await site.askJson(200, path, { headers: { Accept: 'application/json' } });
    assert.equal(list.total, 2);
  }
});

test('the sitemap has every public page, in parts by month, with the date of the last change', async (t) => {
  const site = await filled(t);
  const month = new Date().toISOString().slice(0, 7);
  const index = await (await site.ask('/sitemap.xml')).text();
  assert.match(index, new RegExp(`<loc>${base}/sitemaps/${month}-1.xml</loc><lastmod>\\d{4}-`));
  const part = await (await site.ask(`/sitemaps/${month}-1.xml`)).text();
  assert.deepEqual(
    [...part.matchAll(/<loc>([^<]*)</g)].map(([, address]) => address?.slice(base.length)).sort(),
    ['/datasets/bad', '/datasets/lek', '/organizations/malmo', '/organizations/umea'],
  );
  await site.askJson(200, '/api/v1/datasets/bad/withdraw', { as: 'editor', method: 'POST' });
  assert.doesNotMatch(await (await site.ask(`/sitemaps/${month}-1.xml`)).text(), /bad</);
  await site.askJson(200, '/api/v1/datasets/bad/publish', { as: 'editor', method: 'POST' });
  assert.match(await (await site.ask(`/sitemaps/${month}-1.xml`)).text(), /bad</);
  assert.equal((await site.ask('/sitemaps/1999-01-1.xml')).status, 404);
  const pages = await (await site.ask('/sitemaps/site-1.xml')).text();
  for (const [, address = ''] of pages.matchAll(/<loc>([^<]*)</g)) {
    const path = address.slice(base.length);
    const reply = await site.ask(path, { headers: { Accept: 'text/html' } });
    assert.equal(reply.status, 200, path);
    await reply.arrayBuffer();
  }
});

test('robots are told where the map is, and language models how to read', async (t) => {
  const site = await openSite(t);
  const robots = await site.ask('/robots.txt');
  assert.equal(robots.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.match(await robots.text(), new RegExp(`^Sitemap: ${base}/sitemap.xml$`, 'm'));
  const text = await (await site.ask('/llms.txt')).text();
  const links = [...text.matchAll(/\]\(https:\/\/data\.example\.se([^)]*)\)/g)].map(
    ([, path]) => path ?? '',
  );
  assert.ok(links.length > 5);
  await site.searched();
  for (const path of links) {
    const reply = await site.ask(path);
    assert.equal(reply.status, 200, path);
    await reply.arrayBuffer();
  }
});
