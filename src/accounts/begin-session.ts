import { CatalogError } from '../kernel/errors.ts';
import type { AccountTransaction, StoredSession } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { auditOf } from './audit-of.ts';
import { newSecret, secretHash } from './one-time.ts';
import type { Person } from './person.ts';

/** The browser that asks, as far as it can be known. */
export interface Visitor {
  readonly address: string;
  /** Id of the request, as in the log. */
  readonly request: string;
  /** `User-Agent`. */
  readonly agent: string;
  /** What a browser keeps for a year that somebody has signed in with; undefined for one that has nothing. */
  readonly device?: string | undefined;
}

/** A session that has begun, with what the browser keeps. */
export interface BegunSession {
  /** For the session's cookie. */
  readonly secret: string;
  /** For the device's cookie, which lasts for `deviceLife` days. */
  readonly device: string;
  readonly session: StoredSession;
  readonly person: Person;
}

/** Days that a device is known after its last sign-in. */
export const deviceLife = 365;

/** How somebody has proved who it is, for the audit. */
export type SignInMethod =
  | 'password'
  | 'second-factor'
  | 'recovery-code'
  | 'passkey'
  | 'provider'
  | 'link';

/**
 * Begins a session for somebody who has proved who it is: a new secret each time, so that nobody can have planted it
 * (ASVS 5.0 §7.2.4).
 * @throws CatalogError `not-permitted` for an account that is disabled or not confirmed.
 */
export function beginSession(
  accounts: Accounts,
  person: string,
  visitor: Visitor,
  method: SignInMethod,
): Promise<BegunSession> {
  return accounts.store.transact((tx) => beginIn(accounts, tx, person, visitor, method));
}

/** As `beginSession`, in a transaction of the caller. */
export async function beginIn(
  accounts: Accounts,
  tx: AccountTransaction,
  id: string,
  { address, request, agent, device: known }: Visitor,
  method: SignInMethod,
): Promise<BegunSession> {
  const found = await tx.findPerson(id);
  if (found === undefined || found.confirmed === null || found.disabled !== null) throw closed();
  const at = accounts.now().toISOString();
  const { secret, hash } = newSecret();
  const session: StoredSession = {
    id: accounts.newId(),
    hash,
    person: id,
    created: at,
    seen: at,
    proved: at,
    agent: agent.slice(0, 300),
    address,
    seeAs: null,
  };
  await tx.addSession(session);
  const person: Person = { ...found, seen: at };
  await tx.touchPerson(id, at);
  const device = known !== undefined && secretForm.test(known) ? known : newSecret().secret;
  await tx.saveDevice({ hash: secretHash(device), person: id, created: at, seen: at });
  await auditOf(
    tx,
    person,
    { address, request },
    {
      at,
      action: 'signed-in',
      object: { kind: 'session', id: session.id, name: method },
    },
  );
  return { secret, device, session, person };
}

const secretForm = /^[A-Za-z0-9_-]{43}$/;

function closed(): CatalogError {
  return new CatalogError('not-permitted', {
    sv: 'Kontot är inte öppet. Kontakta den som driver webbplatsen.',
    en: 'The account is not open. Write to those who run the site.',
  });
}
