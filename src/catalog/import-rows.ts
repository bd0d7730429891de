import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Localized } from '../kernel/issue.ts';
import type { NodeObject } from '../profile/record.ts';
import { auditBulk, saveRow } from './apply-bulk.ts';
import { addressOf } from './catalog-context.ts';
import { withPublisher } from './create-resource.ts';
import { type Description, describe, stands } from './describe.ts';
import { isName } from './names.ts';
import { type BulkPlan, planBulk } from './plan-bulk.ts';
import type { PublishingContext } from './publishing-context.ts';
import type { BulkChange, BulkRecord } from './publishing-store.ts';
import type { Resource } from './resource.ts';
import { signatureOf } from './signature.ts';

/** Descriptions of datasets that come from a sheet: some of datasets that are there, some of new ones. */
export interface ImportRows {
  readonly actor: Actor;
  /** The organisation's name. */
  readonly organization: string;
  readonly rows: readonly {
    readonly name: string;
    readonly content: NodeObject;
    readonly isNew: boolean;
  }[];
}

export interface ImportPlan {
  readonly plan: BulkPlan;
  /** Those that would be made, as drafts. */
  readonly made: readonly MadeRow[];
}

export interface MadeRow {
  readonly name: string;
  readonly iri: string;
  readonly description: Description;
  /** Why it cannot be made. */
  readonly reason: Localized | undefined;
}

/**
 * Looks at what reading in the rows would do, and changes nothing.
 * @throws CatalogError as `planBulk`: a row of another organisation's dataset is not there.
 */
export async function planImport(
  context: PublishingContext,
  { actor, organization, rows }: ImportRows,
): Promise<ImportPlan> {
  const stored = rows.filter(({ isNew }) => !isNew);
  const plan = await planBulk(context, {
    actor,
    organization,
    records: stored.map(({ name }) => ({ kind: 'dataset', name })),
    ask: {
      action: 'import',
      contents: new Map(stored.map(({ name, content }) => [name, content])),
    },
  });
  const made: MadeRow[] = [];
  for (const { name, content } of rows.filter(({ isNew }) => isNew)) {
    made.push(await planned(context, plan.organization, name, content));
  }
  return { plan, made };
}

async function planned(
  context: PublishingContext,
  organization: Resource,
  name: string,
  content: NodeObject,
): Promise<MadeRow> {
  const iri = addressOf(context.base, 'dataset', name);
  const subject = { kind: 'dataset', name, iri, owner: organization.name } as const;
  const description = describe(
    context,
    subject,
    withPublisher('dataset', content, organization.iri),
  );
  const fault = description.issues.find((issue) => stands(issue, false));
  const isTaken = isName(name) && (await context.store.findText('dataset', name)) !== undefined;
  const reason = !isName(name) ? badName : isTaken ? takenName : fault?.message;
  return { name, iri, description, reason };
}

/**
 * Reads in the rows that somebody has looked at, in one transaction.
 * @param seen version of each stored record by its id
 * @returns the change, to be undone by; undefined when there was nothing to do
 * @throws CatalogError as `planImport`; `version-conflict` when something has changed since. Then nothing is changed.
 */
export async function applyImport(
  context: PublishingContext,
  request: ImportRows,
  seen: ReadonlyMap<string, number>,
): Promise<BulkChange | undefined> {
  const { actor } = request;
  const { plan, made } = await planImport(context, request);
  if (plan.rows.some(({ stored }) => seen.get(stored.id) !== stored.version)) throw changedSince();
  const rows = plan.rows.filter(({ outcome }) => outcome === 'changed');
  const fresh = made.filter(({ reason }) => reason === undefined);
  if (rows.length + fresh.length === 0) return undefined;
  const at = context.now().toISOString();
  const { organization } = plan;
  return context.publishing.transact(async (tx) => {
    const records: BulkRecord[] = [];
    for (const row of rows) {
      const ask = { action: 'import', contents: new Map() } as const;
      records.push(
        await saveRow(tx, { row, plan, request: { actor, ask }, at, declaration: undefined }),
      );
    }
    for (const { name, iri, description } of fresh) {
      const { id } = await tx.save({
        resource: {
          id: context.newId(),
          kind: 'dataset',
          organization: organization.id,
          name,
          iri,
          state: 'draft',
          version: 1,
          content: description.content,
          digest: description.digest,
          created: at,
          changed: at,
          published: null,
        },
        author: signatureOf(actor),
        reason: null,
        announce: undefined,
      });
      records.push({ resource: id, before: 0, after: 1, from: null });
    }
    const change: BulkChange = {
      id: context.newId(),
      organization: organization.id,
      action: 'import',
      property: null,
      by: signatureOf(actor),
      at,
      undone: null,
      count: records.length,
      records,
    };
    await tx.keepBulkChange(change);
    await auditBulk(tx, organization, { actor, change, action: 'bulk-change' });
    return change;
  });
}

const badName: Localized = {
  sv: 'Namnet kan inte stå i en adress. Använd små bokstäver a–z, siffror och enkla bindestreck.',
  en: 'The name cannot stand in an address. Use lower-case a–z, digits and single hyphens.',
};
const takenName: Localized = {
  sv: 'Namnet är upptaget. Välj ett annat.',
  en: 'The name is taken. Choose another.',
};

function changedSince(): CatalogError {
  return new CatalogError('version-conflict', {
    sv: 'Något har ändrats sedan du tittade. Inget har lästs in. Titta igenom det igen.',
    en: 'Something has changed since you looked. Nothing has been read in. Look through it again.',
  });
}
