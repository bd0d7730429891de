import type { Actor } from '../kernel/actor.ts';
import type { Membership, Person } from './person.ts';

/** A session that holds: who it is, and what forms must carry to be believed. */
export interface SignedIn {
  readonly actor: Actor;
  readonly person: Person;
  readonly memberships: readonly Membership[];
  readonly session: Session;
}

/** One browser, signed in. Only a hash of its secret is kept. ASVS 5.0 §7. */
export interface Session {
  readonly id: string;
  readonly person: string;
  /** What every form of this session carries (OWASP's synchroniser token), made of the session's secret and never kept. */
  readonly csrf: string;
  readonly created: string;
  /** ISO 8601 of the last request, to a minute. */
  readonly seen: string;
  /** ISO 8601 of the last time the password, passkey or provider was asked for: what is dangerous asks again after ten minutes. */
  readonly proved: string;
  /** As the browser calls itself, shortened; and from where. */
  readonly agent: string;
  readonly address: string;
  /** Whom an operator looks as, reading only; null otherwise. */
  readonly seeAs: { readonly organization: string; readonly role: Membership['role'] } | null;
}
