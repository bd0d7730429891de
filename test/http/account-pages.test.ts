import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import PostalMime from 'postal-mime';
import { type Browser, openBrowser } from './browser.ts';
import { foreign, openSite, own, type SignedInPerson, type Site } from './site.ts';

const password = 'grön häst på taket';

/** Waits for the newest letter to the address that has such a link, and gives the link's path. */
async function linkTo(site: Site, email: string, path: string): Promise<string> {
  const { folder } = site.application.mail;
  for (;;) {
    for (const { id } of (await folder?.list(50)) ?? []) {
      const { to, text } = await PostalMime.parse((await folder?.read(id)) ?? '');
      const link = new RegExp(`https://data\\.example\\.se(${path}[\\w-]{43})`).exec(
        text ?? '',
      )?.[1];
      if (to?.[0]?.address === email && link !== undefined) return link;
    }
    await setTimeout(50);
  }
}

/** A browser in which somebody has signed in. */
function browserOf(site: Site, person: SignedInPerson): Browser {
  const browser = openBrowser(site);
  const [name = '', value = ''] = person.cookie.split('=');
  browser.cookies.set(name, value);
  return browser;
}

async function registered(
  t: TestContext,
): Promise<{ site: Site; browser: Browser; email: string }> {
  const site = await openSite(t);
  const browser = openBrowser(site);
  const email = 'eva@umea.se';
  const form = { name: 'Eva Å', email, password };
  const sent = await browser.send('/register', form);
  assert.match(sent.text, /Titta i din inkorg/);
  const link = await linkTo(site, email, '/register/');
  const page = await browser.go(link);
  assert.equal(page.status, 200);
  const inside = await browser.send(link, { password });
  assert.equal(inside.path, '/account/organizations', inside.text);
  return { site, browser, email };
}

test('somebody registers, confirms, asks to join, and is let in by an administrator', async (t) => {
  const { site, browser } = await registered(t);
  const asked = await browser.send('/account/organizations', {
    organization: own,
    message: 'Jag arbetar med badvatten.',
  });
  assert.match(asked.text, /Frågan är skickad/);
  assert.equal((await browser.get(`/workspace/${own}/members`)).status, 404);
  const chief = browserOf(site, await site.person({ role: 'administrator' }));
  const list = await chief.go(`/workspace/${own}/members`);
  assert.match(list.text, /Eva Å.*Jag arbetar med badvatten/);
  const accept = /action="([^"]+\/accept)"/.exec(list.html)?.[1] ?? '';
  const done = await chief.send(accept, { role: 'editor' });
  assert.match(done.text, /Eva Å är nu med/);
  const own2 = await browser.go('/account/organizations');
  assert.match(own2.text, /Umeå kommun som redaktör/);
});

test('an invitation makes an account and a member, once, and only for its address', async (t) => {
  const site = await openSite(t);
  const chief = browserOf(site, await site.person({ role: 'administrator' }));
  await chief.go(`/workspace/${own}/members`);
  const sent = await chief.send(`/workspace/${own}/members/invitations`, {
    email: 'ny@umea.se',
    role: 'editor',
  });
  assert.match(sent.text, /Inbjudan är skickad till ny@umea.se/);
  const link = await linkTo(site, 'ny@umea.se', '/invitations/');
  const other = browserOf(site, await site.person({ role: 'editor', organization: foreign }));
  assert.match((await other.go(link)).text, /gäller ny@umea.se, men du är inloggad/);
  assert.equal((await other.send(link, {})).status, 403);
  const newcomer = openBrowser(site);
  assert.match((await newcomer.go(link)).text, /Umeå kommun som redaktör/);
  const short = await newcomer.send(link, { name: 'Ny', password: 'kort' });
  assert.equal(short.status, 422);
  assert.match(short.html, /value="Ny"/);
  const inside = await newcomer.post(link, { name: 'Ny', password });
  assert.equal(inside.headers.get('location'), `/workspace/${own}`);
  assert.equal((await openBrowser(site).get(link)).status, 410);
});

