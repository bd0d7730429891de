import { type Action, demand, may } from '../catalog/policy.ts';
import type { Actor, Scope } from '../kernel/actor.ts';
import { day } from '../kernel/day.ts';
import { CatalogError } from '../kernel/errors.ts';
import { refusing } from '../kernel/refused.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { newTokenSecret } from './create-token.ts';
import { demandManaging } from './organization-of.ts';
import type { MemberRole } from './person.ts';
import type { Token } from './token-store.ts';

/** Tokens of an organisation, made and revoked by those who answer for it. ASVS 5.0 §7.4.2, §9.1, §10.4. */

/** Days that a token holds at most. */
export const longestTokenLife = 366;

/** What stands for a scope when it is asked whether somebody may hand it on. */
const actionOf: Readonly<Record<Scope, Action>> = {
  read: 'see-drafts',
  write: 'edit',
  publish: 'publish',
  administer: 'manage-tokens',
};

export interface TokenOrder {
  readonly organization: string;
  /** What people call it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expires: Date;
}

/**
 * Makes a token that may do some of what its maker may.
 * @returns the secret, which nobody can see again
 * @throws CatalogError `not-found`, `not-permitted`, `invalid-record` for a token without name, scope or end.
 */
export async function makeToken(
  accounts: Accounts,
  actor: Actor,
  { organization, name: typed, scopes, expires }: TokenOrder,
): Promise<{ readonly secret: string; readonly token: Token }> {
  demandManaging(actor, organization);
  for (const scope of scopes) demand(actor, actionOf[scope], organization);
  const now = accounts.now();
  const name = typed.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  const life = expires.getTime() - now.getTime();
  if (name === '' || name.length > 100 || scopes.length === 0) {
    throw new CatalogError('invalid-record', {
      sv: 'Ge nyckeln ett namn med högst 100 tecken, och minst en sak den får göra.',
      en: 'Give the token a name of at most 100 characters, and at least one thing that it may do.',
    });
  }
  if (!(life > 0 && life <= longestTokenLife * day)) {
    throw new CatalogError('invalid-record', {
      sv: 'Välj ett slutdatum inom ett år.',
      en: 'Choose an end within a year.',
    });
  }
  const { secret, hash } = newTokenSecret();
  const token: Token = {
    id: accounts.newId(),
    name,
    hash,
    role: roleFor(scopes),
    organization,
    created: now.toISOString(),
    expires: expires.toISOString(),
    scopes: [...new Set(scopes)],
    lastUsed: null,
    createdBy: actor.kind === 'person' ? actor.id : null,
  };
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    // Who has lost the right since the request began makes nothing.
    if (actor.kind === 'person' && actor.grants.every(({ role }) => role !== 'operator')) {
      const membership = await tx.findMembership(actor.id, organization);
      if (membership?.role !== 'administrator') demandManaging(without(actor), organization);
    }
    await tx.addToken(token);
    await tx.audit({
      at: token.created,
      actor,
      organization,
      action: 'token-created',
      object: { kind: 'token', id: token.id, name },
      after: { scopes: [...(token.scopes ?? [])], expires: token.expires },
    });
  });
  return { secret, token };
}

/** The tokens of an organisation. @throws CatalogError `not-found`, `not-permitted`. */
export async function listTokens(
  { store }: Accounts,
  actor: Actor,
  organization: string,
): Promise<readonly Omit<Token, 'hash'>[]> {
  demandManaging(actor, organization);
  return (await store.listTokens(organization)).map(({ hash: _, ...token }) => token);
}

/** Revokes a token, at once and in every process. @throws CatalogError `not-found` when there is none that the actor may revoke. */
export async function revokeToken(accounts: Accounts, actor: Actor, id: string): Promise<void> {
  const token = await accounts.store.findToken(id);
  const organization = token?.organization ?? undefined;
  if (token === undefined) throw noToken();
  if (!may(actor, 'manage-tokens', organization)) {
    const object = { kind: 'token', id, name: token.name };
    const refused = { organization: token.organization, action: 'manage-tokens', object };
    throw refusing(noToken(), refused);
  }
  await accounts.store.transact(async (tx) => {
    if (!(await tx.removeToken(id))) throw noToken();
    await tellRevoked(accounts, tx, actor, token);
  });
}

/** Revokes those tokens that somebody made, in a transaction of the caller. */
export async function revokeIn(
  accounts: Accounts,
  tx: AccountTransaction,
  actor: Actor,
  person: string,
  which: (token: Token) => boolean,
): Promise<void> {
  for (const token of await tx.listTokensBy(person)) {
    if (!which(token) || !(await tx.removeToken(token.id))) continue;
    await tellRevoked(accounts, tx, actor, token);
  }
}

async function tellRevoked(
  { now }: Accounts,
  tx: AccountTransaction,
  actor: Actor,
  { id, name, organization }: Token,
): Promise<void> {
  await tx.audit({
    at: now().toISOString(),
    actor,
    organization,
    action: 'token-revoked',
    object: { kind: 'token', id, name },
  });
}

/** The least role that has what the scopes stand for. */
function roleFor(scopes: readonly Scope[]): MemberRole {
  if (scopes.includes('administer')) return 'administrator';
  return scopes.includes('write') || scopes.includes('publish') ? 'editor' : 'reader';
}

/** The same actor without any right. */
function without(actor: Actor): Actor {
  return actor.kind === 'anonymous' ? actor : { ...actor, grants: [] };
}

function noToken(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Den åtkomstnyckeln finns inte.',
    en: 'There is no such token.',
  });
}
