import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPerson } from '../../src/accounts/add-person.ts';
import { changePassword } from '../../src/accounts/change-password.ts';
import { askToChangeEmail, changeEmail, changePerson } from '../../src/accounts/change-person.ts';
import { cleanAccounts } from '../../src/accounts/clean-accounts.ts';
import {
  disablePerson,
  enablePerson,
  erasePerson,
  setOperator,
} from '../../src/accounts/close-account.ts';
import { identifySession } from '../../src/accounts/identify-session.ts';
import { endOtherSessions, endSession, listSessions, seeAs } from '../../src/accounts/sessions.ts';
import { signIn } from '../../src/accounts/sign-in.ts';
import { may } from '../../src/catalog/policy.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import { newRecord, put, putOrganization } from '../contract/catalog-records.ts';
import { good, openedAccounts, visitor } from './opened-accounts.ts';

test('closing an account ends its sessions at once, and opening it brings none back', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts } = opened;
  const { person, secret, signedIn } = await opened.signIn(await opened.person());
  await assert.rejects(disablePerson(accounts, signedIn.actor, person.id), {
    code: 'not-permitted',
  });
  await disablePerson(accounts, localOperator, person.id);
  assert.equal(await identifySession(accounts, secret, visitor), undefined);
  const attempt = { email: person.email, password: good, visitor };
  assert.equal((await signIn(accounts, attempt)).step, 'refused');
  await enablePerson(accounts, localOperator, person.id);
  assert.equal(await identifySession(accounts, secret, visitor), undefined);
  assert.equal((await signIn(accounts, attempt)).step, 'done');
});

test('signing in never opens an account that is being closed', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts } = opened;
  const person = await opened.person();
  await accounts.store.transact(async (tx) => {
    const at = accounts.now().toISOString();
    await tx.savePerson({ ...person, disabled: at });
    await tx.touchPerson(person.id, at);
  });
  assert.notEqual((await accounts.store.findPerson(person.id))?.disabled, null);
});

test('with an account goes what is personal, and versions keep the organisation’s name', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, store } = opened;
  const { id: organization } = await putOrganization(store.catalog, 'umea');
  const { person, signedIn } = await opened.signIn(await opened.person('Klara'));
  const member = {
    person: person.id,
    organization,
    role: 'administrator',
    since: person.created,
  } as const;
  await accounts.store.transact((tx) => tx.saveMembership(member));
  const author = { id: person.id, name: person.name };
  const save = { ...newRecord(organization, 'badplatser'), author };
  const record = await put(store.catalog, save);

  await assert.rejects(erasePerson(accounts, signedIn.actor, person.id), {
    code: 'last-administrator',
  });
  assert.notEqual(await accounts.store.findPerson(person.id), undefined);
  const other = await opened.person('Bo');
  await accounts.store.transact((tx) => tx.saveMembership({ ...member, person: other.id }));
  await erasePerson(accounts, signedIn.actor, person.id);
  assert.equal(await accounts.store.findPerson(person.id), undefined);
  const [version] = await store.catalog.versions(record.id, { limit: 1 });
  assert.notEqual(version?.author, 'Klara');
  await assert.rejects(erasePerson(accounts, signedIn.actor, other.id), { code: 'not-permitted' });
});

test('with an account goes which notices it had put away, and nobody else’s', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, store } = opened;
  const { person, signedIn } = await opened.signIn(await opened.person('Klara'));
  const other = await opened.person('Bo');
  const at = accounts.now().toISOString();
  for (const { id } of [person, other])
    await store.dismissals.dismiss({ person: id, announcement: 'news', at });
  await erasePerson(accounts, signedIn.actor, person.id);
  assert.equal((await store.dismissals.dismissed(person.id)).size, 0);
  assert.equal((await store.dismissals.dismissed(other.id)).size, 1);
});

test('the site is never without an operator', async (t) => {
  const { accounts } = await openedAccounts(t);
  const { person } = await addPerson(accounts, {
    actor: localOperator,
    email: 'drift@example.se',
    name: 'Drift',
    as: 'operator',
  });
  const last = { code: 'last-administrator' };
  await assert.rejects(disablePerson(accounts, localOperator, person.id), last);
  await assert.rejects(erasePerson(accounts, localOperator, person.id), last);
  await assert.rejects(setOperator(accounts, localOperator, person.id, false), last);
});

