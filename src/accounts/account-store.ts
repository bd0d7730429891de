import type { AuditTrail } from '../audit/audit-event.ts';
import type { Outbox } from '../jobs/job-request.ts';
import type { Invitation, MembershipRequest, ShownRequest } from './invitation.ts';
import type { OneTime, OneTimeKind } from './one-time.ts';
import type { Member, Membership, Person } from './person.ts';
import type { Identity, Passkey, Password, Totp } from './proofs.ts';
import type { Session } from './signed-in.ts';
import type { Token } from './token-store.ts';

/**
 * The port to where people live. `test/contract/account-store.ts` says what every adapter owes. Keys and hashes compare byte
 * by byte; of every secret only a hash is kept.
 */
export interface AccountStore extends AccountReader {
  /**
   * Runs the work in one transaction, and begins anew when the database picks it as the victim of a deadlock.
   * @throws what the work throws, with nothing kept; CatalogError `busy`, `service-unavailable`.
   */
  transact<T>(work: (tx: AccountTransaction) => Promise<T>): Promise<T>;
  /** Notes when a session was last used; nothing when it is not there any more. */
  touchSession(id: string, seen: string): Promise<void>;
}

/** A session as kept: by the hash of its secret. */
export interface StoredSession extends Omit<Session, 'csrf'> {
  readonly hash: string;
}

/** A browser that its owner has signed in with before. */
export interface Device {
  /** SHA-256 of what the browser keeps. */
  readonly hash: string;
  readonly person: string;
  readonly created: string;
  readonly seen: string;
}

/** How often something has been tried, and when it may be tried again. Times are milliseconds since 1970. */
export interface Attempts {
  /** SHA-256 of what is counted: an account, an address, a device. */
  readonly keyHash: string;
  readonly count: number;
  readonly notBefore: number;
  readonly at: number;
}

