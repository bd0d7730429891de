import type { SignedIn } from './signed-in.ts';

/**
 * Whom this process has seen in the last few seconds, so that a page with its pictures asks the store once. A change in this
 * process is seen at once; one in another process when the entry is out of date.
 */
export interface SessionCache {
  find(hash: string, now: number): SignedIn | undefined;
  keep(hash: string, signedIn: SignedIn, now: number): void;
  /** All of them: something has changed. */
  forget(): void;
  /** How often it has forgotten: what was read before must not be kept after. */
  readonly generation: () => number;
}

/** Milliseconds that another process may go on believing in a session that has ended. */
export const staleness = 3_000;

const most = 10_000;

/** An empty cache. Times are milliseconds since 1970. */
export function createSessionCache(): SessionCache {
  const known = new Map<string, { readonly signedIn: SignedIn; readonly until: number }>();
  let generation = 0;
  return {
    find(hash, now) {
      const entry = known.get(hash);
      // A clock that was set back must not make an entry live longer.
      if (entry === undefined || entry.until <= now || entry.until > now + staleness)
        return undefined;
      return entry.signedIn;
    },
    keep(hash, signedIn, now) {
      if (known.size >= most) known.clear();
      known.set(hash, { signedIn, until: now + staleness });
    },
    forget() {
      generation += 1;
      known.clear();
    },
    generation: () => generation,
  };
}
