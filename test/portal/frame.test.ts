import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, openSite } from '../http/site.ts';

const asPage = { Accept: 'text/html' };

test('a page says what it is to search engines, in both languages', async (t) => {
  const site = await openSite(t);
  const html = await (await site.ask('/about?lang=en', { headers: asPage })).text();
  for (const line of [
    '<title>About the service – Datatorget</title>',
    `<link rel="canonical" href="${base}/about"`,
    `<link rel="alternate" hreflang="sv" href="${base}/about?lang=sv"`,
    `<link rel="alternate" hreflang="en" href="${base}/about?lang=en"`,
    `<link rel="alternate" hreflang="x-default" href="${base}/about"`,
    '<meta property="og:title" content="About the service"',
  ]) {
    assert.ok(html.includes(line), line);
  }
});

test('a page that says something went wrong is not to be indexed, and helps', async (t) => {
  const site = await openSite(t);
  const reply = await site.ask('/datasets/nowhere', { headers: asPage });
  const html = await reply.text();
  assert.equal(reply.status, 404);
  assert.match(html, /<meta name="robots" content="noindex"/);
  assert.doesNotMatch(html, /rel="canonical"/);
  assert.match(html, /<form[^>]*action="\/datasets"[^>]*role="search"/);
  assert.ok(html.includes(reply.headers.get('x-request-id') ?? '?'));
});

test('JSON-LD in a page cannot end the element that it stands in', async (t) => {
  const title = 'Torget </script><script>alert(1)</script><!--';
  const site = await openSite(t, { title });
  const html = await (await site.ask('/', { headers: asPage })).text();
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  assert.equal((JSON.parse(text) as { readonly name: string }).name, title);
  assert.doesNotMatch(html, /<script>alert/);
});

test('the start page works when nothing has been published', async (t) => {
  const site = await openSite(t);
  const reply = await site.ask('/', { headers: asPage });
  assert.equal(reply.status, 200);
  assert.match(await reply.text(), /Vilken data letar du efter\?/);
});