export interface AccountReader {
  findPerson(id: string): Promise<Person | undefined>;
  findPersonByEmail(emailKey: string): Promise<Person | undefined>;
  /** In the order of ids. `text` is part of a name or an address of mail, in lower case; a name's capitals count as their small letters (A to Ö, É, Ü). */
  listPeople(page: {
    readonly text?: string;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly Person[]>;
  /** How many there are, or how many `listPeople` would find with the text. */
  countPeople(text?: string): Promise<number>;
  /** Those who are neither disabled nor unconfirmed. */
  listOperators(): Promise<readonly Person[]>;
  /** How many operators are neither disabled nor unconfirmed. */
  countOperators(): Promise<number>;

  findPassword(person: string): Promise<Password | undefined>;
  findTotp(person: string): Promise<Totp | undefined>;
  countRecoveryCodes(person: string): Promise<number>;
  listPasskeys(person: string): Promise<readonly Passkey[]>;
  findPasskey(credential: string): Promise<Passkey | undefined>;
  findIdentity(issuer: string, subject: string): Promise<Identity | undefined>;
  listIdentities(person: string): Promise<readonly Identity[]>;

  findSession(hash: string): Promise<StoredSession | undefined>;
  /** Newest use first. */
  listSessions(person: string): Promise<readonly StoredSession[]>;
  findDevice(hash: string, person: string): Promise<Device | undefined>;
  findOneTime(kind: OneTimeKind, hash: string): Promise<OneTime | undefined>;
  findAttempts(keyHash: string): Promise<Attempts | undefined>;

  findMembership(person: string, organization: string): Promise<Membership | undefined>;
  listMemberships(person: string): Promise<readonly Membership[]>;
  /** By name. */
  listMembers(organization: string): Promise<readonly Member[]>;
  /** How many administrators are neither disabled nor unconfirmed. */
  countAdministrators(organization: string): Promise<number>;
  findInvitation(hash: string): Promise<Invitation | undefined>;
  listInvitations(organization: string): Promise<readonly Invitation[]>;
  findRequest(id: string): Promise<MembershipRequest | undefined>;
  listRequests(organization: string): Promise<readonly ShownRequest[]>;
  listRequestsOf(person: string): Promise<readonly MembershipRequest[]>;

  findToken(id: string): Promise<Token | undefined>;
  /** Of one organisation, or all. */
  listTokens(organization?: string): Promise<readonly Token[]>;
  listTokensBy(person: string): Promise<readonly Token[]>;
}

/** What one transaction can do. */
export interface AccountTransaction extends AccountReader, AuditTrail, Outbox {
  /** Waits until no other transaction holds it; what is read after it is true until the end. Always first. */
  lock(): Promise<void>;

  /** @throws CatalogError `name-taken` when the address has an account. */
  addPerson(person: Person): Promise<void>;
  /** Keeps everything of the person but the id. @throws CatalogError `name-taken` when the new address has an account. */
  savePerson(person: Person): Promise<void>;
  /** Notes when somebody last signed in, and nothing else. */
  touchPerson(id: string, seen: string): Promise<void>;
  /** Takes everything that hangs on the person away too. */
  removePerson(id: string): Promise<void>;
  /** Writes another name in place of the person's (an id) wherever it is kept with what they did, in one organisation or in all. */
  eraseName(change: {
    readonly person: string;
    readonly by: string;
    readonly organization?: string;
  }): Promise<void>;

  savePassword(password: Password): Promise<void>;
  removePassword(person: string): Promise<void>;
  saveTotp(totp: Totp): Promise<void>;
  removeTotp(person: string): Promise<void>;
  /** In place of all codes before. */
  replaceRecoveryCodes(person: string, hashes: readonly string[]): Promise<void>;
  /** @returns whether there was such a code; there is none any more. */
  useRecoveryCode(person: string, hash: string): Promise<boolean>;
  addPasskey(passkey: Passkey): Promise<void>;
  savePasskey(passkey: Passkey): Promise<void>;
  removePasskey(person: string, id: string): Promise<boolean>;
  addIdentity(identity: Identity): Promise<void>;
  /** Notes that it was used to sign in. */
  touchIdentity(id: string, used: string): Promise<void>;
  removeIdentity(person: string, id: string): Promise<boolean>;

  addSession(session: StoredSession): Promise<void>;
  /** Keeps `seen`, `proved` and `seeAs`. */
  saveSession(session: Pick<StoredSession, 'id' | 'seen' | 'proved' | 'seeAs'>): Promise<void>;
  /** @returns whether there was such a session. */
  removeSession(person: string, id: string): Promise<boolean>;
  /** All of the person's but the one. @returns how many. */
  removeSessions(person: string, but?: string): Promise<number>;
  saveDevice(device: Device): Promise<void>;
  removeDevices(person: string): Promise<void>;

  addOneTime(oneTime: OneTime): Promise<void>;
  /** @returns whether there was such a secret; there is none any more. */
  useOneTime(hash: string): Promise<boolean>;
  removeOneTimes(person: string, kind: OneTimeKind): Promise<void>;
  saveAttempts(attempts: Attempts): Promise<void>;
  removeAttempts(keyHash: string): Promise<void>;

  /** In place of what the person was to the organisation before. */
  saveMembership(membership: Membership): Promise<void>;
  /** @returns whether the person was a member. */
  removeMembership(person: string, organization: string): Promise<boolean>;
  addInvitation(invitation: Invitation): Promise<void>;
  removeInvitation(id: string): Promise<boolean>;
  removeInvitationsTo(emailKey: string): Promise<void>;
  /** In place of an earlier wish of the same person. */
  saveRequest(request: MembershipRequest): Promise<void>;
  removeRequest(id: string): Promise<boolean>;

  addToken(token: Token): Promise<void>;
  removeToken(id: string): Promise<boolean>;

  /** Takes away what is older: times ISO 8601. @returns how many rows. */
  clean(before: {
    readonly sessionsSeen: string;
    readonly sessionsCreated: string;
    readonly unconfirmedCreated: string;
    readonly invitationsExpired: string;
    readonly devicesSeen: string;
    /** Milliseconds since 1970. */
    readonly oneTimesExpired: number;
    readonly attempts: number;
  }): Promise<number>;
}
