import { CatalogError } from '../kernel/errors.ts';
import { post } from '../mail/letter.ts';
import type { DeclarationWords } from './declare.ts';
import { demandValid } from './describe.ts';
import { demand } from './policy.ts';
import { demandNews, isSame, type Seen } from './publish-copy.ts';
import type { PublishingContext } from './publishing-context.ts';
import { approvalLetter, sentBackLetter } from './publishing-letters.ts';
import type { Resource } from './resource.ts';
import { type AskedRecord, type Review, reviewPublication } from './review-publication.ts';
import { objectOf, savePublication } from './save-publication.ts';
import { demandTime, enqueuePublication } from './schedule-publication.ts';
import { signatureOf } from './signature.ts';
import { waitingCopy } from './waiting-copy.ts';
import type { WorkingCopy } from './working-copy.ts';

/** Four eyes: one of the organisation asks, another looks and approves, or sends it back with words. */
export interface SubmitCopy extends AskedRecord {
  readonly seen: Seen;
  readonly words: Partial<DeclarationWords>;
  /** Said to whoever looks. */
  readonly note?: string | undefined;
  /** When it is to be public once approved; undefined: at once. */
  readonly publishAt?: Date | undefined;
}

/**
 * Asks the colleagues to approve; those who may are told by letter.
 * @throws CatalogError as `publishCopy`; `invalid-record` for a time that has been.
 */
export async function submitCopy(
  context: PublishingContext,
  { actor, kind, name, seen, words, note, publishAt }: SubmitCopy,
): Promise<WorkingCopy> {
  const review = await reviewPublication(context, { actor, kind, name });
  const { stored } = review;
  demand(actor, 'edit', stored.organization);
  demandSeen(review, seen);
  demandNews(review);
  demandValid(review.after.issues, true);
  const now = context.now();
  if (publishAt !== undefined) demandTime(publishAt, now);
  const submitted = waitingCopy(review, {
    state: 'submitted',
    actor,
    now,
    words,
    publishAt,
    note,
  });
  const approvers = (await context.colleagues.whoMay('publish', stored.organization)).filter(
    ({ id }) => !isSame(actor, id),
  );
  await context.publishing.transact(async (tx) => {
    await tx.saveCopy(submitted);
    for (const colleague of approvers) {
      await post(tx, approvalLetter(context, stored, submitted, colleague));
    }
    await tx.audit({
      at: submitted.saved,
      actor,
      organization: stored.organization,
      action: 'approval-asked',
      object: objectOf(stored),
      after: { version: stored.version + 1 },
    });
  });
  return submitted;
}

/** An answer to what was submitted: `revision` is the one that was looked at. */
export interface AnswerSubmitted extends AskedRecord {
  readonly revision: number;
}

/**
 * Approves and publishes, or lets it wait for its time.
 * @returns the record, published or still waiting
 * @throws CatalogError `not-permitted` for the one who asked; `state-conflict` when nothing waits; `version-conflict`, `invalid-record`.
 */
export async function approveCopy(
  context: PublishingContext,
  { actor, kind, name, revision }: AnswerSubmitted,
): Promise<Resource> {
  const review = await reviewPublication(context, { actor, kind, name });
  const { stored } = review;
  demand(actor, 'publish', stored.organization);
  const copy = submittedCopy(review, revision);
  if (isSame(actor, copy.author.id)) throw ownApproval();
  const now = context.now();
  const approval = { askedBy: copy.author, approvedBy: signatureOf(actor) };
  const given = {
    at: now.toISOString(),
    actor,
    organization: stored.organization,
    action: 'approval-given',
    object: objectOf(stored),
    after: { version: stored.version + 1 },
  } as const;
  const publishAt = copy.publishAt === null ? undefined : new Date(copy.publishAt);
  if (publishAt !== undefined && publishAt > now) {
    demandValid(review.after.issues, true);
    const waiting: WorkingCopy = { ...copy, revision: revision + 1, state: 'scheduled' };
    await context.publishing.transact(async (tx) => {
      await tx.saveCopy(waiting);
      await tx.keepApproval(stored.id, { version: stored.version + 1, at: given.at, ...approval });
      await enqueuePublication(tx, waiting, publishAt);
      await tx.audit(given);
    });
    return stored;
  }
  return context.publishing.transact(async (tx) => {
    await tx.audit(given);
    return savePublication(tx, review, {
      actor,
      author: copy.author,
      declaration: copy.declaration ?? undefined,
      approval,
      now,
    });
  });
}

