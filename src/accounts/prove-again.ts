import { CatalogError } from '../kernel/errors.ts';
import type { Accounts } from './accounts.ts';
import { countTry, forgive, proofBudget } from './attempts.ts';
import type { SignedIn } from './signed-in.ts';

/** Milliseconds for which a proof of who somebody is holds for what is dangerous. ASVS 5.0 §7.5.1. */
export const proofLife = 600_000;

/** Whether the person has proved who they are in the last ten minutes. */
export function isProved({ now }: Pick<Accounts, 'now'>, { session }: SignedIn): boolean {
  return Date.parse(session.proved) + proofLife > now().getTime();
}

/** Refuses what is dangerous to a session whose proof is old. @throws CatalogError `proof-required`. */
export function demandProof(accounts: Pick<Accounts, 'now'>, signedIn: SignedIn): void {
  if (isProved(accounts, signedIn)) return;
  throw new CatalogError('proof-required', {
    sv: 'Visa först att det är du: ange lösenordet eller använd nyckeln igen.',
    en: 'Show first that it is you: enter the password or use the passkey again.',
  });
}

export type ProofOutcome =
  | { readonly step: 'done' }
  | { readonly step: 'refused' }
  | { readonly step: 'wait'; readonly seconds: number };

/**
 * Proves again who somebody is, by the password.
 * @throws CatalogError `busy` when too many passwords are being hashed.
 */
export async function proveAgain(
  accounts: Accounts,
  signedIn: SignedIn,
  password: string,
): Promise<ProofOutcome> {
  const budget = proofBudget(signedIn.session.id);
  const seconds = await countTry(accounts, [budget]);
  if (seconds > 0) return { step: 'wait', seconds };
  const kept = await accounts.store.findPassword(signedIn.person.id);
  if ((await accounts.passwords.verify(password, kept?.hash)) === 'wrong')
    return { step: 'refused' };
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    await forgive(accounts, tx, { forgotten: [budget], returned: [] });
  });
  await markProved(accounts, signedIn);
  return { step: 'done' };
}

/** Notes that the person has just proved who they are, by a passkey or at a provider. */
export async function markProved(
  { store, now }: Accounts,
  { session }: Pick<SignedIn, 'session'>,
): Promise<void> {
  const at = now().toISOString();
  await store.transact((tx) => tx.saveSession({ ...session, seen: at, proved: at }));
}
