import { authenticate } from './accounts/authenticate.ts';
import { identifySession } from './accounts/identify-session.ts';
import { createJwtVerifier } from './accounts/jwt-verifier.ts';
import { findClaimedOrganization } from './catalog/find-claimed-organization.ts';
import type { Identify } from './http/authenticate.ts';
import type { IdentifySession } from './http/session.ts';
import type { Application } from './main.ts';
import { closedOrganizations } from './onboarding/closed-organizations.ts';

/** Who asks: by a token or by the session of a browser. In an organisation that is paused or has ended nobody has their role. */
export function configuredIdentities(application: Application): {
  readonly identify: Identify;
  readonly identifySession: IdentifySession;
} {
  const closed = closedOrganizations(application.store.onboarding);
  const bearer = identifyBearer(application);
  return {
    identify: async (secret) => {
      const actor = await bearer(secret);
      return actor && (await closed.narrowed(actor));
    },
    identifySession: async (secret, from) => {
      const found = await identifySession(application.accounts, secret, from);
      return found && { ...found, actor: await closed.narrowed(found.actor) };
    },
  };
}

/** Whose bearer token it is: one made here, or one of the outside issuer that is set. */
function identifyBearer({ config, context, store }: Application): Identify {
  const outside =
    config.jwt === undefined
      ? undefined
      : createJwtVerifier(config.jwt, {
          findOrganization: (claimed) => findClaimedOrganization(store.catalog, claimed),
          now: context.now,
        });
  return async (token) =>
    (await authenticate(store.tokens, token, context.now())) ?? (await outside?.(token));
}
