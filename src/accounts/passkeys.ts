import { CatalogError } from '../kernel/errors.ts';
import type { AccountReader } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { auditOf } from './audit-of.ts';
import type { BegunSession, Visitor } from './begin-session.ts';
import { beginIn } from './begin-session.ts';
import { newSecret, type OneTimeKind, secretHash } from './one-time.ts';
import {
  type AddOptions,
  addingOptions,
  type SignInOptions,
  signingOptions,
  verifyAdded,
  verifySigned,
} from './passkey-ceremony.ts';
import type { Passkey } from './proofs.ts';
import { demandProof, markProved } from './prove-again.ts';
import type { SignedIn } from './signed-in.ts';
import { originOf, tellOwner } from './tell-owner.ts';

/** Passkeys: a key of the telephone or the computer, opened by a finger, a face or a code. WebAuthn level 3; ASVS 5.0 §6.5. */

/** Milliseconds that the browser has to answer: five minutes. */
const ceremonyLife = 300_000;

/** What the browser is asked, and the secret by which its answer is known. */
export interface Ceremony<Options> {
  readonly secret: string;
  readonly options: Options;
}

export type PasskeyOutcome =
  | { readonly step: 'done' }
  | { readonly step: 'refused' }
  /** Five minutes have passed, or the answer has been used: begin anew. */
  | { readonly step: 'expired' };

/** Begins to add a passkey. @throws CatalogError `proof-required`. */
export async function passkeyAddOptions(
  accounts: Accounts,
  signedIn: SignedIn,
): Promise<Ceremony<AddOptions>> {
  demandProof(accounts, signedIn);
  const known = await accounts.store.listPasskeys(signedIn.person.id);
  const options = await addingOptions(accounts, signedIn.person, known);
  return begin(accounts, 'passkey-add', signedIn.person.id, options);
}

/**
 * Keeps the passkey that the browser has made.
 * @param response what `navigator.credentials.create` answered, as JSON
 * @throws CatalogError `proof-required`.
 */
export async function addPasskey(
  accounts: Accounts,
  signedIn: SignedIn,
  {
    secret,
    response,
    name,
  }: { readonly secret: string; readonly response: unknown; readonly name: string },
): Promise<PasskeyOutcome> {
  demandProof(accounts, signedIn);
  const { person } = signedIn;
  const challenge = await challengeOf(accounts, 'passkey-add', secret, person.id);
  if (challenge === undefined) return { step: 'expired' };
  const made = await verifyAdded(accounts, response, challenge);
  if (made === undefined) return { step: 'refused' };
  return accounts.store.transact(async (tx): Promise<PasskeyOutcome> => {
    await tx.lock();
    if (!(await tx.useOneTime(secretHash(secret)))) return { step: 'expired' };
    if ((await tx.findPasskey(made.credential)) !== undefined) return { step: 'refused' };
    await tx.addPasskey({
      ...made,
      id: accounts.newId(),
      person: person.id,
      name: nameOf(name),
      created: accounts.now().toISOString(),
      used: null,
    });
    await tellOwner(accounts, tx, signedIn, 'passkey-added', 'passkey-added');
    return { step: 'done' };
  });
}

/** Begins to sign in, before anybody has said who it is; or, for somebody who has signed in, to prove it again. */
export async function passkeySignInOptions(
  accounts: Accounts,
  signedIn?: SignedIn,
): Promise<Ceremony<SignInOptions>> {
  const known = signedIn === undefined ? [] : await accounts.store.listPasskeys(signedIn.person.id);
  const options = await signingOptions(accounts, known);
  return begin(accounts, 'passkey-sign-in', signedIn?.person.id ?? null, options);
}

/**
 * Signs in by a passkey. It has asked its owner for a finger or a code, so no second step follows.
 * @param response what `navigator.credentials.get` answered, as JSON
 */
export async function signInWithPasskey(
  accounts: Accounts,
  {
    secret,
    response,
    visitor,
  }: { readonly secret: string; readonly response: unknown; readonly visitor: Visitor },
): Promise<
  ({ readonly step: 'done' } & BegunSession) | Exclude<PasskeyOutcome, { readonly step: 'done' }>
> {
  const used = await use(accounts, secret, response, null);
  if (!('passkey' in used)) return used;
  const person = await accounts.store.findPerson(used.passkey.person);
  if (person === undefined || person.disabled !== null) return { step: 'refused' };
  return accounts.store.transact(async (tx) => ({
    step: 'done',
    ...(await beginIn(accounts, tx, person.id, visitor, 'passkey')),
  }));
}

