import type { Graph, LiteralType, TermId } from './graph.ts';
import type { Statement } from './n-triples-line.ts';
import type { StatementObject } from './syntaxes/syntax.ts';

/** A graph's statements subject by subject, in the order of the document; doubles and named graphs are passed over. */
export function* graphStatements(graph: Graph): Generator<Statement> {
  const labels = new Map<TermId, string>();
  const name = (term: TermId): string => {
    if (!graph.isBlank(term)) return graph.value(term);
    const label = labels.get(term) ?? `_:b${labels.size}`;
    labels.set(term, label);
    return label;
  };
  // Numbers, not IRIs: a prefix of some thousand characters would stand in every key.
  const types = new Map<LiteralType, number>();
  const key = (quad: number): string => {
    const object = graph.object(quad);
    const type = graph.literalType(object);
    if (type === undefined) return `${graph.predicate(quad)} ${object}`;
    const number = types.get(type) ?? types.size;
    types.set(type, number);
    return `${graph.predicate(quad)} ${number}"${graph.value(object)}`;
  };
  const object = (term: TermId): StatementObject => {
    const type = graph.literalType(term);
    if (type === undefined) return { iri: name(term) };
    const value = graph.value(term);
    return type.language === undefined
      ? { value, datatype: type.datatype }
      : { value, language: type.language };
  };
  for (const subject of graph.subjects()) {
    const all = new Set<string>();
    for (const quad of graph.statements(subject)) {
      const said = key(quad);
      if (all.has(said)) continue;
      all.add(said);
      yield {
        subject: name(subject),
        predicate: graph.value(graph.predicate(quad)),
        object: object(graph.object(quad)),
      };
    }
  }
}
