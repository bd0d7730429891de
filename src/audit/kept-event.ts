import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import type { ChainedEvent } from './chained-event.ts';

/** An event as it is read: what was personal may have been cleaned away. */
export interface KeptEvent {
  readonly number: number;
  readonly at: string;
  /** Id. */
  readonly organization: string | null;
  readonly actor: {
    readonly kind: string;
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string; readonly name: string | null };
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
  /** From where, and the request's id in the log. */
  readonly address: string | null;
  readonly request: string | null;
}

/** The event in parts. */
export function keptEvent(event: ChainedEvent): KeptEvent {
  const { number, at, organization, actorKind, actorId, action, objectKind, objectId } = event;
  const details = parsed(event.details);
  const personal = parsed(event.personal);
  return {
    ...{ number, at, organization, action },
    actor: { kind: actorKind, id: actorId, name: text(personal.actor) },
    object: { kind: objectKind, id: objectId, name: text(details.name) ?? text(personal.object) },
    before: isJsonObject(details.before) ? details.before : undefined,
    after: isJsonObject(details.after) ? details.after : undefined,
    address: text(personal.address),
    request: text(personal.request),
  };
}

function parsed(json: string | null): JsonObject {
  const value: unknown = json === null || json === '' ? {} : JSON.parse(json);
  return isJsonObject(value as JsonObject) ? (value as JsonObject) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
