import type { MemberRole } from './person.ts';

/** A colleague's promise of a place in an organisation, sent by mail. */
export interface Invitation {
  readonly id: string;
  /** SHA-256 of the link's secret, lower-case hex. */
  readonly hash: string;
  /** Id of the organisation. */
  readonly organization: string;
  readonly email: string;
  readonly emailKey: string;
  readonly role: MemberRole;
  /** Id of the person, or of the token, who invited. */
  readonly invitedBy: string;
  readonly created: string;
  readonly expires: string;
}

/** Somebody's wish to belong to an organisation. */
export interface MembershipRequest {
  readonly id: string;
  readonly person: string;
  readonly organization: string;
  /** Their own words. */
  readonly message: string;
  readonly created: string;
}

/** A wish as the organisation's administrator sees it. */
export interface ShownRequest extends MembershipRequest {
  readonly name: string;
  readonly email: string;
}