/**
 * Sends it back with words; who asked is told by letter.
 * @throws CatalogError `state-conflict`, `version-conflict`; `invalid-record` without words.
 */
export async function sendBackCopy(
  context: PublishingContext,
  { actor, kind, name, revision, note }: AnswerSubmitted & { readonly note: string },
): Promise<void> {
  const review = await reviewPublication(context, { actor, kind, name });
  const { stored } = review;
  demand(actor, 'publish', stored.organization);
  const copy = submittedCopy(review, revision);
  const words = note.trim();
  if (words === '') {
    throw new CatalogError('invalid-record', {
      sv: 'Skriv vad som behöver ändras, så att den som skrev vet vad som ska göras.',
      en: 'Write what needs to change, so that the writer knows what to do.',
    });
  }
  const asked = await context.colleagues.find(copy.author.id);
  const at = context.now().toISOString();
  await context.publishing.transact(async (tx) => {
    await tx.saveCopy({
      ...copy,
      revision: revision + 1,
      state: 'editing',
      publishAt: null,
      note: words,
    });
    if (asked !== undefined && !isSame(actor, asked.id)) {
      await post(
        tx,
        sentBackLetter(context, stored, { words, by: signatureOf(actor).name }, asked),
      );
    }
    await tx.audit({
      at,
      actor,
      organization: stored.organization,
      action: 'approval-refused',
      object: objectOf(stored),
    });
  });
}

/**
 * Takes back what waits for approval or for its time: it is written on again.
 * @throws CatalogError `not-found`, `not-permitted`, `state-conflict`, `version-conflict`.
 */
export async function takeBackCopy(
  context: PublishingContext,
  { actor, kind, name, revision }: AnswerSubmitted,
): Promise<void> {
  const { stored, copy } = await reviewPublication(context, { actor, kind, name });
  demand(actor, 'edit', stored.organization);
  if (copy === undefined || copy.state === 'editing') throw nothingWaits(stored);
  demandRevision(copy, revision);
  await context.publishing.transact(async (tx) => {
    await tx.saveCopy({ ...copy, revision: revision + 1, state: 'editing', publishAt: null });
    await tx.dropApprovals(stored.id, stored.version + 1);
    await tx.audit({
      at: context.now().toISOString(),
      actor,
      organization: stored.organization,
      action: copy.state === 'scheduled' ? 'publication-unscheduled' : 'approval-refused',
      object: objectOf(stored),
      before: { state: copy.state },
      after: { state: 'editing' },
    });
  });
}

/** @throws CatalogError `version-conflict` when what was looked at has changed. */
export function demandSeen({ stored, copy }: Review, seen: Seen): void {
  if (stored.version !== seen.version) throw changedSince();
  if ((copy?.revision ?? 0) !== seen.revision) throw changedSince();
}

function submittedCopy({ stored, copy }: Review, revision: number): WorkingCopy {
  if (copy?.state !== 'submitted') throw nothingWaits(stored);
  demandRevision(copy, revision);
  return copy;
}

function demandRevision(copy: WorkingCopy, revision: number): void {
  if (copy.revision !== revision) throw changedSince();
}

function changedSince(): CatalogError {
  return new CatalogError('version-conflict', {
    sv: 'Beskrivningen har ändrats sedan du öppnade sidan. Titta igenom den igen.',
    en: 'The description has changed since you opened the page. Look through it again.',
  });
}

function nothingWaits({ name }: Resource): CatalogError {
  return new CatalogError('state-conflict', {
    sv: `${name} väntar inte längre. Någon annan kan ha svarat, eller så har den som skrev tagit tillbaka den.`,
    en: `${name} does not wait any more. Somebody else may have answered, or its writer has taken it back.`,
  });
}

function ownApproval(): CatalogError {
  return new CatalogError('not-permitted', {
    sv: 'Du bad själv om att få detta publicerat. Någon annan behöver titta och godkänna.',
    en: 'You asked for this publication yourself. Somebody else has to look and approve.',
  });
}