test('a member is given another role and removed, and the last administrator stays', async (t) => {
  const site = await openSite(t);
  const administrator = await site.person({ role: 'administrator' });
  const member = await site.person({ role: 'editor' });
  const chief = browserOf(site, administrator);
  const root = `/workspace/${own}/members`;
  await chief.go(root);
  assert.match(
    (await chief.send(`${root}/${member.id}/role`, { role: 'reader' })).text,
    /är ändrad/,
  );
  const removed = await chief.send(`${root}/${member.id}/remove`, {});
  assert.match(removed.text, new RegExp(`${member.email} är inte längre med`));
  assert.doesNotMatch(removed.path, /@|%40/, 'no address of mail in the address');
  const foreigner = await site.person({ role: 'editor', organization: foreign });
  const asked = await chief.go(`${root}?said=removed&name=${foreigner.id}`);
  assert.doesNotMatch(asked.html, new RegExp(foreigner.email));
  assert.equal((await browserOf(site, member).get(`/workspace/${own}/datasets`)).status, 404);
  await chief.go(root);
  const last = await chief.send(`${root}/${administrator.id}/remove`, {});
  assert.equal(last.status, 409);
});

test('a token is shown once, works, and stops when it is revoked', async (t) => {
  const site = await openSite(t);
  const chief = browserOf(site, await site.person({ role: 'administrator' }));
  const root = `/workspace/${own}/tokens`;
  await chief.go(root);
  const empty = await chief.send(root, { name: '', lifetime: '30' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /2 saker behöver rättas/);
  const made = await chief.send(root, { name: 'Export', lifetime: '30', 'scope.read': 'on' });
  const secret = /dt_[\w-]{43}/.exec(made.html)?.[0] ?? '';
  const asToken = { headers: { Authorization: `Bearer ${secret}` } };
  assert.equal((await site.ask('/api/v1/datasets?state=draft', asToken)).status, 200);
  const list = await chief.go(root);
  assert.doesNotMatch(list.html, new RegExp(secret));
  const revoke = /<th scope="row">Export.*?action="([^"]+\/revoke)"/s.exec(list.html)?.[1] ?? '';
  assert.match((await chief.send(revoke, {})).text, /gäller inte längre/);
  assert.equal((await site.ask('/api/v1/datasets', asToken)).status, 401);
});

test('two-step sign-in is turned on, asked for, and a recovery code works once', async (t) => {
  const { site, browser, email } = await registered(t);
  const setup = await browser.go('/account/second-factor');
  const secret = /name="secret" value="([A-Z2-7]+)"/.exec(setup.html)?.[1] ?? '';
  const uri = /name="uri" value="([^"]+)"/.exec(setup.html)?.[1] ?? '';
  assert.match(setup.html, /<svg class="qr-code"/);
  const wrong = await browser.send('/account/second-factor', { secret, uri, code: '000000' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, new RegExp(secret));
  const code = new TOTP({ secret }).generate();
  const shown = await browser.send('/account/second-factor', { secret, uri, code });
  const codes = [...shown.html.matchAll(/<code>([0-9A-Z-]{14})<\/code>/g)].map(([, one]) => one);
  assert.equal(codes.length, 10);
  const again = openBrowser(site);
  const asked = await again.send('/sign-in', { email, password });
  assert.equal(asked.path, '/sign-in/code');
  assert.match((await again.go('/account')).path, /^\/sign-in/);
  const bad = await again.send('/sign-in/code', { code: 'AAAA-BBBB-CCCC' });
  assert.equal(bad.status, 422);
  const inside = await again.send('/sign-in/code', { code: codes[0] ?? '', next: '/account' });
  assert.equal(inside.path, '/account');
  const third = openBrowser(site);
  await third.send('/sign-in', { email, password });
  assert.equal((await third.send('/sign-in/code', { code: codes[0] ?? '' })).status, 422);
});

