import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifySession } from '../../src/accounts/identify-session.ts';
import {
  addPasskey,
  passkeyAddOptions,
  passkeySignInOptions,
  proveWithPasskey,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from '../../src/accounts/passkeys.ts';
import { isProved } from '../../src/accounts/prove-again.ts';
import { keptEvent } from '../../src/audit/kept-event.ts';
import { type OpenedAccounts, openedAccounts, visitor } from './opened-accounts.ts';
import { softwareKey } from './software-key.ts';

async function withKey(opened: OpenedAccounts) {
  const { accounts } = opened;
  const { signedIn, secret: session } = await opened.signIn(await opened.person());
  const key = softwareKey();
  const { secret, options } = await passkeyAddOptions(accounts, signedIn);
  const response = key.create(options.challenge);
  const added = await addPasskey(accounts, signedIn, { secret, response, name: 'Telefonen' });
  assert.deepEqual(added, { step: 'done' });
  return { signedIn, key, session };
}

test('a passkey that was added signs its owner in, without a password', async (t) => {
  const opened = await openedAccounts(t);
  const { signedIn, key } = await withKey(opened);

  const { secret, options } = await passkeySignInOptions(opened.accounts);
  const response = key.get(options.challenge);
  const outcome = await signInWithPasskey(opened.accounts, { secret, response, visitor });
  assert.equal(outcome.step === 'done' && outcome.person.id, signedIn.person.id);
  const again = await signInWithPasskey(opened.accounts, { secret, response, visitor });
  assert.deepEqual(again, { step: 'expired' });
});

test('a passkey answers for this site alone, to its own question, with a finger or a code', async (t) => {
  const opened = await openedAccounts(t);
  const { key } = await withKey(opened);
  const attempts = [
    (challenge: string) => key.get(challenge, { origin: 'https://data.example.se.evil.example' }),
    () => key.get('YW5vdGhlciBjaGFsbGVuZ2U'),
    (challenge: string) => key.get(challenge, { verified: false }),
    (challenge: string) => softwareKey().get(challenge),
    () => null,
    () => ({ id: key.id }),
    () => ({ id: [key.id], response: {} }),
  ];
  for (const attempt of attempts) {
    const { secret, options } = await passkeySignInOptions(opened.accounts);
    const response = attempt(options.challenge);
    assert.deepEqual(await signInWithPasskey(opened.accounts, { secret, response, visitor }), {
      step: 'refused',
    });
  }
});

test('a passkey whose counter went back has been copied, and is refused', async (t) => {
  const opened = await openedAccounts(t);
  const { key } = await withKey(opened);
  for (const [counter, step] of [
    [7, 'done'],
    [3, 'refused'],
  ] as const) {
    key.counter = counter;
    const { secret, options } = await passkeySignInOptions(opened.accounts);
    const response = key.get(options.challenge);
    assert.equal(
      (await signInWithPasskey(opened.accounts, { secret, response, visitor })).step,
      step,
    );
  }
});

test('a passkey is added and taken away only by somebody who has just proved who they are', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, pass } = opened;
  const { signedIn, key, session } = await withKey(opened);
  pass(601);
  await assert.rejects(passkeyAddOptions(accounts, signedIn), { code: 'proof-required' });
  const { secret, options } = await passkeySignInOptions(accounts, signedIn);
  const response = key.get(options.challenge);
  assert.deepEqual(await proveWithPasskey(accounts, signedIn, { secret, response }), {
    step: 'done',
  });
  const proved = await identifySession(accounts, session, visitor);
  assert.ok(proved !== undefined && isProved(accounts, proved));
  const [passkey] = await accounts.store.listPasskeys(signedIn.person.id);
  await removePasskey(accounts, proved, passkey?.id ?? '');
  assert.deepEqual(await accounts.store.listPasskeys(signedIn.person.id), []);
});

test('the only way into an account is not taken away', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts } = opened;
  const { signedIn } = await withKey(opened);
  await accounts.store.transact((tx) => tx.removePassword(signedIn.person.id));
  const [passkey] = await accounts.store.listPasskeys(signedIn.person.id);
  await assert.rejects(removePasskey(accounts, signedIn, passkey?.id ?? ''), {
    code: 'state-conflict',
  });
});

test('another name of a passkey is in the audit, and one that is no other is not', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, store } = opened;
  const { signedIn } = await withKey(opened);
  const [passkey] = await accounts.store.listPasskeys(signedIn.person.id);
  const id = passkey?.id ?? '';
  await renamePasskey(accounts, signedIn, id, ' Arbetsdatorn\u0000 ');
  await renamePasskey(accounts, signedIn, id, 'Arbetsdatorn');
  const told = await store.audit.list({ actions: ['passkey-renamed'], limit: 9 });
  const [event] = told.map(keptEvent);
  assert.equal(told.length, 1);
  assert.equal(event?.actor.id, signedIn.person.id);
  assert.deepEqual([event.before, event.after], [{ name: 'Telefonen' }, { name: 'Arbetsdatorn' }]);
});
