import { hash, randomBytes } from 'node:crypto';
import type { JsonObject } from '../kernel/json.ts';

/** What a secret that works once is for. */
export type OneTimeKind =
  | 'confirm-email'
  | 'choose-password'
  | 'change-email'
  | 'second-factor'
  | 'passkey-add'
  | 'passkey-sign-in'
  | 'oidc'
  | 'link-identity';

/** A secret that works once, until its time is out: sent in a letter, or kept by a browser between two steps. ASVS 5.0 §6.4.1, §6.5. */
export interface OneTime {
  /** SHA-256 of the secret, lower-case hex. */
  readonly hash: string;
  readonly kind: OneTimeKind;
  /** Whose it is, when it is anybody's yet. */
  readonly person: string | null;
  readonly data: JsonObject;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** A new secret of 256 random bits in base64url, and what is kept of it. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: secretHash(secret) };
}

/** What is kept of a secret: its SHA-256 in lower-case hex. Fast is right: there is nothing to guess in 256 bits. ASVS 5.0 §11.4. */
export function secretHash(secret: string): string {
  return hash('sha256', secret);
}
