import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from '../http/browser.ts';
import { base, foreign, openSite, own } from '../http/site.ts';

const planted = 'A'.repeat(43);

test('session fixation (CVE-2025-64100): a cookie that was there before sign-in is nobody’s after it', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'editor' });
  const browser = openBrowser(site);
  browser.cookies.set('__Host-session', planted);
  await browser.go('/');
  assert.match((await browser.go('/account')).path, /^\/sign-in/);
  const [, fresh] = person.cookie.split('=');
  assert.notEqual(fresh, planted);
  assert.equal(
    (await site.ask('/account', { headers: { Cookie: `__Host-session=${planted}` } })).status,
    303,
  );
});

test('a session’s cookie is bound to the host, unseen by scripts, and not sent from other sites', async (t) => {
  const site = await openSite(t);
  const reply = await site.ask('/sign-out', {
    method: 'POST',
    headers: { Origin: base, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'x=1',
  });
  const [cookie = ''] = reply.headers.getSetCookie();
  assert.match(cookie, /^__Host-session=;/);
  for (const word of ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure'])
    assert.ok(cookie.includes(word), word);
  assert.doesNotMatch(cookie, /Domain/i);
});

test('CSRF: what another site sends in a session changes nothing, whatever it calls its content', async (t) => {
  const site = await openSite(t);
  const { cookie, csrf, id } = await site.person({ role: 'administrator' });
  const body = `name=Kapad&language=sv&_csrf=${csrf}`;
  const types = [
    'application/x-www-form-urlencoded',
    'text/plain',
    'text/plain;charset=UTF-8',
    'TEXT/PLAIN',
    'multipart/form-data; boundary=x',
    'application/json',
    '',
  ];
  const senders: readonly Readonly<Record<string, string>>[] = [
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.example.se' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: base },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: `${base}.evil.example` },
    {},
  ];
  for (const type of types) {
    for (const sender of senders) {
      const reply = await site.ask('/account', {
        method: 'POST',
        headers: { Cookie: cookie, ...sender, ...(type === '' ? {} : { 'Content-Type': type }) },
        body: type === '' ? new Uint8Array(Buffer.from(body)) : body,
      });
      assert.ok(
        [403, 415].includes(reply.status),
        `${type} ${JSON.stringify(sender)} ${reply.status}`,
      );
    }
  }
  const person = await site.application.accounts.store.findPerson(id);
  assert.notEqual(person?.name, 'Kapad');
});

test('CSRF: our own origin without the session’s token, or with another session’s, changes nothing', async (t) => {
  const site = await openSite(t);
  const victim = await site.person({ role: 'administrator' });
  const attacker = await site.person({ role: 'administrator' });
  for (const token of [
    '',
    '&_csrf=',
    `&_csrf=${attacker.csrf}`,
    `&_csrf=${victim.csrf}&_csrf=${victim.csrf}`,
  ]) {
    const reply = await site.ask('/account', {
      method: 'POST',
      headers: {
        Cookie: victim.cookie,
        Origin: base,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: `name=Kapad&language=sv${token}`,
    });
    assert.ok([400, 403].includes(reply.status), `${token} ${reply.status}`);
  }
});

test('login CSRF: another site cannot sign a browser in', async (t) => {
  const site = await openSite(t);
  const reply = await site.ask('/sign-in', {
    method: 'POST',
    headers: {
      'Sec-Fetch-Site': 'cross-site',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'email=a%40b.se&password=x',
  });
  assert.equal(reply.status, 403);
});

test('an exemption is for one request (CVE-2026-41255): a bearer’s call opens nothing for the next', async (t) => {
  const site = await openSite(t);
  const { cookie } = await site.person({ role: 'administrator' });
  const send = (headers: Readonly<Record<string, string>>) =>
    site.ask('/account', {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: 'name=Kapad&language=sv',
    });
  const bearer = { Authorization: `Bearer ${site.tokens.administrator}` };
  for (let n = 0; n < 3; n++) {
    await send(bearer);
    assert.equal((await send({ 'Sec-Fetch-Site': 'cross-site' })).status, 403);
  }
});

test('the API never looks at the session’s cookie', async (t) => {
  const site = await openSite(t);
  const { cookie } = await site.person({ role: 'administrator' });
  const reply = await site.ask(`/api/v1/datasets?organization=${own}&name=kapad`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: base, 'Content-Type': 'application/json' },
    body: '{"title":{"sv":"x"}}',
  });
  assert.equal(reply.status, 401);
});

test('open redirect: signing in leads to pages of ours only', async (t) => {
  const site = await openSite(t);
  const { cookie } = await site.person({ role: 'editor' });
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
  ]) {
    const reply = await site.ask(`/sign-in?next=${encodeURIComponent(next)}`, {
      headers: { Cookie: cookie },
    });
    const location = reply.headers.get('location') ?? '';
    assert.equal(new URL(location, base).origin, base, next);
    assert.doesNotMatch(location, /^\/[/\\]/, next);
  }
});

