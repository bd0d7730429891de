import { CatalogError } from '../kernel/errors.ts';
import type { NodeObject } from '../profile/record.ts';
import { type Editing, type EditingContext, editingRight, findEdited } from './edited-record.ts';
import { isOvertaken, type Seen } from './save-copy.ts';
import { signatureOf } from './signature.ts';
import type { WorkingCopy } from './working-copy.ts';

/**
 * Saves what was chosen of two writings. It begins anew from the record as it is now, so that it can be published.
 * @param request.seen what the choice was made against
 * @throws CatalogError `not-found`, `not-permitted`; `version-conflict` when somebody has saved while the choice was made.
 */
export async function solveCollision(
  at: EditingContext,
  request: Editing & { readonly content: NodeObject; readonly seen: Seen },
): Promise<WorkingCopy> {
  const edited = await findEdited(at, request, editingRight(request.kind));
  const { resource, copy } = edited;
  if (isOvertaken(edited, request.seen) || request.seen.base !== resource.version) {
    throw new CatalogError('version-conflict', {
      sv: 'Någon har sparat igen medan du valde. Jämför en gång till.',
      en: 'Somebody has saved again while you chose. Compare once more.',
    });
  }
  const next: WorkingCopy = {
    resource: resource.id,
    organization: resource.organization,
    base: resource.version,
    revision: (copy?.revision ?? 0) + 1,
    content: request.content,
    state: 'editing',
    author: signatureOf(request.actor),
    saved: at.context.now().toISOString(),
    publishAt: null,
    declaration: null,
    note: copy?.note ?? null,
  };
  await at.editing.saveCopy(next);
  return next;
}
