import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataset } from '../http/descriptions.ts';
import { openSite, own } from '../http/site.ts';

const html = { headers: { accept: 'text/html', 'accept-language': 'sv' } };

test('a search is a page whose choices are links and boxes of one form, with its feeds beside it', async (t) => {
  const site = await openSite(t);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=bad&publish=true`, {
    as: 'editor',
    body: dataset('Badplatser'),
  });
  await site.searched();
  const reply = await site.ask('/datasets?q=badplatserna&from=&to=', html);
  const page = await reply.text();
  assert.equal(reply.status, 200);
  assert.match(page, /<h2 id="results-title">1 träff för ”badplatserna”/);
  assert.match(page, /<a href="\/datasets\/bad"><mark>Badplatser<\/mark><\/a>/);
  assert.match(page, /<form[^>]* id="search-form" action="\/datasets" method="get"/);
  assert.match(page, /<link rel="alternate" href="\/datasets\.atom\?q=badplatserna"/);
  assert.match(page, /<meta name="robots" content="noindex"/);
  assert.doesNotMatch(page, / style="/);
});

test('the feeds that a search page names are feeds of what it says they are', async (t) => {
  const site = await openSite(t);
  await site.searched();
  const page = await (await site.ask('/datasets?q=bad', html)).text();
  const feeds = page.matchAll(/<link rel="alternate" href="([^"]+)" type="([^"]+)" title/g);
  const types: string[] = [];
  for (const [, href = '', type = ''] of feeds) {
    const reply = await site.ask(href.replaceAll('&amp;', '&'));
    assert.equal(reply.status, 200, href);
    assert.equal(reply.headers.get('content-type')?.split(';')[0], type, href);
    types.push(type);
  }
  assert.deepEqual(types, ['application/atom+xml', 'application/feed+json']);
});

test('format narrows the page, and is not the form of the reply', async (t) => {
  const site = await openSite(t);
  await site.searched();
  const reply = await site.ask('/datasets?format=csv', html);
  assert.equal(reply.status, 200);
  assert.match(await reply.text(), /Ta bort Format: CSV/);
});

test('every kind has its page, and the organisations have theirs', async (t) => {
  const site = await openSite(t);
  await site.searched();
  for (const path of ['/datasets', '/series', '/services', '/organizations?q=ume']) {
    assert.equal((await site.ask(path, html)).status, 200, path);
  }
  const found = await (await site.ask('/organizations?q=UMEA', html)).text();
  assert.match(found, /1 organisation</);
  assert.doesNotMatch(found, /href="\/organizations\/malmo"/);
});

test('all values of a facet have a page that keeps the rest of the search', async (t) => {
  const site = await openSite(t);
  await site.searched();
  const page = await (await site.ask('/search/datasets/theme?q=bad&theme=ENVI', html)).text();
  assert.match(page, /<input type="hidden" name="q" value="bad"/);
  assert.match(page, /<input[^>]* value="ENVI" checked/);
  assert.equal((await site.ask('/search/datasets/colour', html)).status, 404);
});

test('while search is away the page says so, and the organisations are there', async (t) => {
  const site = await openSite(t, { elasticsearchUrl: 'http://127.0.0.1:9' });
  const reply = await site.ask('/datasets?q=bad', html);
  assert.equal(reply.status, 503);
  assert.equal(reply.headers.get('retry-after'), '60');
  assert.match(await reply.text(), /Sökningen är borta en stund/);
  assert.equal((await site.ask('/organizations', html)).status, 200);
});

test('only pages with a map may ask the host that their background is set to', async (t) => {
  const site = await openSite(t, {
    tiles: { url: 'https://tiles.example.se/{z}/{x}/{y}.png', attribution: 'X' },
  });
  await site.searched();
  const policy = async (path: string) =>
    (await site.ask(path, html)).headers.get('content-security-policy') ?? '';
  assert.match(await policy('/datasets'), /connect-src 'self' https:\/\/tiles\.example\.se;/);
  assert.doesNotMatch(await policy('/organizations'), /tiles/);
});
