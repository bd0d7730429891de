import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.ts';
import { openSite } from './site.ts';

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name.replace('.', '\\.')}" value="([^"]*)"`).exec(html)?.[1];

test('what is typed when the session has ended is kept until it can be sent', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'editor' });
  const [name = '', value = ''] = person.cookie.split('=');
  const browser = openBrowser(site);
  const late = await browser.send('/account', {
    name: 'Anna "Ek" <b>',
    language: 'sv',
    _csrf: 'of an earlier session',
    password: 'hemligheten',
  });
  assert.equal(late.status, 401);
  assert.match(late.text, /Du är inte inloggad längre/);
  assert.doesNotMatch(late.html, /hemligheten|of an earlier session/);
  const kept = { to: '/account', 'typed.name': 'Anna "Ek" <b>', 'typed.language': 'sv' };
  assert.equal(hidden(late.html, 'typed.name'), 'Anna &quot;Ek&quot; &lt;b>');
  assert.match((await browser.send('/sign-in/resume', kept)).text, /fortfarande utloggad/);
  browser.cookies.set(name, value);
  const ready = await browser.send('/sign-in/resume', kept);
  assert.match(ready.text, /inloggad igen/);
  const done = await browser.send('/account', { name: 'Anna Ek', language: 'sv' });
  assert.match(done.text, /Sparat/);
});

test('a form of an earlier session changes nothing, and is offered to be sent in this one', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'editor' });
  const reply = await site.ask('/account', {
    as: { ...person, csrf: 'old' },
    headers: { Accept: 'text/html' },
    form: { name: 'Nytt namn', language: 'sv' },
  });
  assert.equal(reply.status, 403);
  const html = await reply.text();
  assert.equal(hidden(html, 'name'), 'Nytt namn');
  assert.equal(hidden(html, '_csrf'), person.csrf);
  const { accounts } = site.application;
  assert.equal((await accounts.store.findPerson(person.id))?.name, person.name);
});

test('another site cannot have anything kept, nor sent', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'administrator' });
  for (const path of ['/account', '/sign-in/resume']) {
    for (const headers of [{ Cookie: person.cookie }, {}]) {
      const reply = await site.ask(path, {
        method: 'POST',
        headers: {
          ...headers,
          'Sec-Fetch-Site': 'cross-site',
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: 'to=/account/erase&typed.sure=on',
      });
      assert.equal(reply.status, 403);
      assert.doesNotMatch(await reply.text(), /typed\.sure|name="sure"/);
    }
  }
  const browser = openBrowser(site);
  const page = await browser.send('/sign-in/resume', { to: '//evil.example/x', 'typed.a': 'b' });
  assert.doesNotMatch(page.html, /evil\.example/);
});

test('a browser that is about to be signed out can say that it is still there', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'editor' });
  assert.equal((await site.ask('/sign-in/still', { as: person })).status, 204);
  assert.equal((await site.ask('/sign-in/still')).status, 401);
  const html = await (await site.ask('/account', { as: person })).text();
  assert.match(html, /class="site-notice warn session-end"[^>]*data-end="\d+"[^>]* hidden/);
});
