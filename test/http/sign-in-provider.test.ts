import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import PostalMime from 'postal-mime';
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

test('the owner is told by letter when a provider is linked, however it was, and when it is unlinked', async (t) => {
  const { site, idp } = await open(t);
  const inside = async (sub: string) => {
    const person = await site.person({ role: 'editor' });
    idp.person = { sub, email: person.email, email_verified: true };
    return { person, browser: openBrowser(site), cookie: person.cookie.split('=') };
  };
  // The provider first, then the account.
  const asked = await inside('anna');
  assert.equal((await through(asked.browser, idp)).path, '/sign-in/link');
  asked.browser.cookies.set(asked.cookie[0] ?? '', asked.cookie[1] ?? '');
  await asked.browser.go('/account/link');
  assert.deepEqual(await lettersTo(site, asked.person.email, 0), [], 'not before the yes');
  await asked.browser.send('/account/link', { answer: 'yes' });
  const [first = ''] = await lettersTo(site, asked.person.email, 1);
  assert.match(first, /ett annat sätt att logga in/);
  assert.match(first, /Var det inte du: välj genast ett nytt lösenord/);

  // From the account's own page.
  const chosen = await inside('bo');
  chosen.browser.cookies.set(chosen.cookie[0] ?? '', chosen.cookie[1] ?? '');
  const done = await through(chosen.browser, idp, '?next=/account/security');
  assert.match(done.html, /said=done|sparad/);
  const [second = ''] = await lettersTo(site, chosen.person.email, 1);
  assert.match(second, /ett annat sätt att logga in/);

  // Signing in with it afterwards is nothing to write about.
  await through(openBrowser(site), idp);
  const { accounts } = site.application;
  const [identity] = await accounts.store.listIdentities(chosen.person.id);
  const password = { person: chosen.person.id, hash: 'x', changed: '2026-01-01T00:00:00.000Z' };
  await accounts.store.transact((tx) => tx.savePassword(password));
  await chosen.browser.go('/account/security');
  await chosen.browser.send(`/account/identities/${identity?.id}/unlink`, {});
  const letters = await lettersTo(site, chosen.person.email, 2);
  assert.equal(letters.filter((text) => /har kopplats bort från kontot/.test(text)).length, 1);
});

/** The texts of all letters to the address, once there are so many. */
async function lettersTo(site: Site, email: string, count: number): Promise<readonly string[]> {
  const { folder } = site.application.mail;
  for (;;) {
    const texts: string[] = [];
    for (const { id } of (await folder?.list(50)) ?? []) {
      const { to, text } = await PostalMime.parse((await folder?.read(id)) ?? '');
      if (to?.[0]?.address === email) texts.push(text ?? '');
    }
    if (texts.length >= count) return texts;
    await delay(50);
  }
}

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
