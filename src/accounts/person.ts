import type { Role } from '../kernel/actor.ts';
import { isEmailAddress } from '../kernel/email-address.ts';
import type { UserLanguage } from '../kernel/issue.ts';

/** Somebody with an account. Never a personal identity number. */
export interface Person {
  /** UUIDv7. */
  readonly id: string;
  /** As typed; letters go there. Unique by `emailKey`. */
  readonly email: string;
  /** The address in NFKC and lower case. */
  readonly emailKey: string;
  /** What colleagues see. */
  readonly name: string;
  readonly language: UserLanguage;
  /** ISO 8601 when the address was confirmed, or null while it is not: then nobody can sign in. */
  readonly confirmed: string | null;
  /** ISO 8601 when an operator closed the account, or null. */
  readonly disabled: string | null;
  readonly isOperator: boolean;
  readonly created: string;
  /** ISO 8601 of the last sign-in, or null. */
  readonly seen: string | null;
}

/** What somebody can be to one organisation. */
export type MemberRole = Exclude<Role, 'operator'>;

/** What a person is to an organisation. */
export interface Membership {
  readonly person: string;
  /** Id of the organisation. */
  readonly organization: string;
  readonly role: MemberRole;
  readonly since: string;
}

/** A member as a list of members shows one. */
export interface Member extends Membership {
  readonly name: string;
  readonly email: string;
  readonly disabled: string | null;
  readonly seen: string | null;
}

/** Under which an address of mail is unique: NFKC and lower case, so that no two look alike. RFC 8265 §3.3. */
export function emailKeyOf(email: string): string {
  return cleanEmail(email).toLowerCase();
}

/**
 * The address as it is kept and as letters are sent to it: in NFKC, so that a letter never goes to another mailbox than the one whose
 * key the account has.
 */
export function cleanEmail(typed: string): string {
  return typed.trim().normalize('NFKC');
}

/** Whether an account can have the address. */
export function isAccountEmail(email: string): boolean {
  return isEmailAddress(email) && isEmailAddress(emailKeyOf(email));
}
