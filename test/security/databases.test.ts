import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import { acceptInvitation } from '../../src/accounts/accept-invitation.ts';
import { addPerson } from '../../src/accounts/add-person.ts';
import { inviteMember } from '../../src/accounts/invite-member.ts';
import { emailKeyOf } from '../../src/accounts/person.ts';
import { register } from '../../src/accounts/register.ts';
import { askForReset } from '../../src/accounts/reset-password.ts';
import { signIn } from '../../src/accounts/sign-in.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import { CatalogError } from '../../src/kernel/errors.ts';
import { good, openedAccounts } from '../accounts/opened-accounts.ts';
import { putOrganization } from '../contract/catalog-records.ts';
import { dataset } from '../http/descriptions.ts';
import { openSite, own } from '../http/site.ts';
import { mariadb } from '../services/mariadb.ts';
import { newTicket, pathTo } from './make-thing.ts';

/** What databases make of text each in their own way: here both answer alike. */

const server = await mariadb();
after(() => ('missing' in server ? undefined : server.stop()));

/** The test on SQLite, and on MariaDB where there is one. */
function onBoth(title: string, work: (t: TestContext, url: string | undefined) => Promise<void>) {
  test(`${title} (SQLite)`, (t) => work(t, undefined));
  test(`${title} (MariaDB)`, async (t) => {
    if ('missing' in server) return t.skip(server.missing);
    await work(t, await server.createDatabase());
  });
}

const owner = 'lisa.assberg@example.se';

/** The owner's own address, typed as people and their telephones type it: RFC 8265 §3.3. */
const typedByOwner = [
  'LISA.ASSBERG@example.se',
  '  lisa.assberg@example.se ',
  'ｌisa．assberg@example.se',
  'ⓛisa.assberg@ᵉxample.se',
];

/** Addresses that a collation, a browser's font or a careless folding takes for the owner's. */
const others = [
  'lisa.åssberg@example.se',
  'lisa.ássberg@example.se',
  'lisa.aßberg@example.se',
  'lısa.assberg@example.se',
  'LİSA.assberg@example.se',
  'lіsa.assberg@example.se',
  'lisa.assberg+x@example.se',
  'lisaassberg@example.se',
  'lisa.assberg@exämple.se',
  'lisa.assberg@example.se.evil.se',
  'lisa.assberg@xn--exmple-cua.se',
  'lisa_assberg@example.se',
  'lisa%@example.se',
  'lisa.assberg\u200b@example.se',
  'lisa.assberg@example.se\u0000',
  'lisa.assberg@example.se\u202e',
  '"lisa.assberg@example.se"@evil.se',
  'lisa.assberg@example.se,ond@evil.se',
  'lisa.assberg@example.se\r\nBcc: ond@evil.se',
  '0',
];

onBoth(
  'nobody gets the account, a letter or a place of somebody whose address looks like theirs',
  async (t, url) => {
    const opened = await openedAccounts(t, url === undefined ? { memory: true } : { url });
    const { accounts, store, letters } = opened;
    const organization = (await putOrganization(store.catalog, 'umea')).id;
    const lisa = await opened.person('Lisa');
    const mail = { email: owner, emailKey: emailKeyOf(owner) };
    await accounts.store.transact((tx) => tx.savePerson({ ...lisa, ...mail }));
    const { signedIn } = await opened.signIn({ ...lisa, ...mail });
    const toOwner = async () =>
      (await letters()).filter(({ to }) => emailKeyOf(to) === mail.emailKey);
    for (const [index, email] of others.entries()) {
      const visitor = { address: `192.0.2.${index}`, request: 'r', agent: 'Test' };
      const before = (await letters()).length;
      await askForReset(accounts, { email, visitor });
      assert.equal((await letters()).length, before, `a letter to reset ${email}`);
      const entered = await signIn(accounts, { email, password: good, visitor });
      assert.notEqual(entered.step, 'done', email);
      const language = 'sv';
      await register(accounts, { email, name: 'Ond', password: good, language, visitor });
      const offer = { organization, email, role: 'administrator', language } as const;
      const invited = await inviteMember(accounts, localOperator, offer).catch(refused);
      if (invited !== undefined) {
        const { secret } = await opened.link(invited.email);
        await assert.rejects(
          acceptInvitation(accounts, signedIn, secret),
          { code: 'not-permitted' },
          email,
        );
      }
      assert.equal(
        (await toOwner()).length,
        0,
        `the owner of another address is written to: ${email}`,
      );
      for (const { to } of (await letters()).slice(before)) assert.equal(to, email.trim());
    }
    for (const [index, email] of typedByOwner.entries()) {
      const visitor = { address: `198.51.100.${index}`, request: 'r', agent: 'Test' };
      opened.pass(24 * 3600);
      await askForReset(accounts, { email, visitor });
      const [letter] = (await letters()).slice(-1);
      assert.equal(letter?.to, owner, `to the mailbox of the account, not to ${email}`);
      const again = await addPerson(accounts, {
        actor: localOperator,
        email,
        name: 'Ond',
        as: 'operator',
      }).catch(refused);
      assert.ok(again === undefined || again.person.id === lisa.id, `a second account: ${email}`);
    }
  },
);

