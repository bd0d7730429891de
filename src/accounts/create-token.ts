import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Token, TokenStore } from './token-store.ts';

/**
 * Bearer tokens: `dt_` and 32 random bytes in base64url, shown once and kept as a SHA-256. A fast hash is right here: the
 * secret has 256 bits, so there is nothing to guess. RFC 6750; ASVS 5.0 §11.4.
 */
export interface NewToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Id of the organisation it is bound to; null only for operators. */
  readonly organization: string | null;
  readonly expires: Date | null;
  readonly now: Date;
}

/**
 * Makes a token and keeps its hash.
 * @returns the secret, which nobody can see again
 * @throws CatalogError `invalid-record` when a role that works inside an organisation is bound to none.
 */
export async function createToken(
  store: TokenStore,
  { id, name, role, organization, expires, now }: NewToken,
): Promise<{ readonly secret: string; readonly token: Token }> {
  if (role !== 'operator' && organization === null) {
    throw new CatalogError('invalid-record', {
      sv: `Rollen ${role} verkar inom en organisation. Ange vilken.`,
      en: `The role ${role} works inside an organisation. Name it.`,
    });
  }
  const { secret, hash } = newTokenSecret();
  const token: Token = {
    id,
    name,
    hash,
    role,
    organization: role === 'operator' ? null : organization,
    created: now.toISOString(),
    expires: expires?.toISOString() ?? null,
    scopes: null,
    lastUsed: null,
    createdBy: null,
  };
  await store.add(token);
  return { secret, token };
}

/** A new secret, and what is kept of it. */
export function newTokenSecret(): { readonly secret: string; readonly hash: string } {
  const secret = `dt_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: tokenHash(secret) };
}

/** What is kept of a secret: its SHA-256 in lower-case hex. */
export function tokenHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