test('a password is changed with the old one, and other sessions end', async (t) => {
  const { site, browser, email } = await registered(t);
  const other = openBrowser(site);
  await other.send('/sign-in', { email, password, next: '/account' });
  await browser.go('/account/security');
  const wrong = await browser.send('/account/password', {
    old: 'fel',
    password: 'ny fin häst 2027',
  });
  assert.equal(wrong.status, 422);
  const done = await browser.send('/account/password', {
    old: password,
    password: 'tolv röda bussar',
  });
  assert.match(done.text, /Lösenordet är bytt/);
  assert.match((await other.go('/account')).path, /^\/sign-in/);
});

test('a forgotten password is chosen anew by the link, which works once', async (t) => {
  const { site, email } = await registered(t);
  const browser = openBrowser(site);
  assert.match((await browser.send('/reset', { email })).text, /Titta i din inkorg/);
  assert.match(
    (await browser.send('/reset', { email: 'ingen@umea.se' })).text,
    /Titta i din inkorg/,
  );
  const link = await linkTo(site, email, '/reset/');
  assert.match((await browser.go(link)).text, /Nytt lösenord/);
  const reply = await browser.post(link, { password: 'tolv röda bussar' });
  assert.equal(reply.status, 303);
  assert.equal((await openBrowser(site).get(link)).status, 410);
});

test('what is typed when a proof has grown old waits until it is proved again', async (t) => {
  const { site, browser, email } = await registered(t);
  const { store } = site.application.accounts;
  const person = await store.findPersonByEmail(email);
  const grow = async () => {
    const [session] = await store.listSessions(person?.id ?? '');
    assert.ok(session !== undefined);
    const proved = new Date(Date.now() - 3_600_000).toISOString();
    await store.transact((tx) => tx.saveSession({ ...session, proved }));
  };
  await browser.go('/account');
  await grow();
  const typed = { email: 'eva"ny"@umea.se', password: 'hemligheten' };
  const asked = await browser.send('/account/email', typed);
  assert.match(asked.text, /Bekräfta att det är du/);
  assert.doesNotMatch(asked.html, /hemligheten/);
  const held = /name="(typed\.email)" value="([^"]*)"/.exec(asked.html);
  assert.equal(held?.[2], 'eva&quot;ny&quot;@umea.se');
  const kept = { to: '/account/email', 'typed.email': 'eva.ny@umea.se' };
  const wrong = await browser.send('/account/prove', { ...kept, password: 'fel' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /name="typed\.email" value="eva\.ny@umea\.se"/);
  const ready = await browser.send('/account/prove', { ...kept, password });
  assert.match(ready.html, /action="\/account\/email"[\s\S]*name="email" value="eva\.ny@umea\.se"/);
  const sent = await browser.send('/account/email', { email: 'eva.ny@umea.se' });
  assert.match(sent.text, /eva\.ny@umea\.se/);
  await linkTo(site, 'eva.ny@umea.se', '/account/email/');

  await grow();
  await browser.go('/account');
  const erase = await browser.send('/account/erase', { sure: 'on' });
  assert.equal(erase.path, '/account/prove?next=%2Faccount', 'a yes is given anew');
});

test('somebody takes their data away, and then the account', async (t) => {
  const { site, browser, email } = await registered(t);
  const reply = await browser.get('/account/data');
  const data = await reply.text();
  assert.match(reply.headers.get('content-disposition') ?? '', /attachment/);
  assert.match(data, new RegExp(email));
  assert.doesNotMatch(data, /argon2|hash/i);
  await browser.go('/account');
  assert.equal((await browser.send('/account/erase', {})).status, 422);
  assert.match((await browser.send('/account/erase', { sure: 'on' })).text, /raderat/);
  const again = await openBrowser(site).send('/sign-in', { email, password });
  assert.equal(again.status, 422);
});
