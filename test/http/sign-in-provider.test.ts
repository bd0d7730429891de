import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { readOidcSettings } from '../../src/accounts/oidc/oidc-settings.ts';
import { type IdentityProvider, startIdentityProvider } from '../services/identity-provider.ts';
import { type Browser, openBrowser, type Page } from './browser.ts';
import { base, openSite, own, type Site } from './site.ts';

interface Opened {
  readonly site: Site;
  readonly idp: IdentityProvider;
}

/** A site with a provider, whose people get accounts when told so. */
async function open(
  t: TestContext,
  settings: Readonly<Record<string, string>> = {},
): Promise<Opened> {
  const idp = await startIdentityProvider(t, [`${base}/sign-in/callback/test`]);
  const env: Record<string, string> = {
    DATATORGET_OIDC_PROVIDERS: 'test',
    DATATORGET_OIDC_TEST_LABEL: 'Provleverantören',
    DATATORGET_OIDC_TEST_ISSUER: idp.issuer,
    DATATORGET_OIDC_TEST_CLIENT_ID: idp.clientId,
    DATATORGET_OIDC_TEST_CLIENT_SECRET: idp.clientSecret,
  };
  for (const [name, value] of Object.entries(settings)) env[`DATATORGET_OIDC_TEST_${name}`] = value;
  const oidc = readOidcSettings(env, (fault) => assert.fail(fault));
  return { site: await openSite(t, { oidc }), idp };
}

/** From the button to the address that the provider sends the browser to. */
async function toCallback(browser: Browser, idp: IdentityProvider, next = ''): Promise<string> {
  const start = await browser.get(`/sign-in/with/test${next}`);
  assert.equal(start.status, 303);
  const back = new URL(await idp.visit(start.headers.get('location') ?? ''));
  assert.equal(back.origin + back.pathname, `${base}/sign-in/callback/test`);
  return back.pathname + back.search;
}

async function through(browser: Browser, idp: IdentityProvider, next = ''): Promise<Page> {
  return browser.go(await toCallback(browser, idp, next));
}

test('a provider’s people get an account, a membership and a session, and the same account again', async (t) => {
  const { site, idp } = await open(t, { CREATE: 'true', ORGANIZATION: own, ROLE: 'editor' });
  const browser = openBrowser(site);
  assert.match((await browser.go('/sign-in')).text, /Logga in med Provleverantören/);
  const page = await through(browser, idp, '?next=/account/organizations');
  assert.equal(page.path, '/account/organizations');
  assert.match(page.text, /Anna Ek/);
  assert.match(page.text, /Umeå kommun som redaktör/);
  idp.person = { sub: 'anna', email: 'helt.ny@umea.se', email_verified: true };
  const again = await through(openBrowser(site), idp, '?next=/account');
  assert.match(again.text, /anna.ek@umea.se/);
});

test('without leave to make accounts a stranger of the provider is told so', async (t) => {
  const { site, idp } = await open(t);
  const page = await through(openBrowser(site), idp);
  assert.match(page.text, /men har inget konto här/);
  assert.equal(
    await site.application.accounts.store.findPersonByEmail('anna.ek@umea.se'),
    undefined,
  );
});

test('an address that has an account is linked only after signing in to that account and saying yes', async (t) => {
  const { site, idp } = await open(t, { CREATE: 'true' });
  const victim = await site.person({ role: 'administrator' });
  idp.person = { sub: 'mallory', email: victim.email, email_verified: true };
  const stranger = openBrowser(site);
  const asked = await through(stranger, idp);
  assert.equal(asked.path, '/sign-in/link');
  assert.match((await stranger.go('/account')).path, /^\/sign-in/, 'nobody is in');
  // Its owner, in the browser in which it was begun, by their own means.
  const [name = '', value = ''] = victim.cookie.split('=');
  stranger.cookies.set(name, value);
  assert.match((await stranger.go('/account/link')).text, /Vill du kunna logga in/);
  assert.match((await stranger.send('/account/link', { answer: 'yes' })).text, /sparad/);
  const later = await through(openBrowser(site), idp, '?next=/account');
  assert.match(later.text, new RegExp(victim.email));
});

