import { demand } from '../catalog/policy.ts';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { post } from '../mail/letter.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { resetAddress } from './addresses.ts';
import { auditFor } from './audit-of.ts';
import { choosePasswordLetter } from './letters/choose-password.ts';
import { newSecret } from './one-time.ts';
import type { Person } from './person.ts';

/** What an operator may do for somebody who asks for help: never choose a password, never see one. ASVS 5.0 §6.4.6. */

/** Milliseconds that the link holds: an hour. */
const resetLife = 3_600_000;

/** Ends all sessions of a person, and forgets their devices. @returns how many ended. @throws CatalogError `not-found`, `not-permitted`. */
export function endSessionsOf(accounts: Accounts, actor: Actor, id: string): Promise<number> {
  demand(actor, 'operate');
  return accounts.store.transact(async (tx) => {
    await tx.lock();
    const person = await personIn(tx, id);
    const ended = await tx.removeSessions(id);
    await tx.removeDevices(id);
    await tell(accounts, tx, actor, person, { action: 'session-ended', after: { ended } });
    return ended;
  });
}

/**
 * Sends the person a link to choose a new password; whoever asked for the operator's help without being them gets nothing of it.
 * @throws CatalogError `not-found`, `not-permitted`; `state-conflict` for an account that is closed.
 */
export function startReset(accounts: Accounts, actor: Actor, id: string): Promise<void> {
  demand(actor, 'operate');
  const { secret, hash } = newSecret();
  const expires = accounts.now().getTime() + resetLife;
  return accounts.store.transact(async (tx) => {
    await tx.lock();
    const person = await personIn(tx, id);
    if (person.disabled !== null) {
      throw new CatalogError('state-conflict', {
        sv: 'Kontot är stängt. Öppna det först.',
        en: 'The account is closed. Reopen it first.',
      });
    }
    await tx.removeOneTimes(id, 'choose-password');
    await tx.addOneTime({ hash, kind: 'choose-password', person: id, data: {}, expires });
    await tell(accounts, tx, actor, person, { action: 'password-reset-asked' });
    const to = { to: person.email, language: person.language, site: accounts.title };
    const href = resetAddress(accounts, secret);
    await post(tx, choosePasswordLetter(to, { name: person.name, href }));
  });
}

async function tell(
  { now }: Accounts,
  tx: AccountTransaction,
  actor: Actor,
  { id, name }: Person,
  what: {
    readonly action: 'session-ended' | 'password-reset-asked';
    readonly after?: { readonly ended: number };
  },
): Promise<void> {
  const object = { kind: 'person', id, name };
  const at = now().toISOString();
  await auditFor(tx, await tx.listMemberships(id), { at, actor, object, ...what });
}

async function personIn(tx: AccountTransaction, id: string): Promise<Person> {
  const person = await tx.findPerson(id);
  if (person !== undefined) return person;
  throw new CatalogError('not-found', {
    sv: 'Det finns inget sådant konto.',
    en: 'There is no such account.',
  });
}
