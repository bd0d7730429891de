import { day } from '../kernel/day.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { CreateResource } from './create-resource.ts';
import {
  type EditedRecord,
  type Editing,
  type EditingContext,
  editingRight,
  findEdited,
} from './edited-record.ts';
import type { PublishingContext } from './publishing-context.ts';
import { removedEvent } from './record-event.ts';
import type { Removed } from './removed.ts';
import { signatureOf } from './signature.ts';

/** What is thrown away is kept for a while, so that it can be had back. */

/** Days that it is kept. */
export const keptDays = 30;

/**
 * Throws away what has been written on a record; the record itself stays as it is.
 * @returns what was thrown away, undefined when there was nothing
 * @throws CatalogError `not-found`, `not-permitted`, `version-conflict` when somebody wrote on meanwhile.
 */
export async function discardChanges(
  at: EditingContext,
  request: Editing,
): Promise<Removed | undefined> {
  const edited = await findEdited(at, request, editingRight(request.kind));
  const { copy } = edited;
  if (copy === undefined) return undefined;
  const removed = kept(at, request, edited, 'changes');
  await at.editing.transact(async (tx) => {
    await forgetOld(at, tx);
    await tx.keepRemoved(removed);
    await tx.dropCopy(copy.resource, copy.revision);
  });
  return removed;
}

/**
 * Deletes a draft that nobody outside has seen, with its versions.
 * @returns what it said
 * @throws CatalogError `not-found`, `not-permitted`; `state-conflict` for what has been public; `version-conflict`.
 */
export async function removeDraft(
  at: EditingContext & { readonly publishing: PublishingContext },
  request: Editing & { readonly kind: CreateResource['kind'] },
): Promise<Removed> {
  const edited = await findEdited(at, request, 'delete');
  const { resource } = edited;
  if (resource.published !== null) {
    throw new CatalogError('state-conflict', {
      sv: `${resource.name} har varit publicerad och kan avpubliceras, men inte tas bort.`,
      en: `${resource.name} has been published and can be withdrawn, but not deleted.`,
    });
  }
  const removed = kept(at, request, edited, 'draft');
  await at.publishing.publishing.transact(async (tx) => {
    await forgetOld(at, tx);
    await tx.keepRemoved(removed);
    await tx.remove(resource.id, resource.version);
    await tx.audit(removedEvent(request.actor, resource, at.context.now()));
  });
  return removed;
}

function kept(
  { context }: EditingContext,
  { actor }: Editing,
  { resource, copy, content }: EditedRecord,
  what: Removed['what'],
): Removed {
  return {
    id: context.newId(),
    organization: resource.organization,
    what,
    kind: resource.kind,
    name: resource.name,
    content,
    base: what === 'draft' ? 0 : (copy?.base ?? resource.version),
    author: signatureOf(actor),
    at: context.now().toISOString(),
  };
}

async function forgetOld(
  { context }: EditingContext,
  tx: Pick<EditingContext['editing'], 'forgetRemovedBefore'>,
): Promise<void> {
  const before = context.now().getTime() - keptDays * day;
  await tx.forgetRemovedBefore(new Date(before).toISOString());
}
