import type { CatalogReader } from '../catalog/catalog-store.ts';
import type { Iri } from '../kernel/iri.ts';
import type { AccountStore } from './account-store.ts';
import { createPasswordHasher, type PasswordHasher } from './password-hasher.ts';
import { createSessionCache, type SessionCache } from './session-cache.ts';

/** What every use case of people is handed. The use cases are functions, one file each or for each few that belong together. */
export interface Accounts {
  /** Whoever changes something through it makes this process forget whom it has seen lately. */
  readonly store: AccountStore;
  /** What organisations are called. Never inside a transaction. */
  readonly organizations: Pick<CatalogReader, 'findById'>;
  /** Public base of every address, without a slash at the end. */
  readonly base: Iri;
  /** What the site is called. */
  readonly title: string;
  /** The secret of the settings, from which keys are derived; 32 characters at least. */
  readonly secret: string;
  readonly passwords: PasswordHasher;
  readonly sessions: SessionCache;
  readonly now: () => Date;
  /** A new UUIDv7, RFC 9562. */
  readonly newId: () => string;
}

/** Puts the context together. */
export function openAccounts(
  parts: Omit<Accounts, 'passwords' | 'sessions'> & { readonly passwords?: PasswordHasher },
): Accounts {
  const sessions = createSessionCache();
  const { store, passwords = createPasswordHasher() } = parts;
  return {
    ...parts,
    passwords,
    sessions,
    store: {
      ...store,
      async transact(work) {
        try {
          return await store.transact(work);
        } finally {
          sessions.forget();
        }
      },
    },
  };
}
