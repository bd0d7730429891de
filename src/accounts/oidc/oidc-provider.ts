import { createPrivateKey } from 'node:crypto';
import { importPKCS8 } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  PrivateKeyJwt,
} from 'openid-client';
import { type OidcFailure, oidcFailure } from './oidc-failure.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** Signing in with one provider: code flow, PKCE, state and nonce, always. OpenID Connect Core §3.1; ASVS 5.0 §10.1.2, §10.2.1, §10.5. */
export interface OidcProvider {
  readonly settings: OidcSettings;
  /** Where to send the browser. */
  authorization(checks: OidcChecks): Promise<Answer<{ readonly url: string }>>;
  /** Exchanges the code that the browser brought back, and says who it is. The address is the one that the browser came to, in full. */
  identify(address: URL, checks: OidcChecks): Promise<Answer<{ readonly who: Identified }>>;
}

/** What binds an answer to its question. Kept here, never sent to the browser as a whole. */
export interface OidcChecks {
  readonly state: string;
  readonly nonce: string;
  /** PKCE's code verifier. */
  readonly verifier: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
}

/** Who the provider says it is. Nothing of this is a right by itself. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  /** Only when the provider says that the address is proved. */
  readonly verifiedEmail: string | undefined;
  /** What the organisation claim holds. */
  readonly organization: string | undefined;
}

/** Either what was asked for or why not: both are to be expected. */
export type Answer<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly failure: OidcFailure; readonly cause?: unknown };

/** Milliseconds that a provider's metadata is believed, and seconds that it may take to answer. */
const lasting = 3_600_000;
const patience = 8;

/** One provider of the settings. Its metadata is fetched when it is first needed, so that one that is down stops nobody else. */
export function oidcProvider(
  settings: OidcSettings,
  now: () => Date = () => new Date(),
): OidcProvider {
  let known: { readonly configuration: Configuration; readonly at: number } | undefined;
  const configured = async (): Promise<Configuration> => {
    const at = now().getTime();
    if (known === undefined || at - known.at > lasting) {
      known = { configuration: await discover(settings), at };
    }
    return known.configuration;
  };
  return {
    settings,
    authorization: (checks) =>
      answered(async () => ({
        url: buildAuthorizationUrl(await configured(), await parametersOf(settings, checks)).href,
      })),
    identify: (address, { state, nonce, verifier }) =>
      answered(async () => {
        const configuration = await configured();
        const tokens = await authorizationCodeGrant(configuration, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const token = tokens.claims();
        if (token === undefined) throw new MissingClaim('id_token');
        const info =
          configuration.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await fetchUserInfo(configuration, tokens.access_token, token.sub);
        // What is signed wins over what was merely fetched.
        return { who: judged(settings, { ...info, ...token }, token.iss, token.sub) };
      }),
  };
}

async function discover(settings: OidcSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret, privateKey, privateKeyId } = settings;
  const here = new URL(issuer).protocol === 'http:';
  const configuration = await discovery(
    new URL(issuer),
    clientId,
    {},
    privateKey === undefined
      ? ClientSecretBasic(clientSecret ?? '')
      : PrivateKeyJwt(await signingKey(privateKey, privateKeyId)),
    // The settings take plain HTTP for this machine alone (`safe-server.ts`).
    { timeout: patience, ...(here ? { execute: [allowInsecureRequests] } : {}) },
  );
  // The identity token's signature is checked although it came straight from the provider: RFC 8725 §3.
  enableNonRepudiationChecks(configuration);
  return configuration;
}

async function signingKey(pem: string, kid: string | undefined) {
  const algorithm = createPrivateKey(pem).asymmetricKeyType === 'ec' ? 'ES256' : 'RS256';
  const key = await importPKCS8(pem, algorithm);
  return kid === undefined ? key : { key, kid };
}

async function parametersOf(
  { scope, acr, claims }: OidcSettings,
  { state, nonce, verifier, redirectUri }: OidcChecks,
): Promise<Record<string, string>> {
  return {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(acr.length === 0 ? {} : { acr_values: acr.join(' ') }),
    ...(claims === undefined ? {} : { claims }),
  };
}

/** The claims as we understand them. @throws MissingClaim for one that was demanded, or a level that is too low (ASVS 5.0 §6.8.4). */
function judged(
  settings: OidcSettings,
  claims: Readonly<Record<string, unknown>>,
  issuer: string,
  subject: string,
): Identified {
  const { acr, required, emailClaim, emailVerifiedClaim, nameClaim, organizationClaim } = settings;
  for (const name of required) {
    if (claims[name] === undefined || claims[name] === '') throw new MissingClaim(name);
  }
  if (acr.length > 0 && !acr.includes(text(claims.acr) ?? '')) throw new MissingClaim('acr');
  const isProved = emailVerifiedClaim === '' || isTrue(claims[emailVerifiedClaim]);
  return {
    issuer,
    subject,
    name: text(claims[nameClaim]),
    verifiedEmail: isProved ? text(claims[emailClaim]) : undefined,
    organization:
      organizationClaim === undefined
        ? settings.organization
        : (text(claims[organizationClaim]) ?? settings.organization),
  };
}

/** A claim that the settings demand is not there. */
class MissingClaim extends Error {
  constructor(name: string) {
    super(`The provider gave no acceptable ${name}.`);
    this.name = 'MissingClaim';
  }
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim().slice(0, 300) : undefined;
}

/** Some providers write booleans as texts. */
function isTrue(claim: unknown): boolean {
  return claim === true || claim === 'true' || claim === 1 || claim === '1';
}

async function answered<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    return { ok: false, failure: oidcFailure(error), cause: error };
  }
}
