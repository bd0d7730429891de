import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { isLinkable, page, renderPage } from '../../src/http/html.ts';
import { serve, testRoute } from './serve.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><script>',
  "' onmouseover='alert(1)",
  '{{7*7}}',
  '&lt;b&gt;',
];

test('data is shown as text wherever it stands', () => {
  for (const attack of attacks) {
    const html = renderPage({
      title: attack,
      language: 'sv',
      rows: [{ label: attack, value: [attack, attack], language: attack }],
      links: [{ text: attack, href: `https://e.se/${attack}`, rel: attack }],
    });
    assert.doesNotMatch(html, /<script|<img|onerror=alert\(1\)>|lang="[^"]*"[^ >]/);
    assert.equal(
      html.split('<').length,
      renderPage({
        title: 'x',
        language: 'sv',
        rows: [{ label: 'x', value: ['x', 'x'], language: 'x' }],
        links: [{ text: 'x', href: attack.includes(' ') ? 'x' : 'https://e.se/', rel: 'x' }],
      }).split('<').length,
    );
  }
});

test('only addresses of the web and of mail, and paths of ours, become links', () => {
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
  assert.doesNotMatch(
    renderPage({
      title: 't',
      language: 'sv',
      rows: [{ label: 'l', value: 'javascript:alert(1)' }],
    }),
    /href/,
  );
});

test('a page allows its own style by digest and no script at all', async (t) => {
  const { get } = await serve(t, [
    testRoute({
      path: '/page',
      handler: (ctx) =>
        page(ctx, {
          title: 'Träd',
          language: 'sv',
          rows: [{ label: 'Namn', value: 'Trees', language: 'en' }],
        }),
    }),
  ]);
  const reply = await get('/page');
  const html = await reply.text();
  const style = /<style>(.*)<\/style>/.exec(html)?.[1] ?? '';
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = reply.headers.get('content-security-policy') ?? '';
  assert.ok(policy.includes(`style-src 'sha256-${digest}'`));
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /script-src|unsafe/);
  assert.match(
    html,
    /<html lang="sv">.*<title>Träd<\/title>.*<h1>Träd<\/h1>.*<th scope="row">Namn<\/th><td lang="en">Trees<\/td>/s,
  );
  assert.equal(reply.headers.get('content-language'), 'sv');
});
