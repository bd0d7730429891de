import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { post } from '../mail/letter.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { accountAddress } from './addresses.ts';
import { type MembershipChange, membershipChangedLetter } from './letters/membership-changed.ts';
import { revokeIn } from './manage-tokens.ts';
import { demandManaging, type Employer, organizationOf } from './organization-of.ts';
import type { MemberRole, Membership, Person } from './person.ts';
import type { SignedIn } from './signed-in.ts';

/** Whom to change in which organisation, by their ids. */
export interface WhichMember {
  readonly organization: string;
  readonly person: string;
}

const rank: Readonly<Record<MemberRole, number>> = { reader: 0, editor: 1, administrator: 2 };

/**
 * Gives a member another role; tokens of theirs that could do more are revoked. It holds from their next request.
 * @throws CatalogError `not-found`, `not-permitted`, `last-administrator`.
 */
export async function changeRole(
  accounts: Accounts,
  actor: Actor,
  { organization: id, person: who, role }: WhichMember & { readonly role: MemberRole },
): Promise<void> {
  demandManaging(actor, id);
  const organization = await organizationOf(accounts, id);
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const { person, membership } = await memberIn(tx, id, who);
    if (membership.role === role) return;
    const guarded = membership.role === 'administrator' && (await tx.countAdministrators(id)) > 0;
    await tx.saveMembership({ ...membership, role });
    if (guarded) await demandAdministrator(tx, id);
    if (rank[role] < rank[membership.role])
      await revokeIn(accounts, tx, actor, who, (token) => token.organization === id);
    await tx.audit({
      at: accounts.now().toISOString(),
      actor,
      organization: id,
      action: 'member-role-changed',
      object: { kind: 'person', id: who, name: person.name },
      before: { role: membership.role },
      after: { role },
    });
    await tell(accounts, tx, person, organization, { what: 'role-changed', role });
  });
}

/**
 * Takes a member out of an organisation; the tokens that they made there are revoked in the same moment.
 * @throws CatalogError `not-found`, `not-permitted`, `last-administrator`.
 */
export async function removeMember(
  accounts: Accounts,
  actor: Actor,
  which: WhichMember,
): Promise<void> {
  demandManaging(actor, which.organization);
  await remove(accounts, actor, which);
}

/** Leaves an organisation. @throws CatalogError `not-found`, `last-administrator`. */
export async function leaveOrganization(
  accounts: Accounts,
  { person, actor }: SignedIn,
  organization: string,
): Promise<void> {
  await remove(accounts, actor, { organization, person: person.id });
}

async function remove(
  accounts: Accounts,
  actor: Actor,
  { organization: id, person: who }: WhichMember,
): Promise<void> {
  const organization = await organizationOf(accounts, id);
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const { person, membership } = await memberIn(tx, id, who);
    const guarded = membership.role === 'administrator' && (await tx.countAdministrators(id)) > 0;
    await tx.removeMembership(who, id);
    if (guarded) await demandAdministrator(tx, id);
    await revokeIn(accounts, tx, actor, who, (token) => token.organization === id);
    await tx.audit({
      at: accounts.now().toISOString(),
      actor,
      organization: id,
      action: 'member-removed',
      object: { kind: 'person', id: who, name: person.name },
      before: { role: membership.role },
    });
    if (actor.kind === 'anonymous' || actor.id !== who)
      await tell(accounts, tx, person, organization, { what: 'removed' });
  });
}

async function memberIn(
  tx: AccountTransaction,
  organization: string,
  who: string,
): Promise<{ readonly person: Person; readonly membership: Membership }> {
  const membership = await tx.findMembership(who, organization);
  const person = await tx.findPerson(who);
  if (membership === undefined || person === undefined) {
    throw new CatalogError('not-found', {
      sv: 'Personen är inte med i organisationen.',
      en: 'The person does not belong to the organisation.',
    });
  }
  return { person, membership };
}

/** @throws CatalogError `last-administrator` when nobody is left who can let others in. */
export async function demandAdministrator(
  tx: AccountTransaction,
  organization: string,
): Promise<void> {
  if ((await tx.countAdministrators(organization)) > 0) return;
  throw new CatalogError('last-administrator', {
    sv: 'Organisationen skulle bli utan administratör. Gör först någon annan till administratör.',
    en: 'The organisation would be without an administrator. Make somebody else administrator first.',
  });
}

async function tell(
  accounts: Accounts,
  tx: AccountTransaction,
  { email, language }: Person,
  { title: organization }: Employer,
  change: MembershipChange,
): Promise<void> {
  await post(
    tx,
    membershipChangedLetter(
      { to: email, language, site: accounts.title },
      { organization, change, href: accountAddress(accounts) },
    ),
  );
}
