import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { digest } from '../profile/digest.ts';
import { announced, auditBulk } from './apply-bulk.ts';
import { findResource } from './find-resource.ts';
import { demand } from './policy.ts';
import type { PublishingContext } from './publishing-context.ts';
import type { BulkRecord, PublishingTransaction } from './publishing-store.ts';
import type { State } from './resource.ts';
import { signatureOf } from './signature.ts';
import { titleOf } from './title-of.ts';

/** Which change of many is undone. */
export interface UndoBulk {
  readonly actor: Actor;
  /** The organisation's name. */
  readonly organization: string;
  readonly id: string;
}

/**
 * Undoes a change of many records as a whole: each says again what it said before, as a new version. What became public for the first
 * time is withdrawn, for it cannot become secret again; a draft that was made is deleted.
 *
 * @throws CatalogError `not-found`, `not-permitted`; `state-conflict` when it is undone already, or one of the records has changed
 * since: then nothing is changed.
 */
export async function undoBulk(
  context: PublishingContext,
  { actor, organization: name, id }: UndoBulk,
): Promise<void> {
  const organization = await findResource(context.store, actor, 'organization', name);
  demand(actor, 'publish', organization.id);
  const change = await context.publishing.bulkChange(id);
  if (change?.organization !== organization.id) throw noSuchChange();
  if (change.action === 'move') demand(actor, 'operate');
  const at = context.now().toISOString();
  await context.publishing.transact(async (tx) => {
    if (!(await tx.markUndone(id, signatureOf(actor), at))) throw undoneAlready();
    for (const record of change.records) await undoRecord(tx, record, { actor, at });
    await auditBulk(tx, organization, { actor, change: { ...change, at }, action: 'bulk-undone' });
  });
}

async function undoRecord(
  tx: PublishingTransaction,
  { resource: id, before, after, from }: BulkRecord,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Promise<void> {
  const stored = await tx.findById(id);
  // A draft that somebody has deleted since needs no undoing.
  if (stored === undefined) return;
  if (stored.version !== after) throw changedSince(titleOf(stored.content, 'sv') ?? stored.name);
  if (before === 0 && stored.published === null) return tx.remove(id, after);
  const earlier = before === 0 ? undefined : await tx.version(id, before);
  const wasPublic = stored.state === 'published';
  const state: State =
    earlier === undefined || (earlier.state === 'draft' && stored.published !== null)
      ? 'withdrawn'
      : earlier.state;
  let version = after;
  if (from !== null && wasPublic) {
    version += 1;
    const gone = { ...stored, state: 'withdrawn', version, changed: at } as const;
    await tx.save({ resource: gone, author: signatureOf(actor), reason: null, announce: 'delete' });
  }
  await tx.save({
    resource: {
      ...stored,
      organization: from ?? stored.organization,
      ...(earlier === undefined
        ? {}
        : { content: earlier.content, digest: digest(earlier.content) }),
      state,
      version: version + 1,
      changed: at,
    },
    author: signatureOf(actor),
    reason: null,
    announce: announced(wasPublic && from === null, state === 'published'),
  });
}

function noSuchChange(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Det finns ingen sådan ändring. De kan ångras i trettio dagar.',
    en: 'There is no such change. They can be undone for thirty days.',
  });
}

function undoneAlready(): CatalogError {
  return new CatalogError('state-conflict', {
    sv: 'Ändringen är redan ångrad.',
    en: 'The change is undone already.',
  });
}

function changedSince(title: string): CatalogError {
  return new CatalogError('state-conflict', {
    sv: `”${title}” har ändrats efteråt, så helheten kan inte ångras. Återställ de andra var för sig.`,
    en: `“${title}” has changed afterwards, so the whole cannot be undone. Restore the others one by one.`,
  });
}
