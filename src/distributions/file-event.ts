import type { AuditAction, AuditEvent } from '../audit/audit-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { DistributionFile } from './distribution-file.ts';

/** What the audit is told of a file: which, by its name and its content's SHA-256, and what was decided. */
export function fileEvent(
  actor: Actor,
  { id, owner, fileName, digest }: DistributionFile,
  {
    action,
    at,
    after = {},
  }: { readonly action: AuditAction; readonly at: Date; readonly after?: JsonObject },
): AuditEvent {
  return {
    at: at.toISOString(),
    actor,
    organization: owner?.organization ?? null,
    action,
    object: { kind: 'file', id, name: fileName },
    after: { digest, ...after },
  };
}