test('host header: letters and redirects never carry what the request says its host is', async (t) => {
  const site = await openSite(t);
  const reply = await site.ask('/account', { headers: { 'X-Forwarded-Host': 'evil.example' } });
  assert.equal(reply.headers.get('location'), '/sign-in?next=%2Faccount');
});

test('an account that is closed is out at its next request, with all its sessions', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'editor' });
  assert.equal((await site.ask('/account', { as: person })).status, 200);
  const { accounts } = site.application;
  await accounts.store.transact(async (tx) => {
    const found = await tx.findPerson(person.id);
    if (found !== undefined) await tx.savePerson({ ...found, disabled: new Date().toISOString() });
  });
  assert.equal((await site.ask('/account', { as: person })).status, 303);
});

test('pages of a session are kept by no cache', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'administrator' });
  for (const path of [
    '/',
    '/account',
    '/account/security',
    `/workspace/${own}/members`,
    '/problems/not-found',
    '/vocabularies',
  ]) {
    const reply = await site.ask(path, { as: person, headers: { Accept: 'text/html' } });
    assert.match(reply.headers.get('cache-control') ?? '', /no-store/, path);
  }
});

test('another organisation’s people and tokens are as if they were not there', async (t) => {
  const site = await openSite(t);
  const chief = await site.person({ role: 'administrator' });
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  const clean = (html: string, name: string) =>
    html.replaceAll(name, 'X').replace(/[0-9a-f]{16}/g, '');
  for (const [method, path] of [
    ['GET', '/members'],
    ['GET', '/tokens'],
    ['POST', '/members/invitations'],
    ['POST', `/members/${stranger.id}/role`],
    ['POST', `/members/${stranger.id}/remove`],
    ['POST', '/tokens'],
    ['POST', `/tokens/${stranger.id}/revoke`],
  ] as const) {
    const ask = async (name: string) => {
      const reply = await site.ask(`/workspace/${name}${path}`, {
        as: chief,
        method,
        headers: { Accept: 'text/html' },
        ...(method === 'POST' ? { form: { email: 'x@y.se', role: 'administrator' } } : {}),
      });
      return { status: reply.status, html: clean(await reply.text(), name) };
    };
    const theirs = await ask(foreign);
    assert.equal(theirs.status, 404, path);
    assert.deepEqual(theirs, await ask('finns-inte'), path);
  }
  // Own organisation in the address, the other's id.
  for (const path of [
    `/members/${stranger.id}/role`,
    `/members/${stranger.id}/remove`,
    `/tokens/${stranger.id}/revoke`,
  ]) {
    const reply = await site.ask(`/workspace/${own}${path}`, {
      as: chief,
      form: { role: 'reader' },
    });
    assert.equal(reply.status, 404, path);
  }
  const { accounts } = site.application;
  const [held] = await accounts.store.listMemberships(stranger.id);
  assert.equal(held?.role, 'administrator');
});

test('a member without the right is told so, and nothing changes', async (t) => {
  const site = await openSite(t);
  const editor = await site.person({ role: 'editor' });
  for (const path of ['/members', '/tokens']) {
    assert.equal((await site.ask(`/workspace/${own}${path}`, { as: editor })).status, 403, path);
  }
  const form = { role: 'administrator' };
  const reply = await site.ask(`/workspace/${own}/members/${editor.id}/role`, { as: editor, form });
  assert.equal(reply.status, 403);
});
