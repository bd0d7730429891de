import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { type DeclarationWords, declare } from './declare.ts';
import { approvalRequired } from './demand-rules.ts';
import { demand } from './policy.ts';
import type { PublishingContext } from './publishing-context.ts';
import type { Resource } from './resource.ts';
import { type AskedRecord, type Review, reviewPublication } from './review-publication.ts';
import { savePublication, versionAuthor } from './save-publication.ts';

/** A publication as a person asks for it, having looked at what would change. */
export interface PublishCopy extends AskedRecord {
  readonly seen: Seen;
  readonly words: Partial<DeclarationWords>;
  readonly reason?: string | undefined;
}

/** What somebody has looked at: the record's version, and the revision of its copy, 0 when there was none. */
export interface Seen {
  readonly version: number;
  readonly revision: number;
}

/**
 * Publishes what has been written on a record.
 * @throws CatalogError `not-found`, `not-permitted`, `approval-required`, `declaration-required`, `invalid-record`, `version-conflict`,
 * `state-conflict` when there is nothing new.
 */
export async function publishCopy(
  context: PublishingContext,
  { actor, kind, name, seen, words, reason }: PublishCopy,
): Promise<Resource> {
  const review = await seenReview(context, { actor, kind, name }, seen);
  if (review.rules.fourEyes) throw approvalRequired();
  demandNews(review);
  const now = context.now();
  const declaration = declare(words, { actor, now });
  return context.publishing.transact((tx) =>
    savePublication(tx, review, {
      actor,
      author: versionAuthor(review, actor),
      declaration,
      reason,
      now,
    }),
  );
}

/**
 * The review of exactly what somebody has looked at.
 * @throws CatalogError `not-found`, `not-permitted`; `version-conflict` when it has changed since.
 */
export async function seenReview(
  context: PublishingContext,
  asked: AskedRecord,
  seen: Seen,
): Promise<Review> {
  const review = await reviewPublication(context, asked);
  demand(asked.actor, 'publish', review.stored.organization);
  const { stored, copy } = review;
  if (stored.version === seen.version && (copy?.revision ?? 0) === seen.revision) return review;
  throw new CatalogError('version-conflict', {
    sv: 'Beskrivningen har ändrats sedan du öppnade sidan. Titta igenom den igen innan du publicerar.',
    en: 'The description has changed since you opened the page. Look through it again before you publish.',
  });
}

/** @throws CatalogError `state-conflict` when what would be published is public already. */
export function demandNews({ checks, stored }: Review): void {
  if (checks.every(({ name, state }) => name !== 'changes' || state !== 'blocks')) return;
  throw new CatalogError('state-conflict', {
    sv: `Allt i ${stored.name} är redan publicerat.`,
    en: `Everything in ${stored.name} is published already.`,
  });
}

/** Whether they are the same person. */
export function isSame(actor: Actor, id: string): boolean {
  return actor.kind !== 'anonymous' && actor.id === id;
}
