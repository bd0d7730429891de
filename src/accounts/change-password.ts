import type { Localized } from '../kernel/issue.ts';
import type { Accounts } from './accounts.ts';
import { countTry, forgive, proofBudget } from './attempts.ts';
import { passwordFault } from './password-rules.ts';
import { demandProof } from './prove-again.ts';
import type { SignedIn } from './signed-in.ts';
import { tellOwner } from './tell-owner.ts';

export type ChangePasswordOutcome =
  | { readonly step: 'done' }
  /** The old password is another. */
  | { readonly step: 'refused' }
  | { readonly step: 'fault'; readonly fault: Localized }
  | { readonly step: 'wait'; readonly seconds: number };

/**
 * Keeps a new password, when the old one is right (ASVS 5.0 §6.2.3), and ends the person's other sessions if asked to (§7.4.3).
 * Somebody who has none yet, because they sign in another way, gives none but must just have proved who they are.
 * @throws CatalogError `busy` when too many passwords are being hashed.
 */
export async function changePassword(
  accounts: Accounts,
  signedIn: SignedIn,
  {
    old,
    password,
    endOthers,
  }: { readonly old: string; readonly password: string; readonly endOthers: boolean },
): Promise<ChangePasswordOutcome> {
  const { person, session } = signedIn;
  const fault = await passwordFault(password, { ...person, words: [accounts.title] });
  if (fault !== undefined) return { step: 'fault', fault };
  const budget = proofBudget(session.id);
  const seconds = await countTry(accounts, [budget]);
  if (seconds > 0) return { step: 'wait', seconds };
  const kept = await accounts.store.findPassword(person.id);
  if (kept === undefined) demandProof(accounts, signedIn);
  else if ((await accounts.passwords.verify(old, kept.hash)) === 'wrong')
    return { step: 'refused' };
  const hash = await accounts.passwords.hash(password);
  const at = accounts.now().toISOString();
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    await forgive(accounts, tx, { forgotten: [budget], returned: [] });
    await tx.savePassword({ person: person.id, hash, changed: at });
    if (endOthers) await tx.removeSessions(person.id, session.id);
    await tx.removeOneTimes(person.id, 'choose-password');
    await tellOwner(accounts, tx, signedIn, 'password', 'password-changed');
  });
  return { step: 'done' };
}
