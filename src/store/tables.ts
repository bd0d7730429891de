import type { Change, Kind, State } from '../catalog/resource.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import type { AccountTables } from './account-tables.ts';
import type { DismissalTables } from './dismissal-tables.ts';
import type { EditingTables } from './editing-tables.ts';
import type { FileTables } from './file-tables.ts';
import type { OnboardingTables } from './onboarding-tables.ts';
import type { PublishingTables } from './publishing-tables.ts';
import type { QualityTables } from './quality-tables.ts';
import type { SupportTables } from './support-tables.ts';
import type { UsageTables } from './usage-tables.ts';

/**
 * The tables as both databases have them after all migrations. Times are ISO 8601 text in UTC where people read them and
 * milliseconds since 1970 where only we compare them; every text compares byte by byte.
 */
export interface Tables
  extends AccountTables,
    DismissalTables,
    EditingTables,
    FileTables,
    OnboardingTables,
    PublishingTables,
    QualityTables,
    SupportTables,
    UsageTables {
  readonly resource: ResourceTable;
  readonly version: VersionTable;
  readonly change: ChangeTable;
  readonly counter: CounterTable;
  readonly organization_revision: OrganizationRevisionTable;
  readonly token: TokenTable;
  readonly idempotency: IdempotencyTable;
  readonly meta: MetaTable;
  readonly migration: MigrationTable;
  readonly job: JobTable;
  readonly audit: AuditTable;
}

export interface ResourceTable {
  readonly id: string;
  readonly kind: Kind;
  readonly organization_id: string;
  /** The organisation again, for the foreign key; null for one that owns itself: InnoDB never deletes a row that points to itself. */
  readonly owner_id: string | null;
  readonly name: string;
  readonly iri: string;
  /** SHA-256 of the IRI, hex: IRIs are longer than MySQL's index keys may be. */
  readonly iri_hash: string;
  readonly state: State;
  readonly version: number;
  readonly revision: number;
  readonly digest: string;
  readonly created: string;
  readonly changed: string;
  readonly published: string | null;
  /** JSON text; the last column, so that reading the others never touches its pages. */
  readonly content: string;
}

interface VersionTable {
  readonly resource_id: string;
  readonly version: number;
  readonly state: State;
  readonly author: string;
  readonly reason: string | null;
  readonly saved: string;
  readonly content: string;
  /** Null for what was kept before people had accounts. */
  readonly author_id: string | null;
}

interface ChangeTable {
  readonly revision: number;
  readonly resource_id: string;
  readonly organization_id: string;
  readonly kind: Kind;
  readonly operation: Change['operation'];
  readonly version: number;
  readonly at: string;
}

/** One row, `revision`: its lock makes the order of revisions the order of commits. */
interface CounterTable {
  readonly name: string;
  readonly value: number;
}

interface OrganizationRevisionTable {
  readonly organization_id: string;
  readonly revision: number;
}

interface TokenTable {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly role: Role;
  readonly organization_id: string | null;
  readonly created: string;
  readonly expires: string | null;
  /** JSON text, or null. */
  readonly scopes: string | null;
  readonly last_used: string | null;
  readonly created_by: string | null;
}

interface IdempotencyTable {
  /** SHA-256 of the key, hex: keys are the caller's, of any length. */
  readonly key_hash: string;
  readonly fingerprint: string;
  readonly resource: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface MetaTable {
  readonly name: string;
  readonly value: string;
}

export interface JobTable {
  readonly id: string;
  readonly kind: string;
  /** JSON text. */
  readonly payload: string;
  /** Of waiting and running jobs only one has it; null: any number. */
  readonly unique_key: string | null;
  readonly priority: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** Milliseconds since 1970: not before. */
  readonly run_at: number;
  readonly attempts: number;
  /** Milliseconds since 1970 until when a worker has it, and the secret by which it says so. */
  readonly lease_until: number | null;
  readonly lease_token: string | null;
  readonly last_error: string | null;
  readonly created: number;
  readonly finished: number | null;
}

export interface AuditTable {
  /** 1, 2, 3 … without gaps, in the order of commits. */
  readonly number: number;
  readonly at: string;
  readonly organization_id: string | null;
  readonly actor_kind: Actor['kind'];
  readonly actor_id: string | null;
  readonly action: string;
  readonly object_kind: string;
  readonly object_id: string;
  /** JSON text: what is no personal data, before and after. */
  readonly details: string;
  /** JSON text with a salt: names, addresses. Null once they are cleaned away; the chain holds by their hash alone. */
  readonly personal: string | null;
  readonly personal_hash: string;
  /** Hash of the event before, and of this one with it. */
  readonly previous: string;
  readonly hash: string;
}

interface MigrationTable {
  readonly version: number;
  readonly name: string;
  readonly applied: string;
}
