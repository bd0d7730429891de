import { hash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { type FindOrganization, jwtActor } from './jwt-actor.ts';
import type { JwtSettings } from './jwt-settings.ts';
import { keySetFetch } from './key-set-fetch.ts';

/**
 * Says whose access token it is; undefined for one that does not hold, whatever is wrong with it.
 * @throws CatalogError `service-unavailable` when the issuer's keys cannot be fetched.
 */
export type JwtVerifier = (token: string) => Promise<Actor | undefined>;

/** Seconds that clocks may differ by: RFC 8725 leaves it to us, RFC 7519 §4.1.4 says "a few minutes" at most. */
const skew = 60;

/** Verified tokens remembered at once, and for how many milliseconds: so long a role that was renamed lives on. */
const most = 2000;
const remembered = 60_000;

/** Three parts in base64url: RFC 7515 §3.1. What has five is encrypted, and not for us. */
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Claims that only identity tokens have: OpenID Connect Core §2, §3.3.2.11. Such a token says who signed in somewhere, not what it may do here. */
const ofIdentity = ['nonce', 'at_hash', 'c_hash'];

interface Verified {
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * Verifies access tokens of an outside issuer: signature by a key of the issuer's own set (never one that the token brings or
 * points at), algorithm, type, issuer, audience and times. ASVS 5.0 §9.1, §9.2.
 *
 * What has been verified is remembered by its SHA-256, a minute at most and never past its `exp`.
 */
export function createJwtVerifier(
  settings: JwtSettings,
  {
    findOrganization,
    now,
    cooldown = 30_000,
  }: {
    readonly findOrganization: FindOrganization;
    readonly now: () => Date;
    /** Milliseconds between two fetches of the keys because of a token that names an unknown one. */
    readonly cooldown?: number;
  },
): JwtVerifier {
  const keys = createRemoteJWKSet(new URL(settings.jwksUrl), {
    cooldownDuration: cooldown,
    timeoutDuration: 5000,
    [customFetch]: keySetFetch(now),
  });
  const verified = new Map<string, Verified>();
  return async (token) => {
    if (!compact.test(token)) return undefined;
    const digest = hash('sha256', token, 'base64url');
    const known = verified.get(digest);
    const at = now();
    if (known !== undefined) {
      if (at.getTime() < known.until) return known.actor;
      verified.delete(digest);
    }
    const payload = await verify(token, at);
    if (payload === undefined) return undefined;
    const actor = await jwtActor(payload, settings, findOrganization);
    const until = Math.min((payload.exp ?? 0) * 1000, at.getTime() + remembered);
    if (verified.size >= most) forget(verified);
    verified.set(digest, { actor, until });
    return actor;
  };

  async function verify(token: string, at: Date): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [...settings.algorithms],
        issuer: settings.issuer,
        audience: settings.audience,
        typ: settings.type,
        clockTolerance: skew,
        maxTokenAge: settings.maxAge,
        requiredClaims: ['sub', 'exp', 'iat', ...settings.requiredClaims],
        currentDate: at,
      });
      const isSubject = typeof payload.sub === 'string' && payload.sub !== '';
      return isSubject && !ofIdentity.some((claim) => claim in payload) ? payload : undefined;
    } catch (error) {
      if (isOfToken(error)) return undefined;
      throw new CatalogError(
        'service-unavailable',
        {
          sv: 'Utfärdaren av åtkomstnyckeln svarar inte, så nyckeln kan inte prövas just nu. Försök igen om en stund.',
          en: 'The issuer of the access token does not answer, so the token cannot be judged right now. Try again in a while.',
        },
        { cause: error },
      );
    }
  }
}

/** The oldest half: a Map keeps the order in which they came. */
function forget(verified: Map<string, Verified>): void {
  let surplus = verified.size - most / 2;
  for (const digest of verified.keys()) {
    if (surplus-- <= 0) return;
    verified.delete(digest);
  }
}

/** Whether the token is at fault, and not the way to the keys. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}
