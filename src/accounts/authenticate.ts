import type { Actor } from '../kernel/actor.ts';
import { tokenHash } from './create-token.ts';
import type { TokenStore } from './token-store.ts';

const secretForm = /^dt_[A-Za-z0-9_-]{43}$/;

/**
 * Who a bearer secret is. RFC 6750 §2.1.
 * @returns undefined for a secret that is unknown, revoked or past its end: the three look the same
 */
export async function authenticate(
  store: TokenStore,
  secret: string,
  now: Date,
): Promise<Actor | undefined> {
  if (!secretForm.test(secret)) return undefined;
  const token = await store.findByHash(tokenHash(secret));
  if (token === undefined) return undefined;
  const at = now.toISOString();
  if (token.expires !== null && token.expires <= at) return undefined;
  const hour = `${at.slice(0, 13)}:00:00.000Z`;
  if (token.lastUsed !== hour) {
    // Nobody waits for the note, and a database that cannot be written keeps nobody out.
    store.touch(token.id, hour).catch(() => undefined);
  }
  return {
    kind: 'token',
    id: token.id,
    name: token.name,
    grants: [{ role: token.role, organization: token.organization }],
    ...(token.scopes === null ? {} : { scopes: token.scopes }),
  };
}
