import type { JWTPayload } from 'jose';
import type { Actor, Grant, Role, Scope } from '../kernel/actor.ts';
import type { JwtSettings } from './jwt-settings.ts';

/** Finds the id of an organisation by what a claim calls it; undefined when there is none. */
export type FindOrganization = (claimed: string) => Promise<string | undefined>;

const roles: ReadonlySet<string> = new Set<Role>(['operator', 'administrator', 'editor', 'reader']);
const scopes: ReadonlySet<string> = new Set<Scope>(['read', 'write', 'publish', 'administer']);

/** How a scope of ours is written in `scope`: `datatorget:write`. */
const scopePrefix = 'datatorget:';

/** More than this many organisations in one token is nonsense, and each costs a question. */
const mostOrganizations = 20;

/**
 * Who a verified token is. A role or an organisation that is not known here gives no right; scopes of ours make it narrower
 * (RFC 9068 §2.2.3), and those of others do not count.
 */
export async function jwtActor(
  payload: JWTPayload,
  { issuer, roleClaim, organizationClaim }: JwtSettings,
  findOrganization: FindOrganization,
): Promise<Actor> {
  const held = texts(payload[roleClaim]).filter((role): role is Role => roles.has(role));
  const grants: Grant[] = [];
  if (held.includes('operator')) grants.push({ role: 'operator', organization: null });
  const inside = held.filter((role) => role !== 'operator');
  if (inside.length > 0) {
    for (const claimed of texts(payload[organizationClaim]).slice(0, mostOrganizations)) {
      const organization = await findOrganization(claimed);
      if (organization !== undefined)
        grants.push(...inside.map((role) => ({ role, organization })));
    }
  }
  const narrowed = scopesOf(payload.scope ?? payload.scp);
  const { client_id: client, sub } = payload;
  return {
    kind: 'token',
    id: `${issuer}#${sub}`,
    name: typeof client === 'string' && client !== sub ? `${client} (${sub})` : String(sub),
    grants,
    ...(narrowed.length === 0 ? {} : { scopes: narrowed }),
  };
}

function scopesOf(claim: unknown): readonly Scope[] {
  return texts(typeof claim === 'string' ? claim.split(' ') : claim)
    .filter((text) => text.startsWith(scopePrefix))
    .map((text) => text.slice(scopePrefix.length))
    .filter((text): text is Scope => scopes.has(text));
}

/** A text, or the texts of a list. */
function texts(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];
}
