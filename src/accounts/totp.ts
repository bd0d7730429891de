import { Secret, TOTP } from 'otpauth';
import { CatalogError } from '../kernel/errors.ts';
import { seal, unseal } from './account-secret.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { codeBudget, countTry, forgive } from './attempts.ts';
import type { Totp } from './proofs.ts';
import { demandProof } from './prove-again.ts';
import { newCodes } from './recovery-codes.ts';
import type { SignedIn } from './signed-in.ts';
import { tellOwner } from './tell-owner.ts';

/** The second step of signing in: a code of an app, six digits that change every half minute. RFC 6238; ASVS 5.0 §6.5. */

const purpose = 'totp';
const period = 30;

/** How much the clocks of telephone and server may differ: one step each way. */
const steps = 1;

/**
 * Makes a secret for an app to take in; nothing is asked for until `confirmTotp` has seen a code of it.
 * @returns the secret in base32 for those who type, and as `otpauth:` for a QR code
 * @throws CatalogError `proof-required`; `state-conflict` when there is one already.
 */
export async function addTotp(
  accounts: Accounts,
  signedIn: SignedIn,
): Promise<{ readonly secret: string; readonly uri: string }> {
  demandProof(accounts, signedIn);
  const { id, email } = signedIn.person;
  const { base32 } = new Secret({ size: 20 });
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const known = await tx.findTotp(id);
    if (known !== undefined && known.confirmed !== null) throw alreadyOn();
    const secret = seal(accounts.secret, purpose, id, base32);
    await tx.saveTotp({ person: id, secret, confirmed: null, lastStep: 0 });
  });
  return { secret: base32, uri: generator(accounts, base32, email).toString() };
}

export type ConfirmTotpOutcome =
  /** The codes are shown this once. */
  | { readonly step: 'done'; readonly codes: readonly string[] }
  | { readonly step: 'refused' }
  | { readonly step: 'wait'; readonly seconds: number };

/** Turns the second step on, when the app shows the right code. @throws CatalogError `proof-required`. */
export async function confirmTotp(
  accounts: Accounts,
  signedIn: SignedIn,
  code: string,
): Promise<ConfirmTotpOutcome> {
  demandProof(accounts, signedIn);
  const { id } = signedIn.person;
  const budget = codeBudget(id);
  const seconds = await countTry(accounts, [budget]);
  if (seconds > 0) return { step: 'wait', seconds };
  return accounts.store.transact(async (tx): Promise<ConfirmTotpOutcome> => {
    await tx.lock();
    const totp = await tx.findTotp(id);
    if (totp === undefined || totp.confirmed !== null || !(await useCode(accounts, tx, totp, code)))
      return { step: 'refused' };
    const at = accounts.now().toISOString();
    const used = await tx.findTotp(id);
    await tx.saveTotp({ ...totp, ...used, confirmed: at });
    await forgive(accounts, tx, { forgotten: [budget], returned: [] });
    const codes = await newCodes(accounts, tx, id);
    await tellOwner(accounts, tx, signedIn, 'totp-added', 'second-factor-changed', { totp: true });
    return { step: 'done', codes };
  });
}

/** Turns the second step off. @throws CatalogError `proof-required`. */
export async function removeTotp(accounts: Accounts, signedIn: SignedIn): Promise<void> {
  demandProof(accounts, signedIn);
  const { id } = signedIn.person;
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    if ((await tx.findTotp(id)) === undefined) return;
    await tx.removeTotp(id);
    await tx.replaceRecoveryCodes(id, []);
    await tellOwner(accounts, tx, signedIn, 'totp-removed', 'second-factor-changed', {
      totp: false,
    });
  });
}

/** Whether it is a code of now that has not been used; then it is used. In a transaction that holds the lock. */
export async function useCode(
  { secret, now, title }: Pick<Accounts, 'secret' | 'now' | 'title'>,
  tx: AccountTransaction,
  totp: Totp,
  code: string,
): Promise<boolean> {
  const token = code.replace(/\s/g, '');
  const base32 = unseal(secret, purpose, totp.person, totp.secret);
  if (base32 === undefined || !/^\d{6}$/.test(token)) return false;
  const timestamp = now().getTime();
  const delta = generator({ title }, base32, '').validate({ token, timestamp, window: steps });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / period) + delta;
  if (step <= totp.lastStep) return false;
  await tx.saveTotp({ ...totp, lastStep: step });
  return true;
}

function generator({ title }: Pick<Accounts, 'title'>, base32: string, label: string): TOTP {
  // SHA-1 and six digits are what every app knows; HMAC does not need a hash without collisions.
  return new TOTP({ issuer: title, label, secret: base32, algorithm: 'SHA1', digits: 6, period });
}

function alreadyOn(): CatalogError {
  return new CatalogError('state-conflict', {
    sv: 'Tvåstegsinloggning är redan påslagen. Slå av den först om du har bytt telefon.',
    en: 'Two-step sign-in is on already. Turn it off first if you have changed telephones.',
  });
}
