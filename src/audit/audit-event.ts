import type { Actor } from '../kernel/actor.ts';
import type { JsonObject } from '../kernel/json.ts';

/**
 * What the audit is told: who did what to what, when, from where, and what was there before and after. The store numbers
 * events and chains them by hash, so that one that is taken away or changed is seen. ASVS 5.0 §16.2, §16.3; NIS2 Article 23.
 */
export interface AuditEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: Actor;
  /** Id of the organisation whose administrators may read it; null: the operator's alone. */
  readonly organization: string | null;
  readonly action: AuditAction;
  /** What it was done to: a kind of thing, its id, and what people call it. Never a secret, never an address of mail. */
  readonly object: { readonly kind: string; readonly id: string; readonly name: string };
  /** What changed and nothing more, without secrets. */
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

/** Public words: an action and its outcome. Never renamed; each has its words in `portal/words`. */
export const auditActions = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'session-ended',
  'person-registered',
  'person-changed',
  'person-disabled',
  'person-enabled',
  'person-erased',
  'password-changed',
  'password-reset-asked',
  'second-factor-changed',
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
  'identity-linked',
  'identity-unlinked',
  'membership-asked',
  'membership-refused',
  'membership-withdrawn',
  'member-invited',
  'invitation-withdrawn',
  'member-added',
  'member-role-changed',
  'member-removed',
  'token-created',
  'token-revoked',
  'access-refused',
  'record-created',
  'record-changed',
  'record-published',
  'record-withdrawn',
  'record-removed',
  'record-imported',
  'declaration-made',
  'approval-asked',
  'approval-given',
  'approval-refused',
  'publication-scheduled',
  'publication-unscheduled',
  'bulk-change',
  'bulk-undone',
  'organization-created',
  'organization-changed',
  'organization-paused',
  'organization-resumed',
  'organization-ended',
  'onboarding-step',
  'ticket-handled',
  'announcement-changed',
  'site-text-changed',
  'setting-changed',
  'source-changed',
  'file-received',
  'file-accepted',
  'file-discarded',
  'personal-data-answered-for',
  'seen-as',
  'audit-exported',
  'personal-data-cleaned',
] as const;

export type AuditAction = (typeof auditActions)[number];

/** What every transaction of the store can do beside its own: the event is kept with what it tells of, or neither is. */
export interface AuditTrail {
  /** Appends the event. */
  audit(event: AuditEvent): Promise<void>;
}
