import type { Issue } from '../kernel/issue.ts';
import { type Budgets, budgetsFor, defaultBudgets } from './budgets.ts';
import type { ParsedDocument } from './document-graph.ts';
import { type DocumentSource, sizeOf } from './document-source.ts';
import { Graph } from './graph.ts';
import type { ParseOptions } from './parse-document.ts';
import type { Contexts } from './parse-jsonld.ts';
import type { PatchedRecord, PatchRequest } from './patch-record.ts';
import type { ReadRecord } from './read-record.ts';
import { readerThreads } from './reader-threads.ts';

/** How one document is read. */
export interface ReadOptions extends ParseOptions {
  readonly budgets?: Partial<Budgets> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How a whole catalogue is read. */
export interface ReadCatalogOptions extends ReadOptions {
  /** Takes records as they come, some hundred at a time; without it they stand in the answer. Reading waits for it. */
  readonly onRecords?: ((records: readonly ReadRecord[]) => void | Promise<void>) | undefined;
}

/** A document as records of the profile. */
export interface CatalogReading {
  /** The one root catalogue; with several none is, and all stand among the records. */
  readonly catalog?: ReadRecord;
  /** In the order of their IRIs; empty when `onRecords` took them. */
  readonly records: readonly ReadRecord[];
  /** About the document as a whole. */
  readonly notes: readonly Issue[];
  /** N-Triples lines, sorted, of what belongs to no record. */
  readonly leftovers: readonly string[];
}

/** Reads RDF of any syntax that a stranger may have sent. */
export interface Reader {
  /** @throws CatalogError `invalid-document`, `document-too-large`, `busy` when too many wait; the signal's reason when it was aborted. */
  parse(source: DocumentSource, options: ReadOptions): Promise<ParsedDocument>;
  /** @throws as `parse`, and what `onRecords` throws. */
  readCatalog(source: DocumentSource, options: ReadCatalogOptions): Promise<CatalogReading>;
  /** Edits one record as RDF. @throws CatalogError `invalid-document` when the patch is refused or does not apply. */
  patch(request: PatchRequest, options?: { readonly signal?: AbortSignal }): Promise<PatchedRecord>;
  /** Stops all threads. */
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** The folders of schemas and vocabularies, which every thread reads for itself. */
  readonly schemas: string;
  readonly vocabularies: string;
  /** JSON-LD contexts by address; no other is known, and none is fetched. */
  readonly contexts?: Contexts;
  readonly budgets?: Partial<Budgets>;
  /** How many documents are read at the same time; further ones wait. */
  readonly threads?: number;
  /** How many may wait; the next one is refused. */
  readonly queue?: number;
}

/** Opens a reader. Threads start when they are needed, one is kept warm, and none keeps the program from ending. */
export function openReader(options: ReaderOptions): Reader {
  const budgets: Budgets = { ...defaultBudgets, ...options.budgets };
  const threads = readerThreads({
    data: {
      schemas: options.schemas,
      vocabularies: options.vocabularies,
      contexts: options.contexts ?? {},
    },
    memory: budgets.memory,
    limit: options.threads ?? 2,
    queue: options.queue ?? 100,
  });
  const within = async (source: DocumentSource, own: ReadOptions['budgets']): Promise<Budgets> =>
    budgetsFor({ ...budgets, ...own }, await sizeOf(source));

  return {
    async parse(source, { mediaType, base, signal, budgets: own }) {
      const job = {
        kind: 'parse',
        source,
        options: { mediaType, base },
        budgets: await within(source, own),
      } as const;
      const reply = await threads.run(job, { signal });
      if (reply.kind !== 'parsed') throw new Error(`The reader answered ${reply.kind} to parse.`);
      return { graph: new Graph(reply.columns), notes: reply.notes };
    },
    async readCatalog(source, { mediaType, base, signal, budgets: own, onRecords }) {
      const job = {
        kind: 'read',
        source,
        options: { mediaType, base },
        budgets: await within(source, own),
      } as const;
      const records: ReadRecord[] = [];
      const reply = await threads.run(job, {
        signal,
        onBatch: async (json) => {
          const batch = JSON.parse(json) as readonly ReadRecord[];
          if (onRecords === undefined) records.push(...batch);
          else await onRecords(batch);
        },
      });
      if (reply.kind !== 'read') throw new Error(`The reader answered ${reply.kind} to read.`);
      return { ...(JSON.parse(reply.json) as Omit<CatalogReading, 'records'>), records };
    },
    async patch(request, { signal } = {}) {
      const reply = await threads.run({ kind: 'patch', request, budgets }, { signal });
      if (reply.kind !== 'read') throw new Error(`The reader answered ${reply.kind} to patch.`);
      return JSON.parse(reply.json) as PatchedRecord;
    },
    close: () => threads.close(),
  };
}
