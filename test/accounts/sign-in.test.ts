import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifySession } from '../../src/accounts/identify-session.ts';
import { createPasswordHasher } from '../../src/accounts/password-hasher.ts';
import { askForReset, resetPassword } from '../../src/accounts/reset-password.ts';
import { signIn, signOut } from '../../src/accounts/sign-in.ts';
import { good, openedAccounts, visitor } from './opened-accounts.ts';

const wrong = 'inte alls det rätta';

test('the right password begins a session, and signing out ends it at once', async (t) => {
  const { accounts, person } = await openedAccounts(t);
  const { email } = await person();

  const outcome = await signIn(accounts, {
    email: ` ${email.toUpperCase()}`,
    password: good,
    visitor,
  });
  assert.equal(outcome.step, 'done');
  const secret = outcome.step === 'done' ? outcome.secret : '';
  const signedIn = await identifySession(accounts, secret, visitor);
  assert.equal(signedIn?.person.email, email);
  if (signedIn !== undefined) await signOut(accounts, signedIn);
  assert.equal(await identifySession(accounts, secret, visitor), undefined);
});

test('a wrong password, an unknown address and a closed account are answered alike', async (t) => {
  const { accounts, person } = await openedAccounts(t);
  const { email } = await person();
  const closed = await person('Olle Stängd');
  await accounts.store.transact((tx) => tx.savePerson({ ...closed, disabled: closed.created }));

  for (const [address, password] of [
    [email, wrong],
    ['ingen@umea.se', wrong],
    [closed.email, good],
    [email, ''],
    [email, 'x'.repeat(100_000)],
  ] as const)
    assert.deepEqual(await signIn(accounts, { email: address, password, visitor }), {
      step: 'refused',
    });
});

test('whoever guesses waits ever longer, and many at once do not slip through', async (t) => {
  const { accounts, person } = await openedAccounts(t);
  const { email } = await person();

  const outcomes = await Promise.all(
    Array.from({ length: 12 }, () => signIn(accounts, { email, password: wrong, visitor })),
  );
  const steps = outcomes.map(({ step }) => step);
  assert.equal(steps.filter((step) => step === 'refused').length, 5);
  assert.equal(steps.filter((step) => step === 'wait').length, 7);
});

test('a browser that its owner has signed in with is not locked out by strangers', async (t) => {
  const { accounts, person } = await openedAccounts(t);
  const { email } = await person();
  const first = await signIn(accounts, { email, password: good, visitor });
  const device = first.step === 'done' ? first.device : '';
  for (let i = 0; i < 20; i += 1) await signIn(accounts, { email, password: wrong, visitor });
  assert.equal((await signIn(accounts, { email, password: good, visitor })).step, 'wait');

  const known = await signIn(accounts, { email, password: good, visitor: { ...visitor, device } });
  assert.equal(known.step, 'done');
});

test('a new password by mail lets the owner in whatever strangers try, and ends every session', async (t) => {
  const { accounts, person, link } = await openedAccounts(t);
  const { email } = await person();
  const old = await signIn(accounts, { email, password: good, visitor });
  for (let i = 0; i < 20; i += 1) await signIn(accounts, { email, password: wrong, visitor });

  assert.equal(await askForReset(accounts, { email, visitor }), 0);
  const { secret } = await link(email);
  const password = 'en helt ny mening igen';
  const outcome = await resetPassword(accounts, { secret, password, visitor });
  assert.equal(outcome.step, 'done');
  assert.equal((await signIn(accounts, { email, password, visitor })).step, 'done');
  const { secret: ended } = old.step === 'done' ? old : { secret: '' };
  assert.equal(await identifySession(accounts, ended, visitor), undefined);
  assert.equal((await resetPassword(accounts, { secret, password, visitor })).step, 'expired');
});

test('asking for a new password for nobody sends nothing and says the same', async (t) => {
  const { accounts, letters } = await openedAccounts(t);
  assert.equal(await askForReset(accounts, { email: 'ingen@umea.se', visitor }), 0);
  assert.deepEqual(await letters(), []);
});

test('a password hashed as it was done before is hashed anew when it is used', async (t) => {
  const { accounts, person } = await openedAccounts(t);
  const { email, id } = await person();
  const before = createPasswordHasher({ parameters: { memory: 32, passes: 1, parallelism: 1 } });
  const hash = await before.hash(good);
  await accounts.store.transact((tx) =>
    tx.savePassword({ person: id, hash, changed: '2020-01-01T00:00:00.000Z' }),
  );
  assert.equal((await signIn(accounts, { email, password: good, visitor })).step, 'done');
  assert.match((await accounts.store.findPassword(id))?.hash ?? '', /m=64,t=1,p=1/);
});

test('a secret of another form, or of a session too old, is nobody’s', async (t) => {
  const { accounts, person, pass } = await openedAccounts(t);
  const { email } = await person();
  const outcome = await signIn(accounts, { email, password: good, visitor });
  const secret = outcome.step === 'done' ? outcome.secret : '';
  pass(11 * 3600);
  assert.notEqual(await identifySession(accounts, secret, visitor), undefined);
  pass(11 * 3600);
  assert.notEqual(await identifySession(accounts, secret, visitor), undefined, 'used in time');
  pass(12 * 3600);
  assert.equal(await identifySession(accounts, secret, visitor), undefined, 'idle for 12 hours');
  assert.equal(await identifySession(accounts, `${secret} `, visitor), undefined);
});
