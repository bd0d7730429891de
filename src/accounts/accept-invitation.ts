import { CatalogError } from '../kernel/errors.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { FieldFault } from '../kernel/read-fields.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { actorOf } from './audit-of.ts';
import { type BegunSession, beginIn, type Visitor } from './begin-session.ts';
import type { Invitation } from './invitation.ts';
import { findInvitation } from './invite-member.ts';
import { nameFault } from './name-fault.ts';
import { secretHash } from './one-time.ts';
import { passwordFault } from './password-rules.ts';
import type { Person } from './person.ts';
import type { SignedIn } from './signed-in.ts';
import { originOf } from './tell-owner.ts';

/**
 * Takes an offer, by somebody who has signed in. It was made to an address: another account has no part in it.
 * @returns the id of the organisation
 * @throws CatalogError `not-found` for a link that does not hold, `not-permitted` for another account.
 */
export async function acceptInvitation(
  accounts: Accounts,
  { person, actor }: SignedIn,
  secret: string,
): Promise<string> {
  return accounts.store.transact(async (tx) => {
    await tx.lock();
    const invitation = await heldIn(accounts, tx, secret);
    if (invitation === undefined) throw noInvitation();
    if (invitation.emailKey !== person.emailKey) {
      throw new CatalogError('not-permitted', {
        sv: 'Inbjudan gäller en annan e-postadress än den du är inloggad med. Logga in med den, eller be om en ny inbjudan.',
        en: 'The invitation is to another e-mail address than the one you have signed in with. Sign in with that one, or ask for a new invitation.',
      });
    }
    await join(accounts, tx, person, invitation, originOf(actor));
    return invitation.organization;
  });
}

export type AcceptOutcome =
  | ({ readonly step: 'done' } & BegunSession & { readonly organization: string })
  | { readonly step: 'faults'; readonly faults: readonly FieldFault[] }
  /** The link does not hold, or the address has an account: sign in and accept. */
  | { readonly step: 'expired' };

/**
 * Takes an offer by somebody without an account, and makes one: whoever has the letter has the address.
 * @throws CatalogError `busy` when too many passwords are being hashed.
 */
export async function acceptAsNewPerson(
  accounts: Accounts,
  {
    secret,
    name: typed,
    password,
    language,
    visitor,
  }: {
    readonly secret: string;
    readonly name: string;
    readonly password: string;
    readonly language: UserLanguage;
    readonly visitor: Visitor;
  },
): Promise<AcceptOutcome> {
  const open = await findInvitation(accounts, secret);
  if (open === undefined || open.hasAccount) return { step: 'expired' };
  const name = typed.trim();
  const { email, emailKey } = open.invitation;
  const { sv, en } = open.organization.title;
  const faults: FieldFault[] = [];
  const named = nameFault(name);
  if (named !== undefined) faults.push({ field: 'name', message: named });
  const weak = await passwordFault(password, { name, email, words: [accounts.title, sv, en] });
  if (weak !== undefined) faults.push({ field: 'password', message: weak });
  if (faults.length > 0) return { step: 'faults', faults };
  const hash = await accounts.passwords.hash(password);
  const at = accounts.now().toISOString();
  const person: Person = {
    id: accounts.newId(),
    email,
    emailKey,
    name,
    language,
    confirmed: at,
    disabled: null,
    isOperator: false,
    created: at,
    seen: null,
  };
  return accounts.store.transact(async (tx): Promise<AcceptOutcome> => {
    await tx.lock();
    const invitation = await heldIn(accounts, tx, secret);
    if (invitation === undefined || (await tx.findPersonByEmail(emailKey)) !== undefined)
      return { step: 'expired' };
    await tx.addPerson(person);
    await tx.savePassword({ person: person.id, hash, changed: at });
    const { address, request } = visitor;
    await tx.audit({
      at,
      actor: actorOf(person, [], { address, request }),
      organization: invitation.organization,
      action: 'person-registered',
      object: { kind: 'person', id: person.id, name },
    });
    await join(accounts, tx, person, invitation, { address, request });
    const begun = await beginIn(accounts, tx, person.id, visitor, 'password');
    return { step: 'done', ...begun, organization: invitation.organization };
  });
}

async function heldIn(
  { now }: Accounts,
  tx: AccountTransaction,
  secret: string,
): Promise<Invitation | undefined> {
  const invitation = await tx.findInvitation(secretHash(secret));
  return invitation === undefined || invitation.expires <= now().toISOString()
    ? undefined
    : invitation;
}

/** Makes the member, and uses the offer up. A member keeps the role they have. */
async function join(
  { now }: Accounts,
  tx: AccountTransaction,
  person: Person,
  { id, organization, role }: Invitation,
  origin: Visitor | { readonly address: string; readonly request: string },
): Promise<void> {
  await tx.removeInvitation(id);
  if ((await tx.findMembership(person.id, organization)) !== undefined) return;
  const at = now().toISOString();
  await tx.saveMembership({ person: person.id, organization, role, since: at });
  for (const request of await tx.listRequestsOf(person.id))
    if (request.organization === organization) await tx.removeRequest(request.id);
  const { address, request } = origin;
  await tx.audit({
    at,
    actor: actorOf(person, [{ organization, role }], { address, request }),
    organization,
    action: 'member-added',
    object: { kind: 'person', id: person.id, name: person.name },
    after: { role },
  });
}

function noInvitation(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Inbjudan gäller inte längre. Be den som bjöd in dig om en ny.',
    en: 'The invitation no longer holds. Ask whoever invited you for a new one.',
  });
}
