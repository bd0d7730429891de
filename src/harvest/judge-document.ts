import { setImmediate as nextTurn } from 'node:timers/promises';
import { addressOf, type CatalogContext } from '../catalog/catalog-context.ts';
import { describe } from '../catalog/describe.ts';
import { classOf, type Kind } from '../catalog/resource.ts';
import type { Iri } from '../kernel/iri.ts';
import type { Issue } from '../kernel/issue.ts';
import type { NodeObject } from '../profile/record.ts';
import { judgeCatalog } from '../profile/rules/catalog-rules.ts';
import type { ReadRecord } from '../rdf/read-record.ts';
import type { CatalogReading } from '../rdf/reader.ts';

/** One record of a judged document, with what reading mended and what the profile remarks. */
export interface RecordJudgement {
  readonly kind: Kind;
  /** Undefined for a blank node. */
  readonly iri: Iri | undefined;
  readonly issues: readonly Issue[];
}

/** A document judged without being kept: its records one by one and beside each other, and the document as a whole. */
export interface DocumentJudgement {
  readonly records: readonly RecordJudgement[];
  readonly notes: readonly Issue[];
}

/** Judged in one turn of the event loop. */
const recordsInTurn = 200;

/**
 * Judges every record of a document; others are answered meanwhile. DCAT-AP-SE 3.0.1, quality.
 * @throws the signal's reason when it was aborted.
 */
export async function judgeDocument(
  context: Pick<CatalogContext, 'profile' | 'base'>,
  { catalog, records, notes }: CatalogReading,
  signal?: AbortSignal,
): Promise<DocumentJudgement> {
  const all = catalog === undefined ? records : [catalog, ...records];
  const described: ReturnType<typeof describeRead>[] = [];
  for (const [place, read] of all.entries()) {
    if (place % recordsInTurn === 0) {
      await nextTurn();
      signal?.throwIfAborted();
    }
    described.push(describeRead(context, read, place));
  }
  await nextTurn();
  const together = Map.groupBy(
    judgeCatalog(
      described.map(({ read, content }) => ({ className: read.className, record: content })),
    ),
    ({ record }) => record,
  );
  await nextTurn();
  return {
    records: described.map(({ read, kind, content, issues }) => ({
      kind,
      iri: read.iri,
      issues: [
        ...read.notes,
        ...issues,
        ...(together.get(content['@id'] ?? '') ?? []).map(({ issue }) => issue),
      ],
    })),
    notes,
  };
}

function describeRead(
  context: Pick<CatalogContext, 'profile' | 'base'>,
  read: ReadRecord,
  place: number,
) {
  const kind = kindOf(read.className) ?? 'dataset';
  const node: NodeObject =
    read.extra.length > 0 ? { ...read.record, extra: [...read.extra] } : read.record;
  // Of its own, so that what is remarked on one without an IRI is not said of another.
  const iri = read.iri ?? addressOf(context.base, kind, `${nameless}${place || ''}`);
  return {
    read,
    kind,
    ...describe(context, { kind, name: nameless, iri, owner: undefined }, node),
  };
}

/** Stands for the name of what is judged without being kept. */
export const nameless = '_';

/** The kind that a class of the profile describes. */
export function kindOf(className: string | undefined): Kind | undefined {
  return (Object.keys(classOf) as Kind[]).find((kind) => classOf[kind] === className);
}
