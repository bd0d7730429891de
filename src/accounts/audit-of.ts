import type { AuditEvent } from '../audit/audit-event.ts';
import type { Actor, Origin } from '../kernel/actor.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Person } from './person.ts';

/** The person as the one who acts, with every right of theirs. */
export function actorOf(
  { id, name, isOperator }: Person,
  memberships: readonly {
    readonly organization: string;
    readonly role: 'administrator' | 'editor' | 'reader';
  }[],
  origin: Origin,
): Actor {
  return {
    kind: 'person',
    id,
    name,
    grants: [
      ...(isOperator ? [{ role: 'operator' as const, organization: null }] : []),
      ...memberships.map(({ role, organization }) => ({ role, organization })),
    ],
    origin,
  };
}

/**
 * Tells the audit what somebody did to their own account: once for each organisation that they belong to, whose administrators
 * answer for their people, or once for the operator alone.
 */
export async function auditOf(
  tx: AccountTransaction,
  person: Person,
  origin: Origin,
  event: Omit<AuditEvent, 'actor' | 'organization'>,
): Promise<void> {
  const memberships = await tx.listMemberships(person.id);
  const actor = actorOf(person, memberships, origin);
  await auditFor(tx, memberships, { ...event, actor });
}

/** Tells the audit once for each of the organisations, or once for the operator alone. */
export async function auditFor(
  tx: AccountTransaction,
  memberships: readonly { readonly organization: string }[],
  event: Omit<AuditEvent, 'organization'>,
): Promise<void> {
  if (memberships.length === 0) await tx.audit({ ...event, organization: null });
  for (const { organization } of memberships) await tx.audit({ ...event, organization });
}
