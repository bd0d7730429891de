import type { Origin } from '../../kernel/actor.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { AccountTransaction } from '../account-store.ts';
import type { Accounts } from '../accounts.ts';
import { auditOf } from '../audit-of.ts';
import { secretHash } from '../one-time.ts';
import type { Person } from '../person.ts';
import { writeOwner } from '../tell-owner.ts';
import type { Identified } from './oidc-provider.ts';

/** Tying who somebody is at a provider to an account here, and untying it. ASVS 5.0 §6.8. */

/** Milliseconds that somebody has to prove that an account is theirs, before they have to begin anew. */
export const linkLasting = 30 * 60_000;

/** Somebody of a provider who is nobody here yet, kept by the hash of a secret that only the browser has. */
export interface PendingIdentity {
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** Address that the provider vouches for, or `''`. */
  readonly email: string;
  /** Id of the organisation that the provider speaks of, or `''`. */
  readonly organization: string;
}

/** Who waits to be tied to an account in this browser; undefined when nobody does any more. */
export async function pendingIdentity(
  accounts: Accounts,
  secret: string | undefined,
): Promise<{ readonly pending: PendingIdentity; readonly person: string | null } | undefined> {
  const found = await accounts.store.findOneTime('link-identity', secretHash(secret ?? ''));
  if (found === undefined || found.expires <= accounts.now().getTime()) return undefined;
  return { pending: found.data as unknown as PendingIdentity, person: found.person };
}

/**
 * Ties what waits in this browser to the account of somebody who has signed in by its own means, which is their yes.
 * @throws CatalogError `gone` when nothing waits, or it is another account's; `name-taken` when it is tied to another account.
 */
export async function linkPending(
  accounts: Accounts,
  {
    person,
    secret,
    origin,
  }: { readonly person: Person; readonly secret: string | undefined; readonly origin: Origin },
): Promise<PendingIdentity> {
  const waiting = await pendingIdentity(accounts, secret);
  if (waiting === undefined || (waiting.person !== null && waiting.person !== person.id)) {
    throw nothingWaits();
  }
  const { pending } = waiting;
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    if (!(await tx.useOneTime(secretHash(secret ?? '')))) throw nothingWaits();
    await linkTold(accounts, tx, person, pending, origin);
  });
  return pending;
}

/**
 * Ties whom a provider has just named to the account of whoever asked for it, signed in.
 * @throws CatalogError `name-taken` when it is tied to another account.
 */
export async function linkIdentified(
  accounts: Accounts,
  {
    person,
    provider,
    who,
    origin,
  }: {
    readonly person: Person;
    readonly provider: string;
    readonly who: Identified;
    readonly origin: Origin;
  },
): Promise<void> {
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    await linkTold(accounts, tx, person, { ...who, provider }, origin);
  });
}

/** Ties the identity to the account, in a transaction of the caller; false when it is already. @throws CatalogError `name-taken`. */
export async function linkIn(
  accounts: Accounts,
  tx: AccountTransaction,
  person: Person,
  { provider, issuer, subject }: Pick<PendingIdentity, 'provider' | 'issuer' | 'subject'>,
  origin: Origin,
): Promise<boolean> {
  const known = await tx.findIdentity(issuer, subject);
  if (known?.person === person.id) return false;
  if (known !== undefined) {
    throw new CatalogError('name-taken', {
      sv: 'Den inloggningen är redan kopplad till ett annat konto. Logga in på det kontot och koppla bort den där först.',
      en: 'That sign-in is tied to another account already. Sign in to that account and untie it there first.',
    });
  }
  const at = accounts.now().toISOString();
  const id = accounts.newId();
  await tx.addIdentity({ id, person: person.id, provider, issuer, subject, created: at, used: at });
  await auditOf(tx, person, origin, {
    at,
    action: 'identity-linked',
    object: { kind: 'identity', id, name: provider },
  });
  return true;
}

/**
 * Unties a provider from the account.
 * @throws CatalogError `not-found`; `state-conflict` when there would be no way left to sign in.
 */
export async function unlinkIdentity(
  accounts: Accounts,
  { person, id, origin }: { readonly person: Person; readonly id: string; readonly origin: Origin },
): Promise<void> {
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const identities = await tx.listIdentities(person.id);
    const found = identities.find((identity) => identity.id === id);
    if (found === undefined) throw notThere();
    const ways =
      identities.length -
      1 +
      ((await tx.findPassword(person.id)) === undefined ? 0 : 1) +
      (await tx.listPasskeys(person.id)).length;
    if (ways === 0) {
      throw new CatalogError('state-conflict', {
        sv: 'Det är ditt enda sätt att logga in. Välj ett lösenord eller lägg till en nyckel först.',
        en: 'It is your only way to sign in. Choose a password or add a passkey first.',
      });
    }
    await tx.removeIdentity(person.id, id);
    await auditOf(tx, person, origin, {
      at: accounts.now().toISOString(),
      action: 'identity-unlinked',
      object: { kind: 'identity', id, name: found.provider },
    });
    await writeOwner(accounts, tx, person, 'identity-unlinked');
  });
}

/** As `linkIn`, of an account that was there before: its owner is told by letter. ASVS 5.0 §6.3.7. */
async function linkTold(
  accounts: Accounts,
  tx: AccountTransaction,
  person: Person,
  identity: Parameters<typeof linkIn>[3],
  origin: Origin,
): Promise<void> {
  if (await linkIn(accounts, tx, person, identity, origin)) {
    await writeOwner(accounts, tx, person, 'identity-linked');
  }
}

function nothingWaits(): CatalogError {
  return new CatalogError('gone', {
    sv: 'Det är för länge sedan, eller så hör det till ett annat konto. Logga in hos leverantören igen.',
    en: 'That was too long ago, or it belongs to another account. Sign in with the provider again.',
  });
}

function notThere(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Den inloggningen är inte kopplad till ditt konto.',
    en: 'That sign-in is not tied to your account.',
  });
}
