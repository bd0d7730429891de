import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOTP } from 'otpauth';
import { seal, unseal } from '../../src/accounts/account-secret.ts';
import { proveSecondFactor } from '../../src/accounts/prove-second-factor.ts';
import { signIn } from '../../src/accounts/sign-in.ts';
import { addTotp, confirmTotp, removeTotp } from '../../src/accounts/totp.ts';
import { good, type OpenedAccounts, openedAccounts, visitor } from './opened-accounts.ts';

/** Somebody with an app, what the app shows, and the recovery codes. */
async function withApp(opened: OpenedAccounts) {
  const { accounts, pass } = opened;
  const person = await opened.person();
  const { signedIn } = await opened.signIn(person);
  const { secret, uri } = await addTotp(accounts, signedIn);
  const totp = new TOTP({ secret });
  const code = () => totp.generate({ timestamp: accounts.now().getTime() });
  const confirmed = await confirmTotp(accounts, signedIn, code());
  assert.ok(confirmed.step === 'done');
  pass(30);
  const begin = async () => {
    const { email } = person;
    const outcome = await signIn(accounts, { email, password: good, visitor });
    return outcome.step === 'second-factor' ? outcome.secret : '';
  };
  return { person, signedIn, uri, code, codes: confirmed.codes, begin };
}

test('with an app, the password alone lets nobody in', async (t) => {
  const opened = await openedAccounts(t);
  const { begin, code, uri } = await withApp(opened);
  assert.match(uri, /^otpauth:\/\/totp\/Datatorget:.*[?&]secret=[A-Z2-7]{32}/);

  const secret = await begin();
  assert.match(secret, /^[\w-]{43}$/);
  const wrong = await proveSecondFactor(opened.accounts, { secret, code: '000000', visitor });
  assert.deepEqual(wrong, { step: 'refused' });
  const outcome = await proveSecondFactor(opened.accounts, { secret, code: code(), visitor });
  assert.equal(outcome.step, 'done');
});

test('a code works once, also where two use it at the same time', async (t) => {
  const opened = await openedAccounts(t);
  const { begin, code } = await withApp(opened);
  const secrets = [await begin(), await begin()];
  const outcomes = await Promise.all(
    secrets.map((secret) => proveSecondFactor(opened.accounts, { secret, code: code(), visitor })),
  );
  assert.deepEqual(outcomes.map(({ step }) => step).sort(), ['done', 'refused']);
});

test('a recovery code works once, however it is written, and its owner is told', async (t) => {
  const opened = await openedAccounts(t);
  const { begin, codes, person } = await withApp(opened);
  assert.equal(new Set(codes).size, 10);
  const written = ` ${codes[3]?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
  const first = { secret: await begin(), code: written, visitor };
  assert.equal((await proveSecondFactor(opened.accounts, first)).step, 'done');
  const second = { secret: await begin(), code: codes[3] ?? '', visitor };
  assert.equal((await proveSecondFactor(opened.accounts, second)).step, 'refused');
  const letter = (await opened.letters()).findLast(({ to }) => to === person.email);
  assert.match(JSON.stringify(letter), /återställningskod/);
});

test('whoever guesses codes waits, and after ten minutes begins anew', async (t) => {
  const opened = await openedAccounts(t);
  const { begin, code } = await withApp(opened);
  const secret = await begin();
  const guess = { secret, code: '123456', visitor };
  for (let i = 0; i < 5; i += 1) await proveSecondFactor(opened.accounts, guess);
  const waiting = await proveSecondFactor(opened.accounts, { secret, code: code(), visitor });
  assert.equal(waiting.step, 'wait');
  opened.pass(600);
  const late = await proveSecondFactor(opened.accounts, { secret, code: code(), visitor });
  assert.equal(late.step, 'expired');
});

test('turning it off takes a proof, and takes the codes away', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, pass } = opened;
  const { signedIn, person } = await withApp(opened);
  await removeTotp(accounts, signedIn);
  assert.equal(await accounts.store.findTotp(person.id), undefined);
  assert.equal(await accounts.store.countRecoveryCodes(person.id), 0);
  pass(601);
  await assert.rejects(removeTotp(accounts, signedIn), { code: 'proof-required' });
  await assert.rejects(addTotp(accounts, signedIn), { code: 'proof-required' });
});

test('what is sealed opens for its owner, its purpose and its secret alone', () => {
  const sealed = seal('secret', 'totp', 'anna', 'JBSWY3DPEHPK3PXP');
  assert.equal(unseal('secret', 'totp', 'anna', sealed), 'JBSWY3DPEHPK3PXP');
  assert.equal(unseal('secret', 'totp', 'bo', sealed), undefined);
  assert.equal(unseal('secret', 'other', 'anna', sealed), undefined);
  assert.equal(unseal('another', 'totp', 'anna', sealed), undefined);
  assert.equal(unseal('secret', 'totp', 'anna', sealed.slice(0, -2)), undefined);
  assert.equal(unseal('secret', 'totp', 'anna', ''), undefined);
});