function refused(error: unknown): undefined {
  if (!(error instanceof CatalogError)) throw error;
}

/** What a database that compares text with numbers takes for every text that begins with a letter, and what comes near it. */
const loose = ['0', '-0', '0e0', 'true', 'null', '[]', "' or 1=1 -- ", '%', '_'];

test('no address of anything is met by 0, true, nothing or a pattern (MariaDB)', async (t) => {
  if ('missing' in server) return t.skip(server.missing);
  const databaseUrl = await server.createDatabase();
  const site = await openSite(t, { databaseUrl });
  const { store, accounts } = site.application;
  const as = await site.person('operator');
  await newTicket(site, 'Fråga');
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=abc&publish=true`, {
    as: 'editor',
    body: dataset(),
  });
  await site.askJson(201, '/api/v1/tokens', {
    as: 'administrator',
    body: { organization: own, name: 'N', scopes: ['read'], days: 1 },
  });
  const routes = site.routes.filter(({ path }) => path.includes('{'));
  const filled = new Map<string, string>();
  for (const route of routes)
    filled.set(route.path, filled.get(route.path) ?? (await pathTo(site, route)));
  const count = async () => [
    await store.catalog.revision(),
    await accounts.store.countPeople(),
    (await store.audit.list({ actions: ['token-revoked', 'member-removed'], limit: 99 })).length,
  ];
  const before = await count();
  const met: string[] = [];
  for (const { path, method } of routes) {
    for (const value of loose) {
      const asked = lastParameter(path, filled.get(path) ?? '', value);
      const api = path.startsWith('/api/');
      const reply = await site.ask(asked, {
        method,
        as: api ? 'operator' : as,
        headers: { 'If-Match': '*' },
        ...(method === 'GET' || method === 'DELETE' ? {} : api ? { body: {} } : { form: {} }),
      });
      await reply.arrayBuffer();
      if (reply.status < 400 || reply.status >= 500)
        met.push(`${method} ${asked}: ${reply.status}`);
    }
  }
  assert.deepEqual(met, []);
  for (const value of loose) {
    const bearer = await site.ask('/api/v1/tokens', {
      headers: { Authorization: `Bearer ${encodeURIComponent(value)}` },
    });
    assert.equal(bearer.status, 401, value);
    await bearer.arrayBuffer();
    const cookie = as.cookie.replace(/=.*/, `=${encodeURIComponent(value)}`);
    const page = await site.ask('/account', { headers: { Cookie: cookie } });
    assert.equal(page.status, 303, value);
    await page.arrayBuffer();
  }
  assert.deepEqual(await count(), before);
});

/** The path with its last parameter replaced. */
function lastParameter(pattern: string, path: string, value: string): string {
  const at = pattern.slice(0, pattern.lastIndexOf('{')).split('/').length - 1;
  const [whole = ''] = path.split('?');
  return whole
    .split('/')
    .map((part, index) => (index === at ? encodeURIComponent(value) : part))
    .join('/');
}
