import type { Actor, Role, Scope } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { refusing } from '../kernel/refused.ts';
import type { DraftOwners } from './catalog-store.ts';

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
  | 'manage-members'
  | 'manage-tokens'
  | 'read-audit'
  | 'create-organization'
  | 'operate';

const reading: readonly Action[] = ['see-drafts'];
const editing: readonly Action[] = [...reading, 'edit', 'publish', 'delete', 'import'];
const administering: readonly Action[] = [
  ...editing,
  'edit-organization',
  'manage-members',
  'manage-tokens',
  'read-audit',
];

const rights: Readonly<Record<Role, ReadonlySet<Action>>> = {
  operator: new Set([...administering, 'create-organization', 'operate']),
  administrator: new Set(administering),
  editor: new Set(editing),
  reader: new Set(reading),
};

/** The scope that a token needs for each action. */
const scopeOf: Readonly<Record<Action, Scope>> = {
  'see-drafts': 'read',
  edit: 'write',
  delete: 'write',
  import: 'write',
  publish: 'publish',
  'edit-organization': 'administer',
  'manage-members': 'administer',
  'manage-tokens': 'administer',
  'read-audit': 'administer',
  'create-organization': 'administer',
  operate: 'administer',
};

/** Whether the actor may do it to something of the organisation (its id; undefined for the platform as a whole). */
export function may(actor: Actor, action: Action, organization?: string): boolean {
  if (actor.kind === 'anonymous') return false;
  if (actor.scopes !== undefined && !actor.scopes.includes(scopeOf[action])) return false;
  return actor.grants.some(
    (grant) =>
      rights[grant.role].has(action) &&
      (grant.role === 'operator' ||
        (organization !== undefined && grant.organization === organization)),
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
  const isPaused = actor.grants.some(
    (grant) => grant.isPaused === true && grant.organization === organization,
  );
  const refusal = new CatalogError(
    'not-permitted',
    isPaused
      ? {
          sv: 'Organisationen är pausad eller avslutad. Du kan läsa det som finns, men inte ändra något. Kontakta oss om du undrar varför.',
          en: 'The organisation is paused or has ended. You can read what there is, but change nothing. Contact us if you wonder why.',
        }
      : actor.kind === 'token'
        ? {
            sv: `Åtkomstnyckeln ${actor.name} har inte rätt till detta här.`,
            en: `The token ${actor.name} may not do this here.`,
          }
        : {
            sv: 'Du har inte rätt till detta här. Be organisationens administratör om en annan roll.',
            en: 'You may not do this here. Ask the administrator of the organisation for another role.',
          },
  );
  throw refusing(refusal, { organization: organization ?? null, action });
}

/** Whose drafts a list may hold: everybody's for the operator, those of the actor's organisations (their ids) for others. */
export function draftsOf(actor: Actor): DraftOwners {
  if (actor.kind === 'anonymous') return [];
  if (actor.scopes !== undefined && !actor.scopes.includes('read')) return [];
  if (actor.grants.some(({ role }) => role === 'operator')) return '*';
  return actor.grants.flatMap(({ organization }) => organization ?? []);
}

/** What versions and logs call the actor. */
export function authorOf(actor: Actor): string {
  return actor.kind === 'anonymous' ? 'anonymous' : actor.name;
}
