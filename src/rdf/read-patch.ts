import type { Formula, IndexedFormula, NamedNode, Statement } from 'rdflib';
import { CatalogError } from '../kernel/errors.ts';
import { documentIssue, invalidDocument } from './invalid-document.ts';
import { sparqlOperations } from './sparql-update-text.ts';

/** The media types in which a patch may come. SPARQL 1.1 Update; Solid Protocol §5.3.1 (N3 Patch). */
export type PatchMediaType = 'application/sparql-update' | 'text/n3';

/** One step of a patch. */
export interface PatchStep {
  readonly deletes: readonly Statement[];
  readonly inserts: readonly Statement[];
}

type RdfLib = typeof import('rdflib');

const solid = 'http://www.w3.org/ns/solid/terms#';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What rdflib's parser gives beside what its types say. */
interface SparqlClauses {
  readonly query: unknown;
  readonly delete?: Formula;
  readonly insert?: Formula;
  readonly where?: Formula;
}

interface Clauses {
  readonly deletes: Formula | undefined;
  readonly inserts: Formula | undefined;
  readonly where: Formula | undefined;
  /** What must be deleted is there, and the pattern matches once. */
  readonly isExact: boolean;
}

/**
 * Applies a patch to a store, step by step, and answers what each step deleted and inserted.
 *
 * @throws CatalogError `invalid-document` when the patch cannot be read, does more than edit, or does not fit the graph.
 */
export function applyPatch(
  rdflib: RdfLib,
  store: IndexedFormula,
  graph: NamedNode,
  {
    patch,
    mediaType,
    base,
  }: {
    readonly patch: string;
    readonly mediaType: PatchMediaType;
    readonly base: string;
  },
): readonly PatchStep[] {
  const parts = refusing(() =>
    mediaType === 'text/n3'
      ? [n3Clauses(rdflib, patch, base)]
      : sparqlOperations(patch).map((operation) => sparqlClauses(rdflib, operation, base)),
  );
  return parts.map((clauses) => applyClauses(rdflib, store, graph, clauses));
}

function sparqlClauses(rdflib: RdfLib, operation: string, base: string): Clauses {
  const parsed = rdflib.sparqlUpdateParser(operation, rdflib.graph([]), base) as SparqlClauses;
  return { deletes: parsed.delete, inserts: parsed.insert, where: parsed.where, isExact: false };
}

function n3Clauses(rdflib: RdfLib, patch: string, base: string): Clauses {
  const store = rdflib.graph([]);
  rdflib.parse(patch, store, base, 'text/n3');
  const patches = store.each(undefined, rdflib.sym(type), rdflib.sym(`${solid}InsertDeletePatch`));
  const [subject] = patches;
  if (subject === undefined || patches.length !== 1) {
    throw new SyntaxError('The patch must describe one solid:InsertDeletePatch.');
  }
  const clause = (name: string): Formula | undefined => {
    const found = store.each(subject as NamedNode, rdflib.sym(solid + name));
    if (found.length > 1) throw new SyntaxError(`solid:${name} stands twice.`);
    const [formula] = found;
    if (formula !== undefined && formula.termType !== 'Graph') {
      throw new SyntaxError(`solid:${name} must be a formula { … }.`);
    }
    return formula as Formula | undefined;
  };
  const clauses = {
    deletes: clause('deletes'),
    inserts: clause('inserts'),
    where: clause('where'),
  };
  const said = Object.values(clauses).filter((formula) => formula !== undefined).length;
  if (store.statements.length !== said + 1) {
    throw new SyntaxError('The patch may only have solid:inserts, solid:deletes and solid:where.');
  }
  if (clauses.deletes === undefined && clauses.inserts === undefined) {
    throw new SyntaxError('The patch changes nothing.');
  }
  return { ...clauses, isExact: true };
}

function applyClauses(
  rdflib: RdfLib,
  store: IndexedFormula,
  graph: NamedNode,
  { deletes, inserts, where, isExact }: Clauses,
): PatchStep {
  const bindings = where === undefined ? [{}] : matches(rdflib, store, graph, where);
  if (isExact && bindings.length !== 1) {
    throw refused(`solid:where matches ${bindings.length} times; it must match once.`);
  }
  const gone = bindings.flatMap((binding) => substituted(deletes, binding));
  const come = bindings.flatMap((binding, number) => substituted(inserts, binding, number));
  for (const statement of [...gone, ...come]) refuseOpen(statement);
  if (gone.some(({ subject, object }) => isBlank(subject) || isBlank(object))) {
    throw refused('A statement to delete may not have a blank node.');
  }
  const there = gone.map((statement) => found(store, statement));
  const missing = gone.find((_, index) => there[index] === undefined);
  if (isExact && missing !== undefined) throw refused(`Not there to be deleted: ${missing}`);
  const deleted = there.filter((statement) => statement !== undefined);
  for (const statement of new Set(deleted)) store.removeStatement(statement);
  for (const { subject, predicate, object } of come) store.add(subject, predicate, object, graph);
  return { deletes: deleted, inserts: come };
}

type Binding = Readonly<Record<string, unknown>>;

function matches(
  rdflib: RdfLib,
  store: IndexedFormula,
  graph: NamedNode,
  where: Formula,
): readonly Binding[] {
  const query = new rdflib.Query('patch', undefined);
  for (const statement of where.statements) statement.graph = graph;
  query.pat = where as IndexedFormula;
  Object.assign(query, { sync: true });
  const bindings: Binding[] = [];
  store.query(
    query,
    (binding) => void bindings.push(binding),
    undefined,
    () => undefined,
  );
  return bindings;
}

/** The statements of a clause with its variables filled in, and with blank nodes of their own for each match. */
function substituted(
  clause: Formula | undefined,
  binding: Binding,
  number = 0,
): readonly Statement[] {
  if (clause === undefined) return [];
  const filled = clause.substitute(binding as never).statements;
  if (number > 0) {
    for (const statement of filled) {
      for (const term of new Set([statement.subject, statement.object])) {
        if (isBlank(term)) Object.assign(term, { value: `${term.value}n${number}` });
      }
    }
  }
  return filled;
}

function found(store: IndexedFormula, { subject, predicate, object }: Statement) {
  const [statement] = store.statementsMatching(subject, predicate, object, null, true);
  return statement;
}

function refuseOpen({ subject, predicate, object }: Statement): void {
  const known = new Set(['NamedNode', 'BlankNode', 'Literal']);
  for (const { termType } of [subject, predicate, object]) {
    if (!known.has(termType)) {
      throw refused(
        termType === 'Variable'
          ? 'A variable has no value: WHERE does not name it.'
          : `A ${termType} cannot stand in a record.`,
      );
    }
  }
}

function isBlank({ termType }: { readonly termType: string }): boolean {
  return termType === 'BlankNode';
}

/** Turns what the parsers throw into a refusal; rdflib throws strings too. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CatalogError) throw error;
    throw refused(error instanceof Error ? error.message : String(error), error);
  }
}

/** The refusal of a patch. */
export function refused(detail: string, cause?: unknown): CatalogError {
  const shown = detail.slice(0, 400);
  return invalidDocument(
    [
      documentIssue({
        sv: `Ändringen går inte att göra: ${shown}`,
        en: `The patch cannot be made: ${shown}`,
      }),
    ],
    cause,
  );
}
