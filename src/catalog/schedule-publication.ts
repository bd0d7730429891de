import type { ClaimedJob } from '../jobs/job.ts';
import type { Outbox } from '../jobs/job-request.ts';
import type { Actor } from '../kernel/actor.ts';
import { day } from '../kernel/day.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Localized } from '../kernel/issue.ts';
import { post } from '../mail/letter.ts';
import type { DeclarationWords } from './declare.ts';
import { approvalRequired } from './demand-rules.ts';
import { demandValid } from './describe.ts';
import { demandNews, type Seen, seenReview } from './publish-copy.ts';
import type { PublishingContext } from './publishing-context.ts';
import { failedPublicationLetter } from './publishing-letters.ts';
import {
  type AskedRecord,
  judgePublication,
  type PublishedKind,
  type Review,
} from './review-publication.ts';
import { objectOf, savePublication } from './save-publication.ts';
import { waitingCopy } from './waiting-copy.ts';
import type { WorkingCopy } from './working-copy.ts';

/** A publication that waits for its time. */
export interface SchedulePublication extends AskedRecord {
  readonly seen: Seen;
  readonly words: Partial<DeclarationWords>;
  readonly publishAt: Date;
  readonly reason?: string | undefined;
}

/** How far ahead a publication can be set: two years, in milliseconds. */
const farthest = 2 * 366 * day;

/**
 * Sets a time for a publication. It is judged again when the time comes.
 * @throws CatalogError as `publishCopy`; `invalid-record` for a time that has been or is too far away.
 */
export async function schedulePublication(
  context: PublishingContext,
  { actor, kind, name, seen, words, publishAt, reason }: SchedulePublication,
): Promise<WorkingCopy> {
  const review = await seenReview(context, { actor, kind, name }, seen);
  if (review.rules.fourEyes) throw approvalRequired();
  demandNews(review);
  demandValid(review.after.issues, true);
  const now = context.now();
  demandTime(publishAt, now);
  const { stored } = review;
  const waiting = waitingCopy(review, {
    state: 'scheduled',
    actor,
    now,
    words,
    publishAt,
    note: reason,
  });
  await context.publishing.transact(async (tx) => {
    await tx.saveCopy(waiting);
    await enqueuePublication(tx, waiting, publishAt);
    await tx.audit({
      at: waiting.saved,
      actor,
      organization: stored.organization,
      action: 'publication-scheduled',
      object: objectOf(stored),
      after: { publishAt: publishAt.toISOString() },
    });
  });
  return waiting;
}

/** @throws CatalogError `invalid-record` for a time that has been or is more than two years ahead. */
export function demandTime(publishAt: Date, now: Date): void {
  const ahead = publishAt.getTime() - now.getTime();
  if (ahead > 0 && ahead <= farthest) return;
  const message: Localized = {
    sv: 'Välj en tid som inte har varit, högst två år framåt.',
    en: 'Choose a time that has not been, at most two years ahead.',
  };
  throw new CatalogError('invalid-record', message, {
    issues: [
      { rule: 'publish-at', level: 'error', blocks: 'publishing', pointer: '/publishAt', message },
    ],
  });
}

/** The kind of the jobs that publish when the time has come. */
export const publicationJob = 'publish';

/** Asks for the publication, in the transaction that decides it. A copy that is changed afterwards has another revision, and the job lets it be. */
export function enqueuePublication(
  outbox: Outbox,
  { resource, revision }: WorkingCopy,
  publishAt: Date,
): Promise<void> {
  return outbox.enqueue({
    kind: publicationJob,
    payload: { resource, revision },
    key: `${publicationJob}:${resource}:${revision}`,
    runAt: publishAt,
  });
}

/**
 * Publishes what waited for this time, judged again. What cannot be published goes back to its writers, who are told by letter.
 * What has been taken back or changed since is let be.
 */
export async function publishWhenDue(
  context: PublishingContext,
  { payload, lease }: Pick<ClaimedJob, 'payload' | 'lease'>,
): Promise<void> {
  const { publishing, colleagues, store } = context;
  const { resource: id, revision } = payload;
  const stored = typeof id === 'string' ? await store.findById(id) : undefined;
  const copy = stored && (await publishing.copyOf(stored.id));
  if (stored === undefined || copy?.state !== 'scheduled' || copy.revision !== revision) {
    return publishing.transact((tx) => tx.finish(lease));
  }
  const review = await judgePublication(context, { ...store, ...publishing }, stored, copy);
  const { author, declaration } = copy;
  // Whoever scheduled it decided then; the audit names them.
  const actor: Actor = { kind: 'person', ...author, grants: [] };
  const approval = await publishing.approvalOf(stored.id, stored.version + 1);
  const refusal = refusalOf(review, approval !== undefined);
  const now = context.now();
  if (refusal === undefined) {
    return publishing.transact(async (tx) => {
      const decided = { actor, author, declaration: declaration ?? undefined, now };
      await savePublication(tx, review, { ...decided, approval });
      await tx.finish(lease);
    });
  }
  const writer = await colleagues.find(author.id);
  const kind = stored.kind as PublishedKind;
  return publishing.transact(async (tx) => {
    await tx.saveCopy({ ...copy, revision: copy.revision + 1, state: 'editing', publishAt: null });
    await tx.dropApprovals(stored.id, stored.version + 1);
    if (writer !== undefined) {
      await post(tx, failedPublicationLetter(context, { ...stored, kind }, refusal, writer));
    }
    await tx.audit({
      at: now.toISOString(),
      actor,
      organization: stored.organization,
      action: 'publication-unscheduled',
      object: objectOf(stored),
      after: { reason: refusal.sv },
    });
    await tx.finish(lease);
  });
}

/** Why it cannot be published now; undefined when it can. */
function refusalOf({ checks, rules }: Review, isApproved: boolean): Localized | undefined {
  const blocking = checks.find(({ state }) => state === 'blocks');
  if (blocking?.name === 'changes') {
    return { sv: 'Allt är redan publicerat.', en: 'Everything is published already.' };
  }
  if (blocking?.name === 'collision') {
    return {
      sv: 'Någon annan har sparat en nyare version sedan dess.',
      en: 'Somebody else has saved a newer version since then.',
    };
  }
  if (blocking !== undefined) {
    const [first] = blocking.issues;
    return {
      sv: `Beskrivningen har fel som behöver rättas. ${first?.message.sv ?? ''}`.trim(),
      en: `The description has faults that need to be mended. ${first?.message.en ?? ''}`.trim(),
    };
  }
  return rules.fourEyes && !isApproved ? approvalRequired().detail : undefined;
}
