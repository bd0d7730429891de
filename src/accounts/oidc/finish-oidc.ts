import type { AccountStore } from '../account-store.ts';
import { type OneTime, secretHash } from '../one-time.ts';
import type { OidcAttempt } from './begin-oidc.ts';
import type { OidcFailure } from './oidc-failure.ts';
import type { Identified, OidcProvider } from './oidc-provider.ts';

/** Who came back from a provider, from which attempt of this browser's. */
export type OidcReturn =
  | {
      readonly ok: true;
      readonly who: Identified;
      readonly next: string;
      /** Who wanted to link the provider to an account; null for somebody who signs in. */
      readonly person: string | null;
    }
  | { readonly ok: false; readonly failure: OidcFailure; readonly cause?: unknown };

/**
 * Ends an attempt when the browser comes back. An answer with its state uses it up whatever comes of it, so that none is taken
 * twice; without the secret of the browser that began it there is none, so that nobody can be signed in as somebody else
 * (RFC 6749 §10.12).
 * @param address what the browser came to, with its query, below our public base
 */
export async function finishOidc(
  store: AccountStore,
  provider: OidcProvider,
  {
    secret,
    address,
    now,
  }: { readonly secret: string | undefined; readonly address: URL; readonly now: Date },
): Promise<OidcReturn> {
  const hash = secretHash(secret ?? '');
  const kept = await store.transact(async (tx) => {
    const found = await tx.findOneTime('oidc', hash);
    return found !== undefined && isAbout(attemptOf(found)) && (await tx.useOneTime(hash))
      ? found
      : undefined;
  });
  if (kept === undefined || kept.expires <= now.getTime()) return { ok: false, failure: 'stale' };
  const attempt = attemptOf(kept);
  const answer = await provider.identify(address, attempt);
  return answer.ok
    ? { ok: true, who: answer.who, next: attempt.next, person: kept.person }
    : answer;

  function isAbout({ provider: name, state }: OidcAttempt): boolean {
    return name === provider.settings.name && address.searchParams.get('state') === state;
  }
}

/** Written by `beginOidc` and nobody else. */
function attemptOf({ data }: OneTime): OidcAttempt {
  return data as unknown as OidcAttempt;
}
