import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { declare } from './declare.ts';
import { type BulkPlan, type BulkRequest, type BulkRow, planBulk } from './plan-bulk.ts';
import type { PublishingContext } from './publishing-context.ts';
import type { BulkChange, BulkRecord, PublishingTransaction } from './publishing-store.ts';
import type { Resource } from './resource.ts';
import { objectOf } from './save-publication.ts';
import { signatureOf } from './signature.ts';
import type { Declaration } from './working-copy.ts';

/**
 * Makes a change of many records that somebody has looked at: all those that it can be made to, in one transaction.
 *
 * @param seen version of each record by its id, as looked at
 * @returns the change, to be undone by; undefined when there was nothing to do
 * @throws CatalogError as `planBulk`; `version-conflict` when one of them has changed since; `declaration-required`. Then nothing is changed.
 */
export async function applyBulk(
  context: PublishingContext,
  request: BulkRequest,
  seen: ReadonlyMap<string, number>,
): Promise<BulkChange | undefined> {
  const { actor, ask } = request;
  const plan = await planBulk(context, request);
  if (plan.rows.some(({ stored }) => seen.get(stored.id) !== stored.version)) throw changedSince();
  const rows = plan.rows.filter(({ outcome }) => outcome === 'changed');
  if (rows.length === 0) return undefined;
  const now = context.now();
  const at = now.toISOString();
  const declaration = ask.action === 'publish' ? declare(ask.words, { actor, now }) : undefined;
  return context.publishing.transact(async (tx) => {
    const records: BulkRecord[] = [];
    for (const row of rows) {
      records.push(await saveRow(tx, { row, plan, request, at, declaration }));
    }
    const change: BulkChange = {
      id: context.newId(),
      organization: plan.organization.id,
      action: ask.action,
      property: ask.action === 'property' ? ask.change.path.join('/') : null,
      by: signatureOf(actor),
      at,
      undone: null,
      count: records.length,
      records,
    };
    await tx.keepBulkChange(change);
    await auditBulk(tx, plan.organization, { actor, change, action: 'bulk-change' });
    return change;
  });
}

/** Tells the audit of a change of many. */
export async function auditBulk(
  tx: Pick<PublishingTransaction, 'audit'>,
  organization: Resource,
  {
    actor,
    change,
    action,
  }: {
    readonly actor: Actor;
    readonly change: BulkChange;
    readonly action: 'bulk-change' | 'bulk-undone';
  },
): Promise<void> {
  await tx.audit({
    at: change.at,
    actor,
    organization: organization.id,
    action,
    object: { kind: 'bulk-change', id: change.id, name: objectOf(organization).name },
    after: {
      action: change.action,
      property: change.property,
      records: change.records.map(({ resource }) => resource),
    },
  });
}

/** Saves one row of a plan. */
export async function saveRow(
  tx: PublishingTransaction,
  {
    row: { stored, copy, after, state },
    plan: { target },
    request: { actor, ask },
    at,
    declaration,
  }: {
    readonly row: BulkRow;
    readonly plan: Pick<BulkPlan, 'target'>;
    readonly request: Pick<BulkRequest, 'actor' | 'ask'>;
    readonly at: string;
    readonly declaration: Declaration | undefined;
  },
): Promise<BulkRecord> {
  const wasPublic = stored.state === 'published';
  const author = signatureOf(actor);
  let from = stored;
  if (target !== undefined && wasPublic) {
    // Both catalogues change: it goes out of the one and comes into the other.
    const gone = {
      ...stored,
      state: 'withdrawn',
      version: stored.version + 1,
      changed: at,
    } as const;
    from = await tx.save({ resource: gone, author, reason: null, announce: 'delete' });
  }
  const version = from.version + 1;
  const isPublic = state === 'published';
  const resource = await tx.save({
    resource: {
      ...stored,
      organization: target?.id ?? stored.organization,
      content: after.content,
      digest: after.digest,
      state,
      version,
      changed: at,
      published: stored.published ?? (isPublic ? at : null),
    },
    author,
    reason: ask.action === 'withdraw' ? (ask.reason ?? null) : null,
    announce: announced(from.state === 'published', isPublic),
  });
  if (declaration !== undefined) await tx.keepDeclaration(stored.id, version, declaration);
  if (ask.action === 'publish' && copy !== undefined) await tx.dropCopy(stored.id, copy.revision);
  return {
    resource: resource.id,
    before: stored.version,
    after: version,
    from: target === undefined ? null : stored.organization,
  };
}

/** What followers are told when a record goes from being public or not to being public or not. */
export function announced(
  wasPublic: boolean,
  isPublic: boolean,
): 'create' | 'update' | 'delete' | undefined {
  if (isPublic) return wasPublic ? 'update' : 'create';
  return wasPublic ? 'delete' : undefined;
}

function changedSince(): CatalogError {
  return new CatalogError('version-conflict', {
    sv: 'Något av det valda har ändrats sedan du tittade. Inget har ändrats nu. Titta igenom det igen.',
    en: 'Some of what was chosen has changed since you looked. Nothing has been changed now. Look through it again.',
  });
}
