import type { Iri } from '../kernel/iri.ts';
import type { JsonValue } from '../kernel/json.ts';

/** A node as JSON-LD under our context: what a record and each thing described inside it looks like. */
export interface NodeObject {
  readonly '@id'?: Iri;
  readonly '@type'?: string | readonly string[];
  readonly [property: string]: JsonValue | undefined;
}

/**
 * A record's description once settled: it and all its nodes have an IRI and a type. `extra` holds, one N-Triples line each and
 * sorted, statements about the record's own subjects that the profile does not know; they are written out again unchanged.
 */
export interface RecordContent extends NodeObject {
  readonly '@id': Iri;
  readonly '@type': string | readonly string[];
  readonly extra?: readonly string[];
}

/** The term of the first type: `Dataset`. */
export function typeTerms(node: NodeObject): readonly string[] {
  const type = node['@type'];
  return typeof type === 'string' ? [type] : (type ?? []);
}