test('an operator who looks as somebody else has that one’s rights, reading only, until they stop', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, store } = opened;
  const { id: organization } = await putOrganization(store.catalog, 'umea');
  const operator = await opened.person('Drift');
  await setOperator(accounts, localOperator, operator.id, true);
  const { secret, signedIn } = await opened.signIn(operator);
  await seeAs(accounts, signedIn, { organization, role: 'administrator' });
  const looking = await identifySession(accounts, secret, visitor);
  assert.ok(looking !== undefined);
  assert.deepEqual(
    (['see-drafts', 'edit', 'publish', 'manage-members', 'operate'] as const).map((action) =>
      may(looking.actor, action, organization),
    ),
    [true, false, false, false, false],
  );
  await seeAs(accounts, looking, null);
  const back = await identifySession(accounts, secret, visitor);
  assert.ok(back !== undefined && may(back.actor, 'operate'));
  const other = await opened.signIn(await opened.person());
  const as = { organization, role: 'administrator' } as const;
  await assert.rejects(seeAs(accounts, other.signedIn, as), { code: 'not-permitted' });
});

test('a session ends one by one, all but one, and never by somebody else', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts } = opened;
  const person = await opened.person();
  const [first, second, third] = [
    await opened.signIn(person),
    await opened.signIn(person),
    await opened.signIn(person),
  ];
  const stranger = await opened.signIn(await opened.person('Sten'));
  await assert.rejects(endSession(accounts, stranger.signedIn, first.session.id), {
    code: 'not-found',
  });
  await endSession(accounts, third.signedIn, first.session.id);
  assert.equal(await identifySession(accounts, first.secret, visitor), undefined);
  assert.equal(await endOtherSessions(accounts, third.signedIn), 1);
  assert.equal(await identifySession(accounts, second.secret, visitor), undefined);
  const left = await listSessions(accounts, third.signedIn);
  assert.deepEqual(
    left.map(({ id }) => id),
    [third.session.id],
  );
  assert.ok(left.every((session) => !('hash' in session)));
});

test('a password is changed by whoever knows the old one', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts } = opened;
  const person = await opened.person();
  const other = await opened.signIn(person);
  const { signedIn, secret } = await opened.signIn(person);
  const password = 'sju vita svanar flyger';
  const change = { old: 'fel lösenord här', password, endOthers: true };
  assert.equal((await changePassword(accounts, signedIn, change)).step, 'refused');
  const short = { ...change, old: good, password: 'kort' };
  assert.equal((await changePassword(accounts, signedIn, short)).step, 'fault');
  assert.equal((await changePassword(accounts, signedIn, { ...change, old: good })).step, 'done');
  assert.equal(await identifySession(accounts, other.secret, visitor), undefined);
  assert.notEqual(await identifySession(accounts, secret, visitor), undefined);
  assert.equal((await signIn(accounts, { email: person.email, password, visitor })).step, 'done');
});

test('a new address is the account’s when its owner has opened the letter, and the old one is told', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, link, letters } = opened;
  const { person, signedIn } = await opened.signIn(await opened.person());
  assert.equal(
    await changePerson(accounts, signedIn, { name: 'Nytt Namn', language: 'en' }),
    undefined,
  );
  const asked = await askToChangeEmail(accounts, signedIn, 'ny@umea.se');
  assert.equal(asked.step, 'letter-sent');
  const { secret } = await link('ny@umea.se');
  const stranger = await opened.signIn(await opened.person('Sten'));
  assert.equal(await changeEmail(accounts, stranger.signedIn, secret), false);
  assert.equal(await changeEmail(accounts, signedIn, secret), true);
  assert.equal(await changeEmail(accounts, signedIn, secret), false);
  const changed = await accounts.store.findPerson(person.id);
  assert.deepEqual([changed?.email, changed?.name], ['ny@umea.se', 'Nytt Namn']);
  assert.equal((await letters()).at(-1)?.to, person.email);

  const taken = await askToChangeEmail(accounts, signedIn, stranger.person.email);
  assert.equal(taken.step, 'letter-sent', 'which says nothing about who has an account');
  assert.notEqual((await letters()).at(-1)?.to, stranger.person.email);
});

test('what has grown old is taken away, and what works is kept', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, pass } = opened;
  const person = await opened.person();
  await opened.signIn(person);
  pass(13 * 3600);
  const { secret } = await opened.signIn(person);
  assert.equal(await cleanAccounts(accounts), 1);
  assert.notEqual(await identifySession(accounts, secret, visitor), undefined);
  assert.equal(await cleanAccounts(accounts), 0);
});