/** Proves again who somebody is, by one of their passkeys. */
export async function proveWithPasskey(
  accounts: Accounts,
  signedIn: SignedIn,
  { secret, response }: { readonly secret: string; readonly response: unknown },
): Promise<PasskeyOutcome> {
  const used = await use(accounts, secret, response, signedIn.person.id);
  if (!('passkey' in used)) return used;
  if (used.passkey.person !== signedIn.person.id) return { step: 'refused' };
  await markProved(accounts, signedIn);
  return { step: 'done' };
}

/** Calls a passkey something else. @throws CatalogError `not-found`. */
export async function renamePasskey(
  { store, now }: Accounts,
  { person, actor }: SignedIn,
  id: string,
  typed: string,
): Promise<void> {
  const name = nameOf(typed);
  await store.transact(async (tx) => {
    // The row is written as a whole: its counter must not go back.
    await tx.lock();
    const passkey = (await tx.listPasskeys(person.id)).find((one) => one.id === id);
    if (passkey === undefined) throw notThere();
    if (passkey.name === name) return;
    await tx.savePasskey({ ...passkey, name });
    await auditOf(tx, person, originOf(actor), {
      at: now().toISOString(),
      action: 'passkey-renamed',
      object: { kind: 'person', id: person.id, name: person.name },
      before: { name: passkey.name },
      after: { name },
    });
  });
}

/** Takes a passkey away. @throws CatalogError `proof-required`, `not-found`, `state-conflict` when it is the only way in. */
export async function removePasskey(
  accounts: Accounts,
  signedIn: SignedIn,
  id: string,
): Promise<void> {
  demandProof(accounts, signedIn);
  const { person } = signedIn;
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    if (!(await tx.removePasskey(person.id, id))) throw notThere();
    await demandWayIn(tx, person.id);
    await tellOwner(accounts, tx, signedIn, 'passkey-removed', 'passkey-removed');
  });
}

/** @throws CatalogError `state-conflict` when nothing is left to sign in by. */
export async function demandWayIn(
  tx: Pick<AccountReader, 'findPassword' | 'listPasskeys' | 'listIdentities'>,
  person: string,
): Promise<void> {
  if ((await tx.findPassword(person)) !== undefined) return;
  if ((await tx.listPasskeys(person)).length > 0) return;
  if ((await tx.listIdentities(person)).length > 0) return;
  throw new CatalogError('state-conflict', {
    sv: 'Det är ditt enda sätt att logga in. Lägg först till ett lösenord eller en annan nyckel.',
    en: 'It is your only way to sign in. Add a password or another passkey first.',
  });
}

async function begin<Options extends { readonly challenge: string }>(
  { store, now }: Accounts,
  kind: OneTimeKind,
  person: string | null,
  options: Options,
): Promise<Ceremony<Options>> {
  const { secret, hash } = newSecret();
  const data = { challenge: options.challenge };
  const expires = now().getTime() + ceremonyLife;
  await store.transact((tx) => tx.addOneTime({ hash, kind, person, data, expires }));
  return { secret, options };
}

async function challengeOf(
  { store, now }: Accounts,
  kind: OneTimeKind,
  secret: string,
  person: string | null,
): Promise<string | undefined> {
  const found = await store.findOneTime(kind, secretHash(secret));
  const holds = found?.person === person && found.expires > now().getTime();
  return holds ? String(found.data.challenge) : undefined;
}

/** Checks the answer of a passkey against what is kept, once. */
async function use(
  accounts: Accounts,
  secret: string,
  response: unknown,
  person: string | null,
): Promise<{ readonly passkey: Passkey } | { readonly step: 'refused' | 'expired' }> {
  const challenge = await challengeOf(accounts, 'passkey-sign-in', secret, person);
  if (challenge === undefined) return { step: 'expired' };
  const credential = credentialIn(response);
  const passkey =
    credential === undefined ? undefined : await accounts.store.findPasskey(credential);
  if (passkey === undefined) return { step: 'refused' };
  const counter = await verifySigned(accounts, response, challenge, passkey);
  if (counter === undefined) return { step: 'refused' };
  const used = { ...passkey, counter, used: accounts.now().toISOString() };
  return accounts.store.transact(async (tx) => {
    await tx.lock();
    if (!(await tx.useOneTime(secretHash(secret)))) return { step: 'expired' as const };
    await tx.savePasskey(used);
    return { passkey: used };
  });
}

function credentialIn(response: unknown): string | undefined {
  if (typeof response !== 'object' || response === null || !('id' in response)) return undefined;
  const { id } = response;
  return typeof id === 'string' && /^[A-Za-z0-9_-]{1,1400}$/.test(id) ? id : undefined;
}

function nameOf(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  return plain === '' ? 'Passkey' : plain.slice(0, 100);
}

function notThere(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Den nyckeln finns inte längre.',
    en: 'That passkey is not there any more.',
  });
}
