import type { Actor } from '../kernel/actor.ts';
import { day } from '../kernel/day.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Localized, UserLanguage } from '../kernel/issue.ts';
import { post } from '../mail/letter.ts';
import type { Accounts } from './accounts.ts';
import { invitationAddress } from './addresses.ts';
import type { Invitation } from './invitation.ts';
import { invitationLetter } from './letters/invitation.ts';
import { newSecret, secretHash } from './one-time.ts';
import { demandManaging, organizationOf } from './organization-of.ts';
import { cleanEmail, emailKeyOf, isAccountEmail, type MemberRole } from './person.ts';

/** Milliseconds that an invitation holds: 14 days. */
const invitationLife = 14 * day;

/** Invitations of one organisation that wait at a time. */
const most = 200;

/**
 * Offers somebody a place in an organisation, by a letter with a link that works once. A new offer to the same address takes the
 * place of the last.
 * @throws CatalogError `not-found`, `not-permitted`, `invalid-record` for an address that is none, `state-conflict` for a member.
 */
export async function inviteMember(
  accounts: Accounts,
  actor: Actor,
  offer: {
    readonly organization: string;
    readonly email: string;
    readonly role: MemberRole;
    readonly language: UserLanguage;
  },
): Promise<Invitation> {
  demandManaging(actor, offer.organization);
  const email = cleanEmail(offer.email);
  if (!isAccountEmail(email)) {
    throw new CatalogError('invalid-record', {
      sv: 'Skriv en e-postadress med snabel-a och domän, till exempel namn@kommun.se.',
      en: 'Write an e-mail address with an at sign and a domain, such as name@kommun.se.',
    });
  }
  const organization = await organizationOf(accounts, offer.organization);
  const now = accounts.now();
  const { secret, hash } = newSecret();
  const invitation: Invitation = {
    id: accounts.newId(),
    hash,
    organization: organization.id,
    email,
    emailKey: emailKeyOf(email),
    role: offer.role,
    invitedBy: actor.kind === 'anonymous' ? '' : actor.id.slice(0, 36),
    created: now.toISOString(),
    expires: new Date(now.getTime() + invitationLife).toISOString(),
  };
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const person = await tx.findPersonByEmail(invitation.emailKey);
    if ((await tx.findMembership(person?.id ?? '', organization.id)) !== undefined)
      throw conflict({
        sv: 'Personen är redan med i organisationen. Ändra rollen i listan i stället.',
        en: 'The person already belongs to the organisation. Change the role in the list instead.',
      });
    const waiting = await tx.listInvitations(organization.id);
    for (const { id, emailKey } of waiting)
      if (emailKey === invitation.emailKey) await tx.removeInvitation(id);
    if (waiting.length >= most)
      throw conflict({
        sv: `${most} inbjudningar väntar redan på svar. Dra tillbaka några först.`,
        en: `${most} invitations already wait for an answer. Withdraw some first.`,
      });
    await tx.addInvitation(invitation);
    await tx.audit({
      at: invitation.created,
      actor,
      organization: organization.id,
      action: 'member-invited',
      object: { kind: 'invitation', id: invitation.id, name: offer.role },
      after: { role: offer.role },
    });
    await post(
      tx,
      invitationLetter(
        { to: email, language: person?.language ?? offer.language, site: accounts.title },
        {
          organization: organization.title,
          by: actor.kind === 'anonymous' ? accounts.title : actor.name,
          role: offer.role,
          href: invitationAddress(accounts, secret),
        },
      ),
    );
  });
  return invitation;
}

/** Takes an offer back. @throws CatalogError `not-found`, `not-permitted`. */
export async function withdrawInvitation(
  accounts: Accounts,
  actor: Actor,
  { organization, id }: { readonly organization: string; readonly id: string },
): Promise<void> {
  demandManaging(actor, organization);
  await accounts.store.transact(async (tx) => {
    const found = (await tx.listInvitations(organization)).find((one) => one.id === id);
    if (found === undefined || !(await tx.removeInvitation(id))) {
      throw new CatalogError('not-found', {
        sv: 'Inbjudan finns inte längre.',
        en: 'The invitation is not there any more.',
      });
    }
    await tx.audit({
      at: accounts.now().toISOString(),
      actor,
      organization,
      action: 'invitation-withdrawn',
      object: { kind: 'invitation', id, name: found.role },
    });
  });
}

/** An offer as the one who has its link sees it. */
export interface OpenInvitation {
  readonly invitation: Invitation;
  readonly organization: { readonly name: string; readonly title: Localized };
  /** Whether the address has an account already, to sign in with. */
  readonly hasAccount: boolean;
}

/** The offer that a link leads to; undefined when it is unknown, used, withdrawn or too old. */
export async function findInvitation(
  accounts: Accounts,
  secret: string,
): Promise<OpenInvitation | undefined> {
  const invitation = await accounts.store.findInvitation(secretHash(secret));
  if (invitation === undefined || invitation.expires <= accounts.now().toISOString())
    return undefined;
  const { name, title } = await organizationOf(accounts, invitation.organization);
  const person = await accounts.store.findPersonByEmail(invitation.emailKey);
  return { invitation, organization: { name, title }, hasAccount: person !== undefined };
}

function conflict(detail: Localized): CatalogError {
  return new CatalogError('state-conflict', detail);
}
