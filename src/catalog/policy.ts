import type { Actor, Role } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';

/**
 * Who may do what, as one table. A role's rights hold inside the organisation it is bound to; the operator's everywhere.
 * Existence is a secret: what an actor may not even see is answered as if it were not there (404, not 403).
 */
export type Action =
  | 'see-drafts'
  | 'edit'
  | 'publish'
  | 'delete'
  | 'import'
  | 'edit-organization'
  | 'create-organization';

const rights: Readonly<Record<Role, ReadonlySet<Action>>> = {
  operator: new Set([
    'see-drafts',
    'edit',
    'publish',
    'delete',
    'import',
    'edit-organization',
    'create-organization',
  ]),
  administrator: new Set([
    'see-drafts',
    'edit',
    'publish',
    'delete',
    'import',
    'edit-organization',
  ]),
  editor: new Set(['see-drafts', 'edit', 'publish', 'delete', 'import']),
};

/** Whether the actor may do it to something of the organisation (its id; undefined for the platform as a whole). */
export function may(actor: Actor, action: Action, organization?: string): boolean {
  if (actor.kind === 'anonymous') return false;
  if (!rights[actor.role].has(action)) return false;
  return (
    actor.role === 'operator' || (organization !== undefined && actor.organization === organization)
  );
}

/**
 * Refuses what the actor may not do.
 * @throws CatalogError `not-authenticated` for nobody, `not-permitted` for somebody.
 */
export function demand(actor: Actor, action: Action, organization?: string): void {
  if (may(actor, action, organization)) return;
  if (actor.kind === 'anonymous') {
    throw new CatalogError('not-authenticated', {
      sv: 'Detta kräver en åtkomstnyckel: Authorization: Bearer.',
      en: 'This takes an access token: Authorization: Bearer.',
    });
  }
  throw new CatalogError('not-permitted', {
    sv: `Åtkomstnyckeln ${actor.name} (${actor.role}) har inte rätt till detta här.`,
    en: `The token ${actor.name} (${actor.role}) may not do this here.`,
  });
}

/** Whose drafts a list may hold: everybody's for the operator, the own organisation's for its roles. */
export function draftsOf(actor: Actor): string | undefined {
  if (actor.kind === 'anonymous') return undefined;
  return actor.role === 'operator' ? '*' : (actor.organization ?? undefined);
}

/** What versions and logs call the actor. */
export function authorOf(actor: Actor): string {
  return actor.kind === 'anonymous' ? 'anonymous' : actor.name;
}
