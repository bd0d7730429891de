import type { JsonObject } from '../kernel/json.ts';
import type { Accounts } from './accounts.ts';
import type { Person } from './person.ts';

/** Everything that is kept about a person, for them to take away: GDPR Articles 15 and 20. No secret and no hash of one. */
export async function exportPerson({ store }: Accounts, person: Person): Promise<JsonObject> {
  const { id } = person;
  const [memberships, sessions, passkeys, identities, requests, tokens, password, totp] =
    await Promise.all([
      store.listMemberships(id),
      store.listSessions(id),
      store.listPasskeys(id),
      store.listIdentities(id),
      store.listRequestsOf(id),
      store.listTokensBy(id),
      store.findPassword(id),
      store.findTotp(id),
    ]);
  const { emailKey: _, ...own } = person;
  return {
    person: { ...own },
    password: password === undefined ? null : { changed: password.changed },
    secondFactor: totp === undefined ? null : { confirmed: totp.confirmed },
    memberships: memberships.map(({ organization, role, since }) => ({
      organization,
      role,
      since,
    })),
    sessions: sessions.map(({ created, seen, agent, address }) => ({
      created,
      seen,
      agent,
      address,
    })),
    passkeys: passkeys.map(({ name, created, used }) => ({ name, created, used })),
    identities: identities.map(({ provider, issuer, subject, created, used }) => ({
      provider,
      issuer,
      subject,
      created,
      used,
    })),
    requests: requests.map(({ organization, message, created }) => ({
      organization,
      message,
      created,
    })),
    tokens: tokens.map(({ name, organization, created, expires, lastUsed }) => ({
      name,
      organization,
      created,
      expires,
      lastUsed,
    })),
  };
}
