import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsPage, isLinkable } from '../../src/http/facts-page.ts';
import { serve, testRoute } from './serve.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><script>',
  "' onmouseover='alert(1)",
  '{{7*7}}',
  '&lt;b&gt;',
];

test('data is shown as text wherever it stands', async (t) => {
  const { get } = await serve(
    t,
    ['x', ...attacks].map((attack, index) =>
      testRoute({
        path: `/page/${index}`,
        handler: (ctx) =>
          factsPage(ctx, {
            title: attack,
            language: 'sv',
            rows: [{ label: attack, value: [attack, attack], language: attack }],
            links: [
              { text: attack, href: `https://e.se/${encodeURIComponent(attack)}`, rel: attack },
            ],
          }),
      }),
    ),
  );
  const pages = await Promise.all(
    ['x', ...attacks].map(async (_, index) => (await get(`/page/${index}`)).text()),
  );
  for (const html of pages) {
    assert.doesNotMatch(html, /<script>|<img src=x|lang="[^"]*"[^ >]/);
    assert.equal(html.split('<').length, pages[0]?.split('<').length);
  }
});

test('only addresses of the web and of mail, and paths of ours, become links', async (t) => {
  for (const good of ['https://e.se/', 'HTTP://e.se', 'mailto:a@e.se', '/datasets/trees'])
    assert.equal(isLinkable(good), true, good);
  for (const bad of [
    'javascript:alert(1)',
    'JaVa\tScript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'http:evil',
    'ftp://e.se',
    'trees',
    'https://e.se/\u0000x',
  ]) {
    assert.equal(isLinkable(bad), false, bad);
  }
  const { get } = await serve(t, [
    testRoute({
      path: '/page',
      handler: (ctx) =>
        factsPage(ctx, {
          title: 't',
          language: 'sv',
          rows: [{ label: 'l', value: 'javascript:alert(1)' }],
        }),
    }),
  ]);
  assert.doesNotMatch(await (await get('/page')).text(), /href="javascript/);
});

test('a page runs and shows only what comes from its own host, and nothing inline', async (t) => {
  const { get } = await serve(t, [
    testRoute({
      path: '/page',
      handler: (ctx) =>
        factsPage(ctx, {
          title: 'Träd',
          language: 'sv',
          rows: [{ label: 'Namn', value: 'Trees', language: 'en' }],
        }),
    }),
  ]);
  const reply = await get('/page');
  const html = await reply.text();
  const policy = reply.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|https?:/);
  assert.doesNotMatch(html, /<style|<script>| style=/);
  assert.match(
    html,
    /<html lang="sv".*<title>Träd.*<h1[^>]*>Träd<\/h1>.*<th scope="row">Namn<\/th><td lang="en">Trees<\/td>/s,
  );
  assert.equal(reply.headers.get('content-language'), 'sv');
});
