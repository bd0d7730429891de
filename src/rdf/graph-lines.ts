import { blankHashes } from './blank-hashes.ts';
import type { Graph, TermId } from './graph.ts';
import { langString, xsdString } from './namespaces.ts';
import { quoteTurtle } from './syntaxes/escape.ts';

/**
 * Statements as N-Triples lines, without line ends. Blank nodes are labelled by what is said of them, so that the same
 * graph gives the same lines whatever its document called them. RDF 1.1 N-Triples.
 */
export interface GraphLines {
  line(quad: number): string;
  /** `_:b` and a hash; the same for each mention of the node. */
  blankLabel(term: TermId): string;
  /** Terms in an order that does not depend on the document. */
  compare(left: TermId, right: TermId): number;
}

/** The lines of one graph, which must be whole by now. */
export function graphLines(graph: Graph): GraphLines {
  const labels = new Map<TermId, string>();
  const twins = new Map<string, number>();
  let hashOf: ((term: TermId) => string) | undefined;

  function blankLabel(term: TermId): string {
    const known = labels.get(term);
    if (known !== undefined) return known;
    hashOf ??= blankHashes(graph, plainTerm);
    const base = `_:b${hashOf(term)}`;
    // Two nodes that say the same are two nodes still.
    const twin = (twins.get(base) ?? 0) + 1;
    const label = twin === 1 ? base : `${base}x${twin}`;
    twins.set(base, twin);
    labels.set(term, label);
    return label;
  }

  function plainTerm(term: TermId): string {
    const value = graph.value(term);
    const type = graph.literalType(term);
    if (type === undefined) return `<${value}>`;
    if (type.datatype === xsdString) return quoteTurtle(value);
    return type.datatype === langString
      ? `${quoteTurtle(value)}@${type.language}`
      : `${quoteTurtle(value)}^^<${type.datatype}>`;
  }

  const anyTerm = (term: TermId): string =>
    graph.isBlank(term) ? blankLabel(term) : plainTerm(term);

  return {
    blankLabel,
    line: (quad) =>
      `${anyTerm(graph.subject(quad))} ${plainTerm(graph.predicate(quad))} ${anyTerm(graph.object(quad))} .`,
    compare: (left, right) => {
      const first = anyTerm(left);
      const second = anyTerm(right);
      return first < second ? -1 : first > second ? 1 : 0;
    },
  };
}
