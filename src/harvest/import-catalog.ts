import type { AuditEvent } from '../audit/audit-event.ts';
import type { CatalogContext } from '../catalog/catalog-context.ts';
import { demandRules } from '../catalog/demand-rules.ts';
import { demand } from '../catalog/policy.ts';
import type { Resource } from '../catalog/resource.ts';
import { signatureOf } from '../catalog/signature.ts';
import { titleOf } from '../catalog/title-of.ts';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Iri } from '../kernel/iri.ts';
import type { Issue } from '../kernel/issue.ts';
import type { ReadRecord } from '../rdf/read-record.ts';
import type { CatalogReading } from '../rdf/reader.ts';
import { decideCatalog } from './decide-catalog.ts';
import { type Deciding, type Decision, decideRecord, importedKinds } from './decide-record.ts';
import type { ImportEntry, ImportList, ImportReport } from './import-report.ts';
import { ownAgent } from './own-agent.ts';

/**
 * A whole catalogue comes in as one document. Each record is taken whole or not at all, and one bad record never stops the
 * others; what is already here word for word costs no write and no revision. DCAT-AP-SE, harvesting.
 */
export interface ImportCatalog {
  readonly actor: Actor;
  readonly organization: Resource;
  /** Reads the document, handing over its records some hundred at a time; it waits while each batch is dealt with. */
  readonly read: (
    take: (records: readonly ReadRecord[]) => Promise<void>,
  ) => Promise<Omit<CatalogReading, 'records'>>;
  /** Publish what is valid; without it new records are drafts, and what is public stays public. */
  readonly publish: boolean;
  /** Withdraw the organisation's public records that the document does not have; drafts are left alone. */
  readonly replace: boolean;
  /** Say what would happen and change nothing. */
  readonly dryRun: boolean;
  readonly reason?: string | undefined;
  /** Told after every batch how many records have been dealt with. */
  readonly progress?: ((done: number) => void) | undefined;
}

const batchSize = 200;

/** @throws CatalogError `not-permitted`, and what `read` throws; a document that cannot be parsed has taken nothing. */
export async function importCatalog(
  context: CatalogContext,
  request: ImportCatalog,
): Promise<ImportReport> {
  const { actor, organization, dryRun, publish } = request;
  const { store } = context;
  demand(actor, 'import', organization.id);
  if (publish || request.replace) demand(actor, 'publish', organization.id);
  if (!dryRun) await demandRules(context.store, actor, organization.id, { isDeclared: !publish });
  const lists: Record<ImportList, ImportEntry[]> = {
    added: [],
    updated: [],
    unchanged: [],
    removed: [],
    refused: [],
  };
  const deciding: Deciding = {
    context,
    actor,
    organization,
    publish,
    reason: request.reason ?? null,
    seen: new Set(),
    names: new Set(),
    agent: ownAgent(organization),
    loose: [],
  };
  const take = async (decisions: readonly Decision[]) => {
    for (const { list, entry } of dryRun ? decisions : await carryOut(context, decisions))
      lists[list].push(entry);
  };
  const tell = async (isWhole: boolean) => {
    if (!dryRun)
      await store.transact((tx) => tx.audit(importedEvent(context, request, lists, isWhole)));
  };
  let notes: readonly Issue[];
  try {
    notes = await takeDocument(deciding, request, take);
  } catch (error) {
    // What was written before is still there, so it is told of.
    if (isChanged(lists)) await tell(false);
    throw error;
  }
  await tell(true);
  return { dryRun, ...lists, notes };
}

/** Takes all of the document, a batch at a time. @returns the faults of the document as a whole */
async function takeDocument(
  deciding: Deciding,
  { read, replace, progress }: ImportCatalog,
  take: (decisions: readonly Decision[]) => Promise<void>,
): Promise<readonly Issue[]> {
  let done = 0;
  const rest = await read(async (records) => {
    for (let from = 0; from < records.length; from += batchSize) {
      const batch = records.slice(from, from + batchSize);
      await take(await decideBatch(deciding, batch));
      done += batch.length;
      progress?.(done);
    }
  });
  const { decisions, notes } = await decideCatalog(deciding, rest);
  await take(decisions);
  if (!replace) return notes;
  if (deciding.seen.size === 0) return [...notes, nothingToReplace];
  for await (const decisions of removals(deciding)) await take(decisions);
  return notes;
}

