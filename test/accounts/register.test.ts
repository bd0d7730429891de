import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmEmail, findConfirmation, register } from '../../src/accounts/register.ts';
import { signIn } from '../../src/accounts/sign-in.ts';
import { good, openedAccounts, visitor } from './opened-accounts.ts';

const klara = {
  email: 'Klara.Berg@Umea.se',
  name: 'Klara Berg',
  password: good,
  language: 'sv',
  visitor,
} as const;

test('whoever reads the letter and knows the password has an account', async (t) => {
  const { accounts, link } = await openedAccounts(t);

  assert.deepEqual(await register(accounts, klara), { step: 'letter-sent' });
  assert.equal(await accounts.store.findPersonByEmail('klara.berg@umea.se'), undefined);
  const { href, secret } = await link(klara.email);
  assert.match(href, /^https:\/\/data\.example\.se\/register\/[\w-]{43}$/);
  assert.deepEqual(await findConfirmation(accounts, secret), { email: klara.email });

  const refused = await confirmEmail(accounts, secret, 'en annan sak att skriva', visitor);
  assert.deepEqual(refused, { step: 'refused' });
  const outcome = await confirmEmail(accounts, secret, good, visitor);
  assert.equal(outcome.step, 'done');
  assert.deepEqual(await confirmEmail(accounts, secret, good, visitor), { step: 'expired' });
  assert.equal((await accounts.store.findPersonByEmail('klara.berg@umea.se'))?.name, 'Klara Berg');
});

test('a link that is two days old confirms nothing', async (t) => {
  const { accounts, link, pass } = await openedAccounts(t);
  await register(accounts, klara);
  const { secret } = await link(klara.email);
  pass(2 * 86_400);

  assert.deepEqual(await confirmEmail(accounts, secret, good, visitor), { step: 'expired' });
});

test('an address that has an account is answered as one that has none, and its owner is told', async (t) => {
  const { accounts, link, person, letters } = await openedAccounts(t);
  const { email } = await person();

  assert.deepEqual(await register(accounts, { ...klara, email: email.toUpperCase() }), {
    step: 'letter-sent',
  });
  assert.match((await link(email)).href, /\/reset\//);
  assert.match((await letters())[0]?.subject ?? '', /redan ett konto/);
});

test('a stranger cannot fill a mailbox with letters, and is not told that', async (t) => {
  const { accounts, letters, pass } = await openedAccounts(t);
  for (let i = 0; i < 12; i += 1) {
    assert.deepEqual(await register(accounts, klara), { step: 'letter-sent' });
    pass(1);
  }
  assert.equal((await letters()).length, 3);
});

test('an account laid ready in another’s name is never theirs who laid it', async (t) => {
  const { accounts, link } = await openedAccounts(t);
  await register(accounts, { ...klara, password: 'som en annan har valt' });
  const attackers = await link(klara.email);
  await register(accounts, klara);
  const own = await link(klara.email);
  assert.equal((await confirmEmail(accounts, attackers.secret, good, visitor)).step, 'refused');
  assert.equal((await confirmEmail(accounts, own.secret, good, visitor)).step, 'done');

  const tried = { email: klara.email, password: 'som en annan har valt', visitor };
  assert.equal((await signIn(accounts, tried)).step, 'refused');
});

test('letters go to the very address whose account it is, however it was typed', async (t) => {
  const { accounts, letters } = await openedAccounts(t);
  await register(accounts, { ...klara, email: 'ｋlara.berg@ｕmea.se' });
  assert.equal((await letters())[0]?.to, 'klara.berg@umea.se');
  for (const email of [
    'ﷺ@umea.se',
    'klara\u0000@umea.se',
    'İ@umea.se',
    'klara@umea.se\r\nBcc: x@y.se',
  ])
    assert.equal((await register(accounts, { ...klara, email })).step, 'faults', email);
});

test('every fault of a registration is told at once', async (t) => {
  const { accounts } = await openedAccounts(t);
  const outcome = await register(accounts, {
    ...klara,
    email: 'klara',
    name: ' ',
    password: 'kort',
  });
  assert.equal(outcome.step, 'faults');
  assert.deepEqual(outcome.step === 'faults' && outcome.faults.map(({ field }) => field), [
    'name',
    'email',
    'password',
  ]);
});
