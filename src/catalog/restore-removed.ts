import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { addressOf } from './catalog-context.ts';
import { createFromWriting } from './create-from-writing.ts';
import { unnamed } from './create-resource.ts';
import { type EditingContext, editingRight } from './edited-record.ts';
import { findResource, notFound } from './find-resource.ts';
import { movedIris } from './moved-iris.ts';
import { demand } from './policy.ts';
import type { Removed } from './removed.ts';
import type { Kind } from './resource.ts';
import { saveCopy } from './save-copy.ts';

/**
 * Has back what was thrown away: a draft is made anew under its name, or another when that is taken by now; changes lie on
 * their record again.
 * @param request.organization the owner's name
 * @returns which record it is
 * @throws CatalogError `not-found`, `not-permitted`; `version-conflict` when somebody has written on the record since.
 */
export async function restoreRemoved(
  at: EditingContext,
  {
    actor,
    organization,
    id,
  }: { readonly actor: Actor; readonly organization: string; readonly id: string },
): Promise<{ readonly kind: Kind; readonly name: string }> {
  const owner = await findResource(at.context.store, actor, 'organization', organization);
  demand(actor, 'edit', owner.id);
  const removed = (await at.editing.removed(owner.id)).find((one) => one.id === id);
  if (removed === undefined) throw notFound('dataset', id);
  demand(actor, editingRight(removed.kind), owner.id);
  const name = await (removed.what === 'draft'
    ? restoreDraft(at, { actor, organization, removed })
    : restoreChanges(at, actor, removed));
  await at.editing.forgetRemoved(owner.id, id);
  return { kind: removed.kind, name };
}

async function restoreDraft(
  at: EditingContext,
  {
    actor,
    organization,
    removed: { kind, name, content },
  }: { readonly actor: Actor; readonly organization: string; readonly removed: Removed },
): Promise<string> {
  if (kind === 'organization' || kind === 'catalog') throw notFound(kind, name);
  const request = { actor, kind, organization };
  try {
    return (await createFromWriting(at, { ...request, name, content })).name;
  } catch (error) {
    if (!(error instanceof CatalogError && error.code === 'name-taken')) throw error;
    const { '@id': _, ...rest } = content;
    const { base } = at.context;
    const address = addressOf(base, kind, name);
    const moved = movedIris(rest, address, addressOf(base, kind, unnamed));
    return (await createFromWriting(at, { ...request, content: moved })).name;
  }
}

async function restoreChanges(
  at: EditingContext,
  actor: Actor,
  { kind, name, content, base }: Removed,
): Promise<string> {
  const resource = await findResource(at.context.store, actor, kind, name);
  const seen = { revision: 0, base: resource.version };
  await saveCopy(at, { actor, kind, name, content, seen, base });
  return name;
}
