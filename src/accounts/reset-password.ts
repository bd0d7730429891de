import type { Localized } from '../kernel/issue.ts';
import { post } from '../mail/letter.ts';
import type { Accounts } from './accounts.ts';
import { accountAddress, resetAddress } from './addresses.ts';
import { accountBudget, countTry, letterBudget, sendingBudget } from './attempts.ts';
import { auditOf } from './audit-of.ts';
import type { Visitor } from './begin-session.ts';
import { accountChangedLetter } from './letters/account-changed.ts';
import { choosePasswordLetter } from './letters/choose-password.ts';
import { newSecret, secretHash } from './one-time.ts';
import { passwordFault } from './password-rules.ts';
import { emailKeyOf } from './person.ts';
import { admit, type SignInOutcome } from './sign-in.ts';

/** Milliseconds that a link to choose a new password holds: an hour. ASVS 5.0 §6.4.1. */
const resetLife = 3_600_000;

/**
 * Sends a link to choose a new password, when the address has an account. Whoever asks is told the same.
 * @returns seconds to wait when this network has asked too often, 0 otherwise
 */
export async function askForReset(
  accounts: Accounts,
  { email, visitor }: { readonly email: string; readonly visitor: Visitor },
): Promise<number> {
  const emailKey = emailKeyOf(email);
  const seconds = await countTry(accounts, [sendingBudget(visitor.address)]);
  if (seconds > 0) return seconds;
  const mayWrite = (await countTry(accounts, [letterBudget(emailKey)])) === 0;
  const { secret, hash } = newSecret();
  const now = accounts.now();
  await accounts.store.transact(async (tx) => {
    const person = await tx.findPersonByEmail(emailKey);
    // For nobody a link is kept too, which leads nowhere: so that both take the same work.
    await tx.addOneTime({
      hash,
      kind: 'choose-password',
      person: person?.id ?? null,
      data: {},
      expires: now.getTime() + resetLife,
    });
    if (person === undefined || person.disabled !== null || !mayWrite) return;
    const { address, request } = visitor;
    await auditOf(
      tx,
      person,
      { address, request },
      {
        at: now.toISOString(),
        action: 'password-reset-asked',
        object: { kind: 'person', id: person.id, name: person.name },
      },
    );
    await post(
      tx,
      choosePasswordLetter(
        { to: person.email, language: person.language, site: accounts.title },
        { name: person.name, href: resetAddress(accounts, secret) },
      ),
    );
  });
  return 0;
}

export type ResetOutcome =
  | SignInOutcome
  /** The link is too old, unknown or used. */
  | { readonly step: 'expired' }
  | { readonly step: 'fault'; readonly fault: Localized };

/** Whether the link still holds, so that nobody writes a password in vain. */
export async function isResetLink({ store, now }: Accounts, secret: string): Promise<boolean> {
  const found = await store.findOneTime('choose-password', secretHash(secret));
  return found !== undefined && found.person !== null && found.expires > now().getTime();
}

/**
 * Keeps a new password for the owner of the link, ends every session, and signs in; the second factor is asked for as always.
 * @throws CatalogError `busy` when too many passwords are being hashed.
 */
export async function resetPassword(
  accounts: Accounts,
  {
    secret,
    password,
    visitor,
  }: { readonly secret: string; readonly password: string; readonly visitor: Visitor },
): Promise<ResetOutcome> {
  const oneTime = secretHash(secret);
  const now = accounts.now();
  const found = await accounts.store.findOneTime('choose-password', oneTime);
  const person =
    found === undefined || found.person === null || found.expires <= now.getTime()
      ? undefined
      : await accounts.store.findPerson(found.person);
  if (person === undefined || person.disabled !== null) return { step: 'expired' };
  const fault = await passwordFault(password, { ...person, words: [accounts.title] });
  if (fault !== undefined) return { step: 'fault', fault };
  const hash = await accounts.passwords.hash(password);
  return accounts.store.transact(async (tx): Promise<ResetOutcome> => {
    await tx.lock();
    if (!(await tx.useOneTime(oneTime))) return { step: 'expired' };
    const at = now.toISOString();
    await tx.savePassword({ person: person.id, hash, changed: at });
    await tx.removeSessions(person.id);
    await tx.removeOneTimes(person.id, 'choose-password');
    await tx.removeOneTimes(person.id, 'second-factor');
    await tx.removeAttempts(secretHash(accountBudget(person.emailKey).key));
    const { address, request } = visitor;
    await auditOf(
      tx,
      person,
      { address, request },
      {
        at,
        action: 'password-changed',
        object: { kind: 'person', id: person.id, name: person.name },
      },
    );
    await post(
      tx,
      accountChangedLetter(
        { to: person.email, language: person.language, site: accounts.title },
        { name: person.name, change: 'password', href: accountAddress(accounts) },
      ),
    );
    return admit(accounts, tx, person, visitor, 'link');
  });
}
