import { hash } from 'node:crypto';
import type { Graph, TermId } from './graph.ts';
import { langString, xsdString } from './namespaces.ts';
import { quoteTurtle } from './syntaxes/escape.ts';

/** Deeper than this a blank node's content is not looked at for its label, */
const deepest = 32;
/** and never at more nodes: a dense tangle of blank nodes has more paths than there is time. */
const mostNodes = 2000;

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
  const owners = new Map<string, TermId>();
  const hashes = new Map<TermId, string>();
  let visited = 0;

  /** The hash of what is said of a node; kept for next time unless a circle or a limit cut it short. */
  function contentHash(term: TermId, path: readonly TermId[]): { text: string; isWhole: boolean } {
    const known = hashes.get(term);
    if (known !== undefined) return { text: known, isWhole: true };
    if (path.includes(term)) return { text: 'circle', isWhole: false };
    visited += 1;
    if (path.length > deepest || visited > mostNodes) return { text: 'cut', isWhole: false };
    const inner = [...path, term];
    let isWhole = true;
    const lines = graph.statements(term).map((quad) => {
      const object = graph.object(quad);
      if (!graph.isBlank(object)) return `${plainTerm(graph.predicate(quad))} ${plainTerm(object)}`;
      const nested = contentHash(object, inner);
      isWhole &&= nested.isWhole;
      return `${plainTerm(graph.predicate(quad))} _:${nested.text}`;
    });
    const text = hash('sha256', [...new Set(lines)].sort().join('\n'), 'hex').slice(0, 16);
    if (isWhole) hashes.set(term, text);
    return { text, isWhole };
  }

  function blankLabel(term: TermId): string {
    const known = labels.get(term);
    if (known !== undefined) return known;
    visited = 0;
    const base = `_:b${contentHash(term, []).text}`;
    let label = base;
    // Two nodes that say the same are two nodes still.
    for (let twin = 2; owners.has(label); twin++) label = `${base}x${twin}`;
    labels.set(term, label);
    owners.set(label, term);
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
