import type { Origin } from '../../kernel/actor.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { AccountTransaction } from '../account-store.ts';
import type { Accounts } from '../accounts.ts';
import { auditFor, auditOf } from '../audit-of.ts';
import { beginIn, type Visitor } from '../begin-session.ts';
import { newSecret } from '../one-time.ts';
import { emailKeyOf, type Person } from '../person.ts';
import { admit, type SignInOutcome } from '../sign-in.ts';
import { linkIn, linkLasting, type PendingIdentity } from './link-identity.ts';
import type { Identified } from './oidc-provider.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** What comes of it when a provider has said who somebody is. */
export type Entry =
  /** Or on the way: our second factor is asked for where the provider's sign-in does not count as two. */
  | { readonly outcome: 'entered'; readonly entered: SignInOutcome }
  /** There is an account with the address: it has to be proved to be theirs. The secret is the browser's. */
  | { readonly outcome: 'has-account'; readonly secret: string; readonly email: string }
  /** The provider vouches for no address of mail. The secret is the browser's. */
  | { readonly outcome: 'no-email'; readonly secret: string }
  /** Nobody here, and the provider's people get no account by themselves. */
  | { readonly outcome: 'no-account' }
  /** The account is disabled or not confirmed. */
  | { readonly outcome: 'closed' };

/**
 * Signs somebody in by what a provider says. The key is issuer and subject, never the address of mail (ASVS 5.0 §6.8.1, §10.5.2):
 * an address only leads to a question, to be answered by whoever can sign in to that account or reads its mail.
 */
export function enterWithOidc(
  accounts: Accounts,
  settings: OidcSettings,
  {
    who,
    organization,
    visitor,
    language,
  }: {
    readonly who: Identified;
    /** Id of the organisation that the provider speaks of, when it is one of ours. */
    readonly organization: string | undefined;
    readonly visitor: Visitor;
    readonly language: UserLanguage;
  },
): Promise<Entry> {
  const now = accounts.now();
  const pending: PendingIdentity = {
    provider: settings.name,
    issuer: who.issuer,
    subject: who.subject,
    name: who.name ?? '',
    email: who.verifiedEmail ?? '',
    organization: organization ?? '',
  };
  return accounts.store.transact(async (tx): Promise<Entry> => {
    await tx.lock();
    const known = await tx.findIdentity(who.issuer, who.subject);
    if (known !== undefined) {
      await tx.touchIdentity(known.id, now.toISOString());
      return enter(tx, known.person);
    }
    if (pending.email === '') return { outcome: 'no-email', secret: await keep(tx, null) };
    const found = await tx.findPersonByEmail(emailKeyOf(pending.email));
    if (found?.disabled != null) return { outcome: 'closed' };
    if (found?.confirmed != null) {
      return {
        outcome: 'has-account',
        secret: await keep(tx, found.id),
        email: found.email,
      };
    }
    if (!settings.createsAccounts) return { outcome: 'no-account' };
    const person = await createFor(accounts, tx, settings, { pending, language, visitor });
    return enter(tx, person);
  });

  async function enter(tx: AccountTransaction, id: string): Promise<Entry> {
    const person = await tx.findPerson(id);
    if (person === undefined || !isOpen(person)) return { outcome: 'closed' };
    const entered: SignInOutcome = settings.isStrong
      ? { step: 'done', ...(await beginIn(accounts, tx, id, visitor, 'provider')) }
      : await admit(accounts, tx, person, visitor, 'provider');
    return { outcome: 'entered', entered };
  }

  async function keep(tx: AccountTransaction, person: string | null): Promise<string> {
    const { secret, hash } = newSecret();
    await tx.addOneTime({
      hash,
      kind: 'link-identity',
      person,
      data: { ...pending },
      expires: now.getTime() + linkLasting,
    });
    return secret;
  }
}

/** Whether one may sign in to it. */
function isOpen(person: Person): boolean {
  return person.disabled === null && person.confirmed !== null;
}

/**
 * Makes the account of somebody whose address is proved, and ties it to the provider. An account that was never confirmed is
 * taken over, without the password that whoever registered it chose.
 * @returns the person's id
 */
export async function createFor(
  accounts: Accounts,
  tx: AccountTransaction,
  settings: OidcSettings,
  {
    pending,
    language,
    visitor,
  }: {
    readonly pending: PendingIdentity;
    readonly language: UserLanguage;
    readonly visitor: Visitor;
  },
): Promise<string> {
  const at = accounts.now().toISOString();
  const origin: Origin = { address: visitor.address, request: visitor.request };
  const { email, name, organization } = pending;
  const emailKey = emailKeyOf(email);
  const found = await tx.findPersonByEmail(emailKey);
  const called = name === '' ? email.slice(0, email.indexOf('@')) : name.slice(0, 200);
  const person: Person = {
    ...(found ?? {
      id: accounts.newId(),
      email,
      emailKey,
      disabled: null,
      isOperator: false,
      created: at,
      seen: null,
    }),
    name: called,
    language,
    confirmed: at,
  };
  await (found === undefined ? tx.addPerson(person) : tx.savePerson(person));
  await tx.removePassword(person.id);
  const memberOf = organization === '' ? [] : [{ organization }];
  for (const { organization: id } of memberOf) {
    await tx.saveMembership({
      person: person.id,
      organization: id,
      role: settings.role,
      since: at,
    });
  }
  await auditOf(tx, person, origin, {
    at,
    action: 'person-registered',
    object: { kind: 'person', id: person.id, name: person.name },
    after: { provider: settings.name },
  });
  for (const { organization: id } of memberOf) {
    await auditFor(tx, [{ organization: id }], {
      at,
      actor: { kind: 'person', id: person.id, name: person.name, grants: [], origin },
      action: 'member-added',
      object: { kind: 'person', id: person.id, name: person.name },
      after: { role: settings.role, provider: settings.name },
    });
  }
  await linkIn(accounts, tx, person, pending, origin);
  return person.id;
}
