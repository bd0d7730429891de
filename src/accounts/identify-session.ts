import { hash } from 'node:crypto';
import type { Actor, Origin } from '../kernel/actor.ts';
import { day } from '../kernel/day.ts';
import type { StoredSession } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { actorOf } from './audit-of.ts';
import { secretHash } from './one-time.ts';
import type { Membership, Person } from './person.ts';
import type { SignedIn } from './signed-in.ts';

/** Milliseconds without a request until a session ends, and from its beginning. ASVS 5.0 §7.3.1, §7.3.2. */
export const idleLife = 12 * 3_600_000;
export const wholeLife = 30 * day;

/** Milliseconds between two notes of when it was last used. */
const noted = 60_000;

/**
 * Whose session it is.
 * @returns undefined for one that is unknown, ended or too old, or whose account is closed: they look the same
 */
export async function identifySession(
  accounts: Accounts,
  secret: string,
  origin: Origin,
): Promise<SignedIn | undefined> {
  const now = accounts.now().getTime();
  const key = secretHash(secret);
  const found = accounts.sessions.find(key, now) ?? (await look(accounts, secret, key, now));
  if (found === undefined || !isAlive(found.session, now)) return undefined;
  const signedIn = note(accounts, key, found, now);
  return { ...signedIn, actor: { ...signedIn.actor, origin } as Actor };
}

async function look(
  { store, sessions }: Accounts,
  secret: string,
  key: string,
  now: number,
): Promise<SignedIn | undefined> {
  const generation = sessions.generation();
  const stored = await store.findSession(key);
  if (stored === undefined || !isAlive(stored, now)) return undefined;
  const [person, memberships] = await Promise.all([
    store.findPerson(stored.person),
    store.listMemberships(stored.person),
  ]);
  if (person === undefined || person.disabled !== null || person.confirmed === null)
    return undefined;
  const signedIn = asSignedIn(stored, csrfOf(secret), person, memberships);
  // What was read before a change of this process must not be believed after it.
  if (sessions.generation() === generation) sessions.keep(key, signedIn, now);
  return signedIn;
}

function asSignedIn(
  { hash: _, ...stored }: StoredSession,
  csrf: string,
  person: Person,
  memberships: readonly Membership[],
): SignedIn {
  const session = { ...stored, csrf };
  // Only an operator may look as somebody else, also when the session began to while its person was one.
  const seeAs = person.isOperator ? stored.seeAs : null;
  if (seeAs === null) {
    const actor = actorOf(person, memberships, { address: '', request: '' });
    return { actor, person, memberships, session: { ...session, seeAs } };
  }
  const { organization, role } = seeAs;
  const actor: Actor = {
    kind: 'person',
    id: person.id,
    name: person.name,
    grants: [{ role, organization }],
    scopes: ['read'],
  };
  const seen = [{ person: person.id, organization, role, since: stored.created }];
  return { actor, person, memberships: seen, session };
}

/** Notes the use, once a minute, without making anybody wait for it. */
function note(accounts: Accounts, key: string, signedIn: SignedIn, now: number): SignedIn {
  const { session } = signedIn;
  if (now - Date.parse(session.seen) < noted) return signedIn;
  const seen = new Date(now).toISOString();
  const noticed = { ...signedIn, session: { ...session, seen } };
  // Only in place of what is there: it may have been forgotten since it was read.
  if (accounts.sessions.find(key, now) === signedIn) accounts.sessions.keep(key, noticed, now);
  accounts.store.touchSession(session.id, seen).catch(() => {
    // A database that cannot be written keeps nobody out; the next request tries again.
    accounts.sessions.forget();
  });
  return noticed;
}

function isAlive(
  { created, seen }: { readonly created: string; readonly seen: string },
  now: number,
) {
  return Date.parse(seen) + idleLife > now && Date.parse(created) + wholeLife > now;
}

/** What forms of the session carry: it follows from the secret, and the secret does not follow from it. */
function csrfOf(secret: string): string {
  return hash('sha256', `csrf:${secret}`, 'base64url');
}
