import { day } from '../kernel/day.ts';
import type { Localized, UserLanguage } from '../kernel/issue.ts';
import { post } from '../mail/letter.ts';
import type { Accounts } from './accounts.ts';
import { emailAddress } from './addresses.ts';
import { countTry, letterBudget, sendingBudget } from './attempts.ts';
import { auditOf } from './audit-of.ts';
import { confirmEmailLetter } from './letters/confirm-email.ts';
import { nameFault } from './name-fault.ts';
import { newSecret, secretHash } from './one-time.ts';
import { cleanEmail, emailKeyOf, isAccountEmail, type Person } from './person.ts';
import { demandProof } from './prove-again.ts';
import type { SignedIn } from './signed-in.ts';
import { originOf, tellOwner } from './tell-owner.ts';

/** Milliseconds that the link to a new address holds: a day. */
const emailLife = day;

/** Keeps what somebody is called and which language their letters have. @returns what is wrong with the name, or undefined when it is kept. */
export async function changePerson(
  { store, now }: Accounts,
  { person, actor }: SignedIn,
  { name: typed, language }: { readonly name: string; readonly language: UserLanguage },
): Promise<Localized | undefined> {
  const name = typed.trim();
  const fault = nameFault(name);
  if (fault !== undefined) return fault;
  await store.transact(async (tx) => {
    await tx.lock();
    const found = await tx.findPerson(person.id);
    if (found === undefined || (found.name === name && found.language === language)) return;
    await tx.savePerson({ ...found, name, language });
    await auditOf(tx, { ...found, name }, originOf(actor), {
      at: now().toISOString(),
      action: 'person-changed',
      object: { kind: 'person', id: person.id, name },
    });
  });
  return undefined;
}

export type ChangeEmailOutcome =
  | { readonly step: 'letter-sent' }
  | { readonly step: 'fault'; readonly fault: Localized }
  | { readonly step: 'wait'; readonly seconds: number };

/**
 * Sends a link to a new address; it becomes the account's when somebody there opens it. An address that has an account gets no
 * letter, and it is not told.
 * @throws CatalogError `proof-required`.
 */
export async function askToChangeEmail(
  accounts: Accounts,
  signedIn: SignedIn,
  typed: string,
): Promise<ChangeEmailOutcome> {
  demandProof(accounts, signedIn);
  const { person, actor } = signedIn;
  const email = cleanEmail(typed);
  const emailKey = emailKeyOf(email);
  if (!isAccountEmail(email) || emailKey === person.emailKey) {
    const fault = {
      sv: 'Skriv en annan e-postadress än den du har, till exempel namn@kommun.se.',
      en: 'Write another e-mail address than the one you have, such as name@kommun.se.',
    };
    return { step: 'fault', fault };
  }
  const budgets = [sendingBudget(originOf(actor).address), letterBudget(emailKey)];
  const seconds = await countTry(accounts, budgets);
  if (seconds > 0) return { step: 'wait', seconds };
  const { secret, hash } = newSecret();
  const expires = accounts.now().getTime() + emailLife;
  await accounts.store.transact(async (tx) => {
    await tx.removeOneTimes(person.id, 'change-email');
    await tx.addOneTime({
      hash,
      kind: 'change-email',
      person: person.id,
      data: { email },
      expires,
    });
    if ((await tx.findPersonByEmail(emailKey)) !== undefined) return;
    await post(
      tx,
      confirmEmailLetter(
        { to: email, language: person.language, site: accounts.title },
        { name: person.name, href: emailAddress(accounts, secret) },
      ),
    );
  });
  return { step: 'letter-sent' };
}

/** Makes the address that a link was sent to the account's; the old one is told. @returns whether the link held. */
export async function changeEmail(
  accounts: Accounts,
  signedIn: SignedIn,
  secret: string,
): Promise<boolean> {
  const hash = secretHash(secret);
  return accounts.store.transact(async (tx) => {
    await tx.lock();
    const found = await tx.findOneTime('change-email', hash);
    const person = await tx.findPerson(signedIn.person.id);
    if (found === undefined || found.expires <= accounts.now().getTime()) return false;
    if (person === undefined || found.person !== person.id || !(await tx.useOneTime(hash)))
      return false;
    const email = String(found.data.email);
    const emailKey = emailKeyOf(email);
    if ((await tx.findPersonByEmail(emailKey)) !== undefined) return false;
    const changed: Person = { ...person, email, emailKey };
    await tx.savePerson(changed);
    // A link to choose a password that lies in the old mailbox must open nothing.
    await tx.removeOneTimes(person.id, 'choose-password');
    await tellOwner(
      accounts,
      tx,
      { person, actor: signedIn.actor },
      'email-changed',
      'person-changed',
      {
        email: 'changed',
      },
    );
    return true;
  });
}
