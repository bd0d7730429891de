import type { Invitation } from '../accounts/invitation.ts';
import type { OneTimeKind } from '../accounts/one-time.ts';
import type { MemberRole } from '../accounts/person.ts';
import type { UserLanguage } from '../kernel/issue.ts';

/** The tables of people and how they prove who they are. Of every secret that people hold only a hash is kept. */
export interface AccountTables {
  readonly person: PersonTable;
  readonly password: PasswordTable;
  readonly session: SessionTable;
  readonly device: DeviceTable;
  readonly membership: MembershipTable;
  readonly membership_request: MembershipRequestTable;
  readonly invitation: InvitationTable;
  readonly totp: TotpTable;
  readonly recovery_code: RecoveryCodeTable;
  readonly passkey: PasskeyTable;
  readonly identity: IdentityTable;
  readonly one_time: OneTimeTable;
  readonly attempt: AttemptTable;
}

interface PersonTable {
  readonly id: string;
  readonly email: string;
  readonly email_key: string;
  readonly name: string;
  readonly language: UserLanguage;
  readonly confirmed: string | null;
  readonly disabled: string | null;
  readonly is_operator: number;
  readonly created: string;
  readonly seen: string | null;
}

interface PasswordTable {
  readonly person_id: string;
  /** PHC string. */
  readonly hash: string;
  readonly changed: string;
}

interface SessionTable {
  readonly id: string;
  readonly hash: string;
  readonly person_id: string;
  readonly created: string;
  readonly seen: string;
  readonly proved: string;
  readonly agent: string;
  readonly address: string;
  readonly see_as_organization: string | null;
  readonly see_as_role: MemberRole | null;
}

interface DeviceTable {
  readonly hash: string;
  readonly person_id: string;
  readonly created: string;
  readonly seen: string;
}

interface MembershipTable {
  readonly person_id: string;
  readonly organization_id: string;
  readonly role: MemberRole;
  readonly since: string;
}

interface MembershipRequestTable {
  readonly id: string;
  readonly person_id: string;
  readonly organization_id: string;
  readonly message: string;
  readonly created: string;
}

interface InvitationTable {
  readonly id: string;
  readonly hash: string;
  readonly organization_id: string;
  readonly email: string;
  readonly email_key: string;
  readonly role: Invitation['role'];
  readonly invited_by: string;
  readonly created: string;
  readonly expires: string;
}

interface TotpTable {
  readonly person_id: string;
  /** Encrypted. */
  readonly secret: string;
  readonly confirmed: string | null;
  /** The newest time step that has been used. */
  readonly last_step: number;
}

interface RecoveryCodeTable {
  readonly person_id: string;
  readonly hash: string;
}

interface PasskeyTable {
  readonly id: string;
  readonly person_id: string;
  /** SHA-256 of the credential's id, hex: those ids are longer than MySQL's index keys may be. */
  readonly credential_hash: string;
  readonly credential: string;
  readonly public_key: string;
  readonly counter: number;
  /** JSON text. */
  readonly transports: string;
  readonly name: string;
  readonly created: string;
  readonly used: string | null;
}

interface IdentityTable {
  readonly id: string;
  /** SHA-256 of issuer and subject, hex. */
  readonly key_hash: string;
  readonly person_id: string;
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly created: string;
  readonly used: string | null;
}

interface OneTimeTable {
  readonly hash: string;
  readonly kind: OneTimeKind;
  readonly person_id: string | null;
  /** JSON text. */
  readonly data: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

interface AttemptTable {
  readonly key_hash: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly not_before: number;
  readonly at: number;
}
