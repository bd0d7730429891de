import type { Actor } from '../kernel/actor.ts';
import { type DeclarationWords, declare } from './declare.ts';
import type { Review } from './review-publication.ts';
import { signatureOf } from './signature.ts';
import type { WorkingCopy } from './working-copy.ts';

/**
 * What was looked through, as it waits: for somebody to approve it, or for its time.
 * @throws CatalogError `invalid-record` when the declaration lacks something.
 */
export function waitingCopy(
  { stored, copy }: Review,
  {
    state,
    actor,
    now,
    words,
    publishAt,
    note,
  }: {
    readonly state: 'submitted' | 'scheduled';
    readonly actor: Actor;
    readonly now: Date;
    readonly words: Partial<DeclarationWords>;
    readonly publishAt: Date | undefined;
    readonly note: string | undefined;
  },
): WorkingCopy {
  return {
    resource: stored.id,
    organization: stored.organization,
    base: copy?.base ?? stored.version,
    revision: (copy?.revision ?? 0) + 1,
    content: copy?.content ?? stored.content,
    state,
    author: signatureOf(actor),
    saved: now.toISOString(),
    publishAt: publishAt?.toISOString() ?? null,
    declaration: declare(words, { actor, now }),
    note: note?.trim() || null,
  };
}
