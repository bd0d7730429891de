import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { CatalogContext } from './catalog-context.ts';
import type { Saved } from './create-resource.ts';
import { demandRules } from './demand-rules.ts';
import { demandValid, describe } from './describe.ts';
import { findResource } from './find-resource.ts';
import { foreignClaims, withForeignClaims } from './foreign-claims.ts';
import { demand } from './policy.ts';
import { attempts, demandVersion } from './put-resource.ts';
import { changedEvent, removedEvent } from './record-event.ts';
import type { Kind, Resource } from './resource.ts';
import { signatureOf } from './signature.ts';
import { whenOvertaken } from './when-overtaken.ts';

/**
 * Publication and its undoing. `draft` → `published` → `withdrawn` → `published`; a withdrawn record is a tombstone that
 * answers 410 and keeps its history. Only a draft is ever really deleted.
 */
export interface ChangeState {
  readonly actor: Actor;
  readonly kind: Exclude<Kind, 'organization' | 'catalog'>;
  readonly name: string;
  readonly expected: number | undefined;
  readonly reason?: string | undefined;
}

/**
 * Makes a record public, and tells what the profile still remarks. Publishing what is public already changes nothing.
 * @throws CatalogError `not-found`, `not-permitted`, `version-conflict`, `invalid-record` with every issue.
 */
export async function publish(context: CatalogContext, request: ChangeState): Promise<Saved> {
  return unlessOvertaken(request, () => publishStored(context, request));
}

async function publishStored(context: CatalogContext, request: ChangeState): Promise<Saved> {
  const stored = await found(context, request, 'publish');
  const { kind, name, iri, organization, organizationName: owner, content } = stored;
  const description = describe(context, { kind, name, iri, owner }, content);
  // What nobody had here when the draft was saved may be another organisation's by now.
  const foreign = await foreignClaims(context.store, organization, content);
  const issues = withForeignClaims(description.issues, foreign);
  if (stored.state === 'published') return { resource: stored, issues, isNew: false };
  await demandRules(context.store, request.actor, organization, { isDeclared: false });
  demandValid(issues, true);
  const resource = await saveState(context, request, stored, 'published');
  return { resource, issues, isNew: false };
}

/**
 * Takes a public record away and leaves a tombstone.
 * @throws CatalogError `not-found`, `not-permitted`, `version-conflict`; `state-conflict` for a draft, which can be deleted instead.
 */
export async function withdraw(context: CatalogContext, request: ChangeState): Promise<Resource> {
  return unlessOvertaken(request, () => withdrawStored(context, request));
}

async function withdrawStored(context: CatalogContext, request: ChangeState): Promise<Resource> {
  const stored = await found(context, request, 'publish');
  if (stored.state === 'withdrawn') return stored;
  if (stored.state === 'draft') {
    throw new CatalogError('state-conflict', {
      sv: `${stored.name} är ett utkast som ingen annan har sett. Ta bort det i stället.`,
      en: `${stored.name} is a draft that nobody else has seen. Delete it instead.`,
    });
  }
  return saveState(context, request, stored, 'withdrawn');
}

/**
 * Removes a record: a draft with all its versions, for ever; what has been public is withdrawn.
 * @returns the tombstone, or undefined when nothing is left
 * @throws CatalogError `not-found`, `not-permitted`, `version-conflict`.
 */
export async function removeResource(
  context: CatalogContext,
  request: ChangeState,
): Promise<Resource | undefined> {
  return unlessOvertaken(request, () => removeStored(context, request));
}

async function removeStored(
  context: CatalogContext,
  request: ChangeState,
): Promise<Resource | undefined> {
  const stored = await found(context, request, 'delete');
  if (stored.published !== null) return withdrawStored(context, request);
  await context.store.transact(async (tx) => {
    await tx.remove(stored.id, stored.version);
    await tx.audit(removedEvent(request.actor, stored, context.now()));
  });
  return undefined;
}

function unlessOvertaken<T>(request: ChangeState, work: () => Promise<T>): Promise<T> {
  return whenOvertaken(['version-conflict'], attempts(request), work);
}

async function found(
  context: CatalogContext,
  { actor, kind, name, expected }: ChangeState,
  action: 'publish' | 'delete',
): Promise<Resource> {
  const stored = await findResource(context.store, actor, kind, name);
  demand(actor, action, stored.organization);
  await demandVersion(context, stored, expected);
  return stored;
}

function saveState(
  { store, now }: CatalogContext,
  { actor, reason }: ChangeState,
  stored: Resource,
  state: 'published' | 'withdrawn',
): Promise<Resource> {
  const time = now().toISOString();
  return store.transact(async (tx) => {
    const saved = await tx.save({
      resource: {
        ...stored,
        state,
        version: stored.version + 1,
        changed: time,
        published: stored.published ?? time,
      },
      author: signatureOf(actor),
      reason: reason ?? null,
      announce: state === 'published' ? 'create' : 'delete',
    });
    await tx.audit(changedEvent(actor, stored, saved));
    return saved;
  });
}
