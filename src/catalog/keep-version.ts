import { CatalogError } from '../kernel/errors.ts';
import type { Saved } from './create-resource.ts';
import { type Editing, type EditingContext, editingRight, findEdited } from './edited-record.ts';
import { putResource } from './put-resource.ts';

/**
 * Makes a version of what has been written on a draft, on an organisation or on its catalogue. Other records that are public are
 * published anew instead.
 * @throws CatalogError `not-found`, `not-permitted`; `state-conflict` for what is public; `invalid-record` with every issue;
 * `version-conflict` when the record has got another version since the writing began.
 */
export async function keepVersion(at: EditingContext, request: Editing): Promise<Saved> {
  const right = editingRight(request.kind);
  const { resource, copy } = await findEdited(at, request, right);
  if (right === 'edit' && resource.state !== 'draft') {
    throw new CatalogError('state-conflict', {
      sv: `${resource.name} är publicerad. Dina ändringar är sparade; publicera dem när de är klara.`,
      en: `${resource.name} is published. Your changes are saved; publish them when they are ready.`,
    });
  }
  if (copy === undefined) return { resource, issues: [], isNew: false };
  const saved = await putResource(at.context, {
    ...request,
    node: copy.content,
    expected: copy.base,
    inOrder: true,
  });
  // Whoever wrote on meanwhile began from what is a version now: that copy stays, and is compared with it.
  await at.editing.dropCopy(copy.resource, copy.revision).catch((error: unknown) => {
    if (!(error instanceof CatalogError && error.code === 'version-conflict')) throw error;
  });
  return saved;
}
