import type { IndexedFormula, NamedNode, Statement } from 'rdflib';
import { isJsonObject } from '../kernel/json.ts';
import type { Plan } from '../profile/plan.ts';
import type { RecordContent } from '../profile/record.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { Budgets } from './budgets.ts';
import { DocumentGraph, type Term } from './document-graph.ts';
import type { Graph } from './graph.ts';
import { documentTooLarge } from './invalid-document.ts';
import { parseTurtle } from './parse-turtle.ts';
import { rdfWriters } from './rdf-writers.ts';
import { applyPatch, type PatchMediaType, refused } from './read-patch.ts';
import { type ReadRecord, readRecord } from './read-record.ts';
import { recordSource } from './record-source.ts';

/** One record and how it is to change. */
export interface PatchRequest {
  readonly content: RecordContent;
  readonly className: string;
  readonly patch: string;
  readonly mediaType: PatchMediaType;
  /** What relative IRIs in the patch are resolved against; the record's IRI without it. */
  readonly base?: string | undefined;
}

/** The record as it reads after the patch, unsettled like one that was imported. */
export type PatchedRecord = ReadRecord;

/** A patch is made by hand or by a small tool: longer than this it is neither. */
const longestPatch = 1024 * 1024;

/**
 * Edits one record as the graph that it is. Only statements about the record, its own nodes, new blank nodes and fragments of
 * it may change, and what is inserted must hang on the record.
 *
 * @throws CatalogError `invalid-document` when the patch is refused or does not fit, `document-too-large`.
 */
export async function patchRecord(
  { content, className, patch, mediaType, base = content['@id'] }: PatchRequest,
  around: { readonly plan: Plan; readonly vocabularies: Vocabularies; readonly budgets: Budgets },
): Promise<PatchedRecord> {
  const { plan, vocabularies, budgets } = around;
  if (patch.length > longestPatch) {
    throw documentTooLarge({
      sv: `En ändring får ha högst ${longestPatch} tecken.`,
      en: `A patch may have at most ${longestPatch} characters.`,
    });
  }
  // Loaded here, as only this needs it and it takes longer to load than everything else together.
  const rdflib = await import('rdflib');
  const subject = content['@id'];
  const document = rdflib.sym(subject.replace(/#.*$/, ''));
  const store = rdflib.graph([]);
  const before = recordGraph(content, className, around);
  copy(before, store, document, rdflib);
  const steps = applyPatch(rdflib, store, document, { patch, mediaType, base });

  const after = documentGraph(store, budgets);
  const source = recordSource(after, plan, vocabularies);
  const record = readRecord(source, after.iri(subject), plan.class(className));
  const own = new Set([...nodeIris(content), ...nodeIris(record.record)]);
  for (const { deletes, inserts } of steps) {
    for (const statement of [...deletes, ...inserts]) refuseForeign(statement, subject, own);
  }
  const lost = after.size === 0 ? undefined : unused(source.used, after, steps.flatMap(insertsOf));
  if (lost !== undefined) throw refused(`${lost} does not hang on the record.`);
  return record;
}

/** The record's own graph: what the writers make of it. */
export function recordGraph(
  content: RecordContent,
  className: string,
  {
    plan,
    vocabularies,
    budgets,
  }: {
    readonly plan: Plan;
    readonly vocabularies: Vocabularies;
    readonly budgets: Budgets;
  },
): Graph {
  const writers = rdfWriters(plan, vocabularies, { contextUrl: 'urn:context' });
  const text = writers.record(content, className, { syntax: 'nt' });
  return parseTurtle([text], 'N-Triples', { base: undefined, budgets }).graph;
}

function copy(
  graph: Graph,
  store: IndexedFormula,
  document: NamedNode,
  rdflib: typeof import('rdflib'),
): void {
  const term = (id: number) => {
    const value = graph.value(id);
    const type = graph.literalType(id);
    if (type !== undefined) {
      return type.language === undefined
        ? rdflib.lit(value, undefined, rdflib.sym(type.datatype))
        : rdflib.lit(value, type.language);
    }
    return graph.isBlank(id) ? rdflib.blankNode(value) : rdflib.sym(value);
  };
  for (let quad = 0; quad < graph.size; quad++) {
    store.add(
      term(graph.subject(quad)) as NamedNode,
      rdflib.sym(graph.value(graph.predicate(quad))),
      term(graph.object(quad)),
      document,
    );
  }
}

/** The store as a graph of ours, with every IRI judged. */
function documentGraph(store: IndexedFormula, budgets: Budgets): Graph {
  const made = new DocumentGraph(budgets);
  for (const { subject, predicate, object } of store.statements) {
    made.take(made.quad(ourTerm(made, subject), ourTerm(made, predicate), ourTerm(made, object)));
  }
  return made.finish().graph;
}

function ourTerm(document: DocumentGraph, term: Statement['subject'] | Statement['object']): Term {
  if (term.termType === 'BlankNode') return document.blankNode(term.value);
  if (term.termType !== 'Literal') return document.namedNode(term.value);
  const { value, language, datatype } = term as {
    readonly value: string;
    readonly language: string;
    readonly datatype: { readonly value: string };
  };
  return document.literal(value, language || document.namedNode(datatype.value));
}

/** The IRIs of a record's nodes, its own first. */
function* nodeIris(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const member of value) yield* nodeIris(member);
  } else if (isJsonObject(value)) {
    if (typeof value['@id'] === 'string') yield value['@id'];
    for (const member of Object.values(value)) yield* nodeIris(member);
  }
}

function refuseForeign({ subject }: Statement, record: string, own: ReadonlySet<string>): void {
  if (subject.termType === 'BlankNode' || own.has(subject.value)) return;
  if (subject.value.startsWith(`${record}#`)) return;
  throw refused(`<${subject.value}> is not part of the record <${record}>.`);
}

function insertsOf({ inserts }: { readonly inserts: readonly Statement[] }): readonly Statement[] {
  return inserts;
}

/** An inserted statement that reading did not reach. */
function unused(used: Uint8Array, graph: Graph, inserts: readonly Statement[]): string | undefined {
  for (let quad = 0; quad < graph.size; quad++) {
    if (used[quad] !== 0) continue;
    const subject = graph.value(graph.subject(quad));
    const predicate = graph.value(graph.predicate(quad));
    const found = inserts.find(
      (statement) => statement.subject.value === subject && statement.predicate.value === predicate,
    );
    if (found !== undefined) return found.toString();
  }
  return undefined;
}
