import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { addPerson } from '../../src/accounts/add-person.ts';
import { resetPassword } from '../../src/accounts/reset-password.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import { openBrowser } from './browser.ts';
import { openSite, own, type Site } from './site.ts';

const password = 'grön häst på taket';
const email = 'anna.ek@umea.se';

/** A site where Anna is an editor. */
async function openWithAnna(t: TestContext): Promise<Site> {
  const site = await openSite(t);
  const { accounts, context } = site.application;
  const umea = await context.store.find('organization', own);
  const { secret } = await addPerson(accounts, {
    actor: localOperator,
    email,
    name: 'Anna Ek',
    as: { organization: umea?.id ?? '', role: 'editor' },
  });
  const visitor = { address: '127.0.0.1', request: 'r', agent: 'test' };
  const done = await resetPassword(accounts, { secret: secret ?? '', password, visitor });
  assert.equal(done.step, 'done');
  return site;
}

test('somebody who signs in comes to their workspace, and is out when they sign out', async (t) => {
  const site = await openWithAnna(t);
  const browser = openBrowser(site);
  const page = await browser.go('/sign-in');
  assert.equal(page.status, 200);
  const inside = await browser.send('/sign-in', { email, password, next: '/account/prove' });
  assert.equal(inside.status, 200, inside.text);
  assert.equal(inside.path, '/account/prove');
  assert.match(inside.text, /Anna Ek/);
  const session = browser.cookies.get('__Host-session');
  const left = await browser.post('/sign-out', { _csrf: browser.csrf });
  assert.equal(left.headers.get('clear-site-data'), '"storage"');
  const out = await browser.go(left.headers.get('location') ?? '');
  assert.equal(out.status, 200);
  assert.match(out.text, /Du är utloggad/);
  assert.equal(browser.cookies.has('__Host-session'), false);
  // The secret itself is dead, not just forgotten by the browser.
  browser.cookies.set('__Host-session', session ?? '');
  assert.match((await browser.go('/account/prove')).path, /^\/sign-in\?next=/);
});

test('a wrong password is refused in words, and what was typed is kept but for the password', async (t) => {
  const site = await openWithAnna(t);
  const browser = openBrowser(site);
  for (const address of [email, 'ingen@umea.se']) {
    const page = await browser.send('/sign-in', { email: address, password: 'inte rätt lösenord' });
    assert.equal(page.status, 422);
    assert.match(page.text, /hör inte ihop/);
    assert.match(page.html, new RegExp(`value="${address}"`));
    assert.doesNotMatch(page.html, /inte rätt lösenord/);
  }
});
