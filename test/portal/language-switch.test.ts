import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownAddress } from '../../src/portal/language-routes.ts';
import { dataset } from '../http/descriptions.ts';
import { base, openSite, own } from '../http/site.ts';

const asPage = { Accept: 'text/html' };

test('the switch remembers the language and leads back, without a script', async (t) => {
  const site = await openSite(t);
  const html = await (await site.ask('/organizations?lang=sv', { headers: asPage })).text();
  const href =
    /class="top-language" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const reply = await site.ask(href);
  assert.equal(reply.status, 303);
  assert.equal(reply.headers.get('location'), '/organizations');
  const cookie = reply.headers.get('set-cookie') ?? '';
  assert.match(cookie, /^language=en; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure$/);
  const after = await site.ask('/organizations', {
    headers: { ...asPage, Cookie: 'language=en', 'Accept-Language': 'sv' },
  });
  assert.equal(after.headers.get('content-language'), 'en');
  assert.match(after.headers.get('vary') ?? '', /Cookie/);
});

test('the switch never leads to another site', () => {
  const others = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%0d%0aSet-Cookie:x=1\r\nX: y',
    '/.//evil.example',
    '/..//evil.example',
    'evil',
    '',
  ];
  for (const address of others) assert.equal(ownAddress(address, base), '/', address);
  assert.equal(ownAddress('/datasets?q=bad&theme=ENVI', base), '/datasets?q=bad&theme=ENVI');
  assert.equal(ownAddress('/datasets?q=å', base), '/datasets?q=%C3%A5');
});

test('a language that there is not is refused', async (t) => {
  const site = await openSite(t);
  assert.equal((await site.ask('/language?to=de&back=/')).status, 400);
  assert.equal((await site.ask('/language')).status, 400);
});

test('a language in the address is kept for the visit, and only over https on a site that has it', async (t) => {
  const site = await openSite(t);
  const reply = await site.ask('/about?lang=en', { headers: asPage });
  assert.equal(
    reply.headers.get('set-cookie'),
    'language=en; Path=/; SameSite=Lax; HttpOnly; Secure',
  );
  assert.equal(reply.headers.get('cache-control'), 'private, no-cache');
});

test('a draft is kept by nobody, whatever language it is asked for in', async (t) => {
  const site = await openSite(t);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=utkast`, {
    as: 'editor',
    body: dataset(),
  });
  for (const path of ['/datasets/utkast', '/datasets/utkast/versions']) {
    const reply = await site.ask(`${path}?lang=en`, { as: 'editor', headers: asPage });
    assert.equal(reply.status, 200, path);
    assert.equal(reply.headers.get('cache-control'), 'private, no-store', path);
  }
});
