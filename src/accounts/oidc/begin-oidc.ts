import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { AccountStore } from '../account-store.ts';
import { newSecret } from '../one-time.ts';
import type { OidcFailure } from './oidc-failure.ts';
import type { OidcChecks, OidcProvider } from './oidc-provider.ts';

/** Milliseconds that somebody may take at the provider. */
export const oidcLasting = 600_000;

/** What is kept of an attempt, by the hash of a secret that only the browser has. */
export interface OidcAttempt extends OidcChecks {
  readonly provider: string;
  /** Path of ours to go on to. */
  readonly next: string;
}

/**
 * Begins to sign in, or to link a provider to the account of somebody who has signed in.
 * @param person who links; null for somebody who signs in
 * @returns where to send the browser, and the secret that it is to keep; or why not
 */
export async function beginOidc(
  store: AccountStore,
  provider: OidcProvider,
  {
    next,
    person,
    redirectUri,
    now,
  }: {
    readonly next: string;
    readonly person: string | null;
    readonly redirectUri: string;
    readonly now: Date;
  },
): Promise<
  | { readonly ok: true; readonly url: string; readonly secret: string }
  | { readonly ok: false; readonly failure: OidcFailure; readonly cause?: unknown }
> {
  const checks: OidcChecks = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    redirectUri,
  };
  const asked = await provider.authorization(checks);
  if (!asked.ok) return asked;
  const { secret, hash } = newSecret();
  const attempt: OidcAttempt = { ...checks, provider: provider.settings.name, next };
  await store.transact((tx) =>
    tx.addOneTime({
      hash,
      kind: 'oidc',
      person,
      data: { ...attempt },
      expires: now.getTime() + oidcLasting,
    }),
  );
  return { ok: true, url: asked.url, secret };
}