test('what waits for one account is not linked to another', async (t) => {
  const { site, idp } = await open(t);
  const victim = await site.person({ role: 'administrator' });
  const other = await site.person({ role: 'editor' });
  idp.person = { sub: 'mallory', email: victim.email, email_verified: true };
  const browser = openBrowser(site);
  await through(browser, idp);
  const [name = '', value = ''] = other.cookie.split('=');
  browser.cookies.set(name, value);
  await browser.go('/account/link');
  assert.equal((await browser.send('/account/link', { answer: 'yes' })).status, 410);
  assert.deepEqual(await site.application.accounts.store.listIdentities(other.id), []);
});

test('an answer that another browser’s attempt led to signs nobody in', async (t) => {
  const { site, idp } = await open(t, { CREATE: 'true' });
  const callback = await toCallback(openBrowser(site), idp);
  const victim = openBrowser(site);
  assert.match((await victim.go(callback)).text, /började den i en annan webbläsare/);
  await victim.get('/sign-in/with/test');
  assert.match((await victim.go(callback)).text, /började den i en annan webbläsare/);
  assert.match((await victim.go('/account')).path, /^\/sign-in/);
});

test('an answer is taken once', async (t) => {
  const { site, idp } = await open(t, { CREATE: 'true' });
  const browser = openBrowser(site);
  const start = await browser.get('/sign-in/with/test');
  const attempt = browser.cookies.get('__Host-attempt') ?? '';
  const back = new URL(await idp.visit(start.headers.get('location') ?? ''));
  const callback = back.pathname + back.search;
  assert.equal((await browser.get(callback)).headers.get('location'), '/workspace');
  const again = openBrowser(site);
  again.cookies.set('__Host-attempt', attempt);
  assert.match((await again.go(callback)).text, /Börja om här/);
});

test('another site cannot begin a sign-in', async (t) => {
  const { site } = await open(t);
  const reply = await openBrowser(site).get('/sign-in/with/test', {
    'Sec-Fetch-Site': 'cross-site',
  });
  assert.equal(reply.headers.get('location'), '/sign-in');
});

test('a provider that is down keeps nobody from signing in another way, and says what is wrong', async (t) => {
  const { site, idp } = await open(t);
  await idp.stop();
  const page = await openBrowser(site).go('/sign-in/with/test');
  assert.equal(page.status, 200);
  assert.match(page.text, /Provleverantören svarar inte just nu. Logga in med lösenord/);
  assert.match(page.html, /name="password"/);
});

test('forged answers sign nobody in and are told of without detail', async (t) => {
  const { site, idp } = await open(t, { CREATE: 'true' });
  for (const forgery of [
    { unsigned: true },
    { broken: true },
    { claims: (held: object) => ({ ...held, nonce: 'x' }) },
    { claims: (held: object) => ({ ...held, aud: 'x' }) },
    { claims: (held: object) => ({ ...held, iss: 'https://evil.example' }) },
  ]) {
    idp.forgery = forgery;
    const browser = openBrowser(site);
    assert.match((await through(browser, idp)).text, /gick inte att lita på/);
    assert.equal(browser.cookies.has('__Host-session'), false);
  }
});

test('a provider that does not count as two factors does not stand for the second', async (t) => {
  const { site, idp } = await open(t, { CREATE: 'true' });
  await through(openBrowser(site), idp);
  const { accounts } = site.application;
  const person = await accounts.store.findPersonByEmail('anna.ek@umea.se');
  await accounts.store.transact((tx) =>
    tx.saveTotp({ person: person?.id ?? '', secret: 'x', confirmed: 'now', lastStep: 0 }),
  );
  assert.equal((await through(openBrowser(site), idp)).path, '/sign-in/code');
});
