import type { Role, Scope } from '../kernel/actor.ts';

/** A bearer token as kept: only the SHA-256 of its secret, never the secret. ASVS 5.0 §11.4. */
export interface Token {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the secret, lower-case hex. */
  readonly hash: string;
  readonly role: Role;
  readonly organization: string | null;
  readonly created: string;
  /** ISO 8601, or null for no end. */
  readonly expires: string | null;
  /** What it may at most do; null: no narrower than its role. */
  readonly scopes: readonly Scope[] | null;
  /** ISO 8601 of its last use, to the hour, or null. */
  readonly lastUsed: string | null;
  /** Id of the person who made it, or null for the command line. */
  readonly createdBy: string | null;
}

/** The port to where tokens live. */
export interface TokenStore {
  findByHash(hash: string): Promise<Token | undefined>;
  add(token: Token): Promise<void>;
  /** Notes when it was last used. */
  touch(id: string, used: string): Promise<void>;
  list(organization?: string): Promise<readonly Token[]>;
  /** @returns whether there was such a token. */
  revoke(id: string): Promise<boolean>;
}