function isChanged({ added, updated, removed }: Lists): boolean {
  return added.length + updated.length + removed.length > 0;
}

/** What the audit is told of an import: how many records, and whether all of the document was taken. */
function importedEvent(
  { now }: CatalogContext,
  { actor, organization, publish, replace }: ImportCatalog,
  lists: Lists,
  isWhole: boolean,
): AuditEvent {
  const { id, kind, content, name } = organization;
  const counts = Object.entries(lists).map(([list, entries]) => [list, entries.length]);
  return {
    at: now().toISOString(),
    actor,
    organization: id,
    action: 'record-imported',
    object: { kind, id, name: titleOf(content, 'sv') ?? name },
    after: { ...Object.fromEntries(counts), publish, replace, isWhole },
  };
}

type Lists = Readonly<Record<ImportList, readonly ImportEntry[]>>;

/** An empty document is a fault at its source far more often than an organisation that shares nothing any more. */
const nothingToReplace: Issue = {
  rule: 'nothing-to-replace-with',
  level: 'warning',
  blocks: 'nothing',
  pointer: '',
  message: {
    sv: 'Dokumentet har inga datamängder, serier eller tjänster, så inget drogs tillbaka. Dra tillbaka posterna en och en om det är meningen.',
    en: 'The document has no datasets, series or services, so nothing was withdrawn. Withdraw the records one by one if that is meant.',
  },
};

async function decideBatch(
  deciding: Deciding,
  batch: readonly ReadRecord[],
): Promise<readonly Decision[]> {
  const iris = batch.flatMap((read) => (read.iri === undefined ? [] : [read.iri]));
  const stored = new Map<Iri, Resource>();
  for (const resource of await deciding.context.store.findManyByIri(iris))
    stored.set(resource.iri, resource);
  const decisions: Decision[] = [];
  for (const read of batch) {
    const kind = importedKinds[read.className];
    // What else a document describes, further catalogues and agents, is kept with its catalogue, which comes last.
    if (kind === undefined) deciding.loose.push(read);
    else decisions.push(await decideRecord(deciding, read, kind, (iri) => stored.get(iri)));
  }
  return decisions;
}

/** Writes what was decided, in one transaction; a record that the store refuses is reported and the others stay. */
async function carryOut(
  { store }: CatalogContext,
  decisions: readonly Decision[],
): Promise<readonly Decision[]> {
  if (decisions.every((decision) => decision.save === undefined)) return decisions;
  return store.transact(async (tx) => {
    const done: Decision[] = [];
    for (const decision of decisions) {
      try {
        if (decision.save !== undefined) await tx.save(decision.save);
        done.push(decision);
      } catch (error) {
        if (!(error instanceof CatalogError) || error.code === 'busy') throw error;
        done.push({
          list: 'refused',
          entry: { ...decision.entry, code: error.code, reason: error.detail },
        });
      }
    }
    return done;
  });
}

/** The organisation's public records that the document did not have, as withdrawals. */
async function* removals({
  context,
  actor,
  organization,
  reason,
  seen,
}: Deciding): AsyncGenerator<readonly Decision[]> {
  for (let after: string | undefined; ; ) {
    const records = await context.store.list({
      kinds: ['dataset', 'series', 'service'],
      states: ['published'],
      organization: organization.id,
      limit: batchSize,
      ...(after === undefined ? {} : { after }),
    });
    after = records.at(-1)?.id;
    const time = context.now().toISOString();
    yield records
      .filter((record) => !seen.has(record.iri))
      .map((record) => ({
        list: 'removed',
        entry: {
          kind: record.kind,
          name: record.name,
          iri: record.iri,
          state: 'withdrawn',
          issues: [],
        },
        save: {
          resource: { ...record, state: 'withdrawn', version: record.version + 1, changed: time },
          author: signatureOf(actor),
          reason,
          announce: 'delete',
        },
      }));
    if (records.length < batchSize) return;
  }
}
