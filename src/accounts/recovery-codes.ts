import { randomInt } from 'node:crypto';
import { keyedHash } from './account-secret.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { demandProof } from './prove-again.ts';
import type { SignedIn } from './signed-in.ts';
import { tellOwner } from './tell-owner.ts';

/** Codes on paper for those who have lost their telephone: each works once. 60 random bits, kept as a keyed hash. ASVS 5.0 §6.5.1, §6.5.2. */

/** Crockford's base 32: nothing that can be taken for something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const count = 10;

/** Makes new codes in place of the old. @returns them, to be shown once. @throws CatalogError `proof-required`. */
export function renewRecoveryCodes(
  accounts: Accounts,
  signedIn: SignedIn,
): Promise<readonly string[]> {
  demandProof(accounts, signedIn);
  return accounts.store.transact(async (tx) => {
    const codes = await newCodes(accounts, tx, signedIn.person.id);
    await tellOwner(accounts, tx, signedIn, 'recovery-codes', 'second-factor-changed', {
      recoveryCodes: codes.length,
    });
    return codes;
  });
}

/** As `renewRecoveryCodes`, in a transaction of the caller. */
export async function newCodes(
  { secret }: Accounts,
  tx: AccountTransaction,
  person: string,
): Promise<readonly string[]> {
  const codes = Array.from({ length: count }, () =>
    Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
    ).join('-'),
  );
  await tx.replaceRecoveryCodes(
    person,
    codes.map((code) => hashOf(secret, person, code)),
  );
  return codes;
}

/** Whether it is one of the person's codes; then it works no more. */
export function useRecoveryCode(
  { secret }: Accounts,
  tx: AccountTransaction,
  person: string,
  code: string,
): Promise<boolean> {
  return tx.useRecoveryCode(person, hashOf(secret, person, code));
}

function hashOf(secret: string, person: string, code: string): string {
  // What people read wrong is read as Crockford says.
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  return keyedHash(secret, 'recovery', `${person} ${plain}`);
}
