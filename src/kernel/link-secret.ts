import { hash, randomBytes } from 'node:crypto';

/**
 * Secrets in links that are sent by mail: whoever has one may do what it is for. 32 random bytes in base64url, of which only the
 * SHA-256 is kept; there is nothing to guess, so a fast hash is right. ASVS 5.0 §11.4.
 */

const form = /^[A-Za-z0-9_-]{43}$/;

/** A new secret, 43 characters that need no escaping in an address. */
export function newLinkSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: lower-case hex; undefined for a text that cannot be one. */
export function linkHash(secret: string): string | undefined {
  return form.test(secret) ? hash('sha256', secret) : undefined;
}
