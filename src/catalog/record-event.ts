import type { AuditAction, AuditEvent } from '../audit/audit-event.ts';
import type { Actor } from '../kernel/actor.ts';
import { changedProperties } from './changed-properties.ts';
import type { Resource } from './resource.ts';
import { objectOf } from './save-publication.ts';

/** What the audit is told of a record: names of properties and numbers of versions, in which what they said is kept. */

/** A record that came into being. */
export function createdEvent(actor: Actor, made: Resource): AuditEvent {
  const { state, version } = made;
  const action = state === 'published' ? 'record-published' : 'record-created';
  return event(actor, made, made.kind === 'organization' ? 'organization-created' : action, {
    after: { state, version, name: made.name },
  });
}

/** A record whose description, name or state is another now. */
export function changedEvent(actor: Actor, before: Resource, after: Resource): AuditEvent {
  const properties = changedProperties(before.content, after.content);
  const isRenamed = before.name !== after.name;
  return event(actor, after, changeOf(before, after), {
    before: {
      state: before.state,
      version: before.version,
      ...(isRenamed && { name: before.name }),
    },
    after: {
      state: after.state,
      version: after.version,
      ...(isRenamed && { name: after.name }),
      ...(properties.length > 0 && { properties: [...properties] }),
    },
  });
}

/** A draft that is gone with all its versions. */
export function removedEvent(actor: Actor, removed: Resource, at: Date): AuditEvent {
  const { state, version, name } = removed;
  const told = event(actor, removed, 'record-removed', { before: { state, version, name } });
  return { ...told, at: at.toISOString() };
}

function changeOf(before: Resource, { kind, state }: Resource): AuditAction {
  if (kind === 'organization') return 'organization-changed';
  if (before.state === state) return 'record-changed';
  return state === 'published' ? 'record-published' : 'record-withdrawn';
}

function event(
  actor: Actor,
  record: Resource,
  action: AuditAction,
  what: Pick<AuditEvent, 'before' | 'after'>,
): AuditEvent {
  const { changed: at, organization } = record;
  return { at, actor, organization, action, object: objectOf(record), ...what };
}
