import { CatalogError } from '../kernel/errors.ts';
import type { NodeObject } from '../profile/record.ts';
import {
  type EditedRecord,
  type Editing,
  type EditingContext,
  editingRight,
  findEdited,
} from './edited-record.ts';
import { signatureOf } from './signature.ts';
import type { WorkingCopy } from './working-copy.ts';
import { isWrittenAlike } from './written-alike.ts';

/** What was on the page that is saved. */
export interface Seen {
  /** Revision of the working copy; 0 when there was none. */
  readonly revision: number;
  /** Version of the record that the words began from. */
  readonly base: number;
}

/**
 * Keeps what is being written, as typed: it may be incomplete and wrong. A copy that waited for approval or for its time is
 * taken back by being changed. Saving what is there already changes nothing.
 * @param request.base version that words which were thrown away and had back began from
 * @returns the copy, undefined while the content is that of the record itself
 * @throws CatalogError `not-found`, `not-permitted`; `version-conflict` when somebody else has saved since.
 */
export async function saveCopy(
  at: EditingContext,
  request: Editing & { readonly content: NodeObject; readonly seen: Seen; readonly base?: number },
): Promise<WorkingCopy | undefined> {
  const { actor, content, seen } = request;
  const edited = await findEdited(at, request, editingRight(request.kind));
  if (isOvertaken(edited, seen)) throw overtaken(edited);
  const { resource, copy } = edited;
  if (isWrittenAlike(content, edited.content)) return copy;
  const next: WorkingCopy = {
    resource: resource.id,
    organization: resource.organization,
    base: copy?.base ?? request.base ?? resource.version,
    revision: (copy?.revision ?? 0) + 1,
    content,
    state: 'editing',
    author: signatureOf(actor),
    saved: at.context.now().toISOString(),
    publishAt: null,
    declaration: null,
    note: null,
  };
  await at.editing.saveCopy(next);
  return next;
}

/** Whether somebody has saved since the page was drawn. */
export function isOvertaken({ resource, copy }: EditedRecord, { revision, base }: Seen): boolean {
  return copy === undefined
    ? revision !== 0 || base !== resource.version
    : revision !== copy.revision;
}

function overtaken({ copy }: EditedRecord): CatalogError {
  const who = copy?.author.name;
  return new CatalogError('version-conflict', {
    sv: `${who ?? 'Någon annan'} har sparat sedan du öppnade beskrivningen. Jämför, och välj vad som ska gälla.`,
    en: `${who ?? 'Somebody else'} has saved since you opened the description. Compare, and choose what is to hold.`,
  });
}
