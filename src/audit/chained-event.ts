import { hash, randomBytes } from 'node:crypto';
import type { JsonObject } from '../kernel/json.ts';
import type { AuditEvent } from './audit-event.ts';

/**
 * An event as kept: chained to the one before by SHA-256, with what is personal apart, so that it can be cleaned away while the
 * chain still holds. What stays of it is a hash with a salt that goes with it.
 */
export interface ChainedEvent {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly at: string;
  readonly organization: string | null;
  readonly actorKind: AuditEvent['actor']['kind'];
  readonly actorId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** JSON text: `before`, `after`, and the object's name where that is no person's. */
  readonly details: string;
  /** JSON text: `salt`, `actor`, `object`, `address`, `request`; null once it is cleaned away. */
  readonly personal: string | null;
  readonly personalHash: string;
  readonly previous: string;
  readonly hash: string;
}

/** What the first event is chained to. */
export const beginning = '0'.repeat(64);

/** The event as it follows upon another. */
export function chained(
  { at, actor, organization, action, object, before, after }: AuditEvent,
  last: { readonly number: number; readonly hash: string },
): ChainedEvent {
  const isPerson = object.kind === 'person';
  const personal = JSON.stringify({
    salt: randomBytes(16).toString('base64url'),
    ...(actor.kind === 'anonymous' ? {} : { actor: actor.name }),
    ...(isPerson ? { object: object.name } : {}),
    ...(actor.origin ?? {}),
  });
  const details: JsonObject = {
    ...(isPerson ? {} : { name: object.name }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
  const event = {
    number: last.number + 1,
    at,
    organization,
    actorKind: actor.kind,
    actorId: actor.kind === 'anonymous' ? null : actor.id,
    action,
    objectKind: object.kind,
    objectId: object.id,
    details: JSON.stringify(details),
    personal,
    personalHash: hash('sha256', personal),
    previous: last.hash,
  };
  return { ...event, hash: hashOf(event) };
}

/** The hash of an event, of everything in it but what is personal, whose own hash stands for it. */
export function hashOf(event: Omit<ChainedEvent, 'hash' | 'personal'>): string {
  const { number, at, organization, actorKind, actorId, action, objectKind, objectId } = event;
  const { details, personalHash, previous } = event;
  return hash(
    'sha256',
    JSON.stringify([
      ...[number, at, organization, actorKind, actorId, action, objectKind, objectId],
      ...[details, personalHash, previous],
    ]),
  );
}
