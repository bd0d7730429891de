import { CatalogError } from '../kernel/errors.ts';
import { findResource } from './find-resource.ts';
import { demand } from './policy.ts';
import { type PublishingContext, sightOf } from './publishing-context.ts';
import type { PublishingTransaction } from './publishing-store.ts';
import type { Resource, Version } from './resource.ts';
import type { AskedRecord } from './review-publication.ts';
import { judged } from './review-publication.ts';
import { objectOf } from './save-publication.ts';
import { signatureOf } from './signature.ts';

/** A publication to be undone: `version` is the one that it made. */
export interface UndoPublication extends AskedRecord {
  readonly version: number;
}

/**
 * Undoes a publication: readers see what they saw before, as a new version. Where they saw nothing it is withdrawn, for what has
 * been public cannot become secret again. The undone words are kept as a working copy when there is none.
 *
 * Four eyes are not asked for: taking back is always the safer way.
 *
 * @throws CatalogError `not-found`, `not-permitted`; `state-conflict` when it is not what is public now.
 */
export async function undoPublication(
  context: PublishingContext,
  { actor, kind, name, version }: UndoPublication,
): Promise<Resource> {
  const stored = await findResource(context.store, actor, kind, name);
  demand(actor, 'publish', stored.organization);
  if (stored.version !== version || stored.state !== 'published') {
    throw new CatalogError('state-conflict', {
      sv: `Version ${version} är inte längre den som visas. Det finns en nyare att utgå från.`,
      en: `Version ${version} is not the one shown any more. There is a newer one to begin from.`,
    });
  }
  const before = await publicBefore(context, stored);
  const now = context.now();
  const at = now.toISOString();
  const description =
    before === undefined
      ? undefined
      : await judged(context, sightOf(context), stored, before.content);
  return context.publishing.transact(async (tx) => {
    const resource = await tx.save({
      resource: {
        ...stored,
        ...(description === undefined
          ? { state: 'withdrawn' }
          : { content: description.content, digest: description.digest }),
        version: version + 1,
        changed: at,
      },
      author: signatureOf(actor),
      reason: null,
      announce: before === undefined ? 'delete' : 'update',
    });
    await keepWords(tx, { stored, actor, at, version: resource.version });
    await tx.audit({
      at,
      actor,
      organization: stored.organization,
      action: before === undefined ? 'record-withdrawn' : 'record-changed',
      object: objectOf(resource),
      before: { version },
      after: { version: resource.version, restored: before?.version ?? null },
    });
    return resource;
  });
}

/** The version that readers saw before this one; undefined when they saw none, or a tombstone. */
async function publicBefore(
  { store }: PublishingContext,
  { id, version }: Resource,
): Promise<Version | undefined> {
  const [before] = await store.versions(id, { before: version, limit: 1 });
  return before?.state === 'published' ? before : undefined;
}

/** What was undone goes on as a working copy, so that nobody loses what they wrote. */
async function keepWords(
  tx: PublishingTransaction,
  {
    stored,
    actor,
    at,
    version,
  }: {
    readonly stored: Resource;
    readonly actor: AskedRecord['actor'];
    readonly at: string;
    readonly version: number;
  },
): Promise<void> {
  if (actor.kind === 'anonymous' || (await tx.copyOf(stored.id)) !== undefined) return;
  await tx.saveCopy({
    resource: stored.id,
    organization: stored.organization,
    base: version,
    revision: 1,
    content: stored.content,
    state: 'editing',
    author: signatureOf(actor),
    saved: at,
    publishAt: null,
    declaration: null,
    note: null,
  });
}

/**
 * Makes a working copy of an older version, to be looked at, changed and published.
 * @throws CatalogError `not-found`, `not-permitted`; `state-conflict` when somebody is writing on the record already.
 */
export async function restoreVersion(
  context: PublishingContext,
  { actor, kind, name, version }: UndoPublication,
): Promise<void> {
  const stored = await findResource(context.store, actor, kind, name);
  demand(actor, 'edit', stored.organization);
  const found = await context.store.version(stored.id, version);
  if (found === undefined) {
    throw new CatalogError('not-found', {
      sv: `${name} har ingen version ${version}.`,
      en: `${name} has no version ${version}.`,
    });
  }
  await context.publishing.transact(async (tx) => {
    if ((await tx.copyOf(stored.id)) !== undefined) throw isBeingWritten();
    await keepWords(tx, {
      stored: { ...stored, content: found.content },
      actor,
      at: context.now().toISOString(),
      version: stored.version,
    });
  });
}

function isBeingWritten(): CatalogError {
  return new CatalogError('state-conflict', {
    sv: 'Det finns redan ändringar som inte är publicerade. Publicera eller kasta dem först, så att inget går förlorat.',
    en: 'There are changes already that are not published. Publish them or throw them away first, so that nothing is lost.',
  });
}
