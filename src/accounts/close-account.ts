import { demand } from '../catalog/policy.ts';
import { type Actor, isOperator } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { auditFor } from './audit-of.ts';
import { demandAdministrator } from './change-member.ts';
import { revokeIn } from './manage-tokens.ts';
import { organizationOf } from './organization-of.ts';
import type { Person } from './person.ts';

/** Closing somebody's account for a time, and erasing it. ASVS 5.0 §7.4.2; GDPR Article 17. */

/**
 * Closes an account: its sessions and tokens end in the same moment. An organisation may be without an administrator by this,
 * since an account in wrong hands must be closed at once; the operator then invites another.
 * @throws CatalogError `not-found`, `not-permitted`, `last-administrator` for the last operator.
 */
export async function disablePerson(accounts: Accounts, actor: Actor, id: string): Promise<void> {
  demand(actor, 'operate');
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const person = await personIn(tx, id);
    if (person.disabled !== null) return;
    const at = accounts.now().toISOString();
    await tx.savePerson({ ...person, disabled: at });
    if (person.isOperator) await demandOperator(tx);
    await endIn(accounts, tx, actor, id);
    await tell(tx, actor, person, 'person-disabled', at);
  });
}

/** Opens a closed account again; sessions and tokens do not come back. @throws CatalogError `not-found`, `not-permitted`. */
export async function enablePerson(accounts: Accounts, actor: Actor, id: string): Promise<void> {
  demand(actor, 'operate');
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const person = await personIn(tx, id);
    if (person.disabled === null) return;
    await tx.savePerson({ ...person, disabled: null });
    await tell(tx, actor, person, 'person-enabled', accounts.now().toISOString());
  });
}

/**
 * Erases an account and what is personal about it: versions, declarations, approvals and what else it did keep the
 * organisation's name instead, and the site's where the person is no member any more.
 * @param actor the person, or an operator
 * @throws CatalogError `not-found`, `not-permitted`, `last-administrator`.
 */
export async function erasePerson(accounts: Accounts, actor: Actor, id: string): Promise<void> {
  const isSelf = actor.kind === 'person' && actor.id === id && actor.scopes === undefined;
  if (!isSelf) demand(actor, 'operate');
  const memberships = await accounts.store.listMemberships(id);
  const titles = new Map<string, string>();
  for (const { organization } of memberships) {
    const { title } = await organizationOf(accounts, organization).catch(missingAs(organization));
    titles.set(organization, title.sv);
  }
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const person = await personIn(tx, id);
    const at = accounts.now().toISOString();
    await endIn(accounts, tx, actor, id);
    await tell(tx, actor, { ...person, name: '' }, 'person-erased', at);
    const held = await tx.listMemberships(id);
    const guarded = held.filter(({ role }) => role === 'administrator');
    await tx.eraseName({ person: id, by: accounts.title });
    for (const [organization, by] of titles) await tx.eraseName({ person: id, by, organization });
    await tx.removeInvitationsTo(person.emailKey);
    await tx.removePerson(id);
    if (person.isOperator) await demandOperator(tx);
    if (person.disabled === null)
      for (const { organization } of guarded) await demandAdministrator(tx, organization);
  });
}

/** Makes somebody an operator, or no longer one. @throws CatalogError `not-found`, `not-permitted`, `last-administrator`. */
export async function setOperator(
  accounts: Accounts,
  actor: Actor,
  id: string,
  isNowOperator: boolean,
): Promise<void> {
  if (!isOperator(actor)) demand(actor, 'operate');
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const person = await personIn(tx, id);
    if (person.isOperator === isNowOperator) return;
    await tx.savePerson({ ...person, isOperator: isNowOperator });
    if (!isNowOperator) {
      await demandOperator(tx);
      await revokeIn(accounts, tx, actor, id, ({ role }) => role === 'operator');
    }
    await tx.audit({
      at: accounts.now().toISOString(),
      actor,
      organization: null,
      action: 'person-changed',
      object: { kind: 'person', id, name: person.name },
      before: { operator: person.isOperator },
      after: { operator: isNowOperator },
    });
  });
}

/** Ends everything by which somebody acts here. */
async function endIn(
  accounts: Accounts,
  tx: AccountTransaction,
  actor: Actor,
  id: string,
): Promise<void> {
  await tx.removeSessions(id);
  await tx.removeOneTimes(id, 'choose-password');
  await tx.removeOneTimes(id, 'second-factor');
  await revokeIn(accounts, tx, actor, id, () => true);
}

async function tell(
  tx: AccountTransaction,
  actor: Actor,
  { id, name }: Person,
  action: 'person-disabled' | 'person-enabled' | 'person-erased',
  at: string,
): Promise<void> {
  const object = { kind: 'person', id, name };
  await auditFor(tx, await tx.listMemberships(id), { at, actor, action, object });
}

async function personIn(tx: AccountTransaction, id: string): Promise<Person> {
  const person = await tx.findPerson(id);
  if (person !== undefined) return person;
  throw new CatalogError('not-found', {
    sv: 'Det finns inget sådant konto.',
    en: 'There is no such account.',
  });
}

/** @throws CatalogError `last-administrator` when nobody is left who runs the site. */
async function demandOperator(tx: AccountTransaction): Promise<void> {
  if ((await tx.countOperators()) > 0) return;
  throw new CatalogError('last-administrator', {
    sv: 'Webbplatsen skulle bli utan driftansvarig. Utse först någon annan.',
    en: 'The site would be without an operator. Appoint somebody else first.',
  });
}

/** An organisation that has left has no title any more. */
function missingAs(name: string) {
  return (error: unknown): { readonly title: { readonly sv: string } } => {
    if (error instanceof CatalogError && error.code === 'not-found') return { title: { sv: name } };
    throw error;
  };
}
