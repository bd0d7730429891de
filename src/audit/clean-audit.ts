import { daysBefore } from '../kernel/day.ts';
import type { AuditStore } from './audit-store.ts';
import { systemActor } from './system-actor.ts';

/** Days that names and addresses are kept with an event: docs/privacy.md says why. */
export const keptDays = { any: 365, refusals: 90 } as const;

const refusals = ['sign-in-refused', 'access-refused'];

/**
 * Takes away what is personal when its time has come, and tells the audit how much that was.
 * @returns how many events lost something
 */
export async function cleanAudit(store: AuditStore, now: Date): Promise<number> {
  const daysAgo = (days: number) => daysBefore(now, days).toISOString();
  const count =
    (await store.clean(daysAgo(keptDays.any))) +
    (await store.clean(daysAgo(keptDays.refusals), refusals));
  if (count > 0) {
    await store.transact((tx) =>
      tx.audit({
        at: now.toISOString(),
        actor: systemActor,
        organization: null,
        action: 'personal-data-cleaned',
        object: { kind: 'audit', id: 'audit', name: 'audit' },
        after: { events: count },
      }),
    );
  }
  return count;
}
