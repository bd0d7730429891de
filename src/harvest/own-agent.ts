import type { Resource } from '../catalog/resource.ts';
import type { Iri } from '../kernel/iri.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import { canonicalJson } from '../profile/digest.ts';
import type { NodeObject } from '../profile/record.ts';
import type { ReadRecord } from '../rdf/read-record.ts';

/** An organisation as documents describe it in full wherever a record refers to it. */
export interface OwnAgent {
  readonly iri: Iri;
  readonly canonical: string;
  readonly extra: ReadonlySet<string>;
}

/** The organisation's own description, to be known again. */
export function ownAgent({ iri, content }: Resource): OwnAgent {
  const { extra = [], ...described } = content;
  return { iri, canonical: canonicalJson(described), extra: new Set(extra) };
}

/**
 * The record with a reference wherever it describes our organisation just as we do: the two say the same, and the
 * organisation is described once. A description that differs stays.
 */
export function withReferences({ record, extra }: ReadRecord, agent: OwnAgent): NodeObject {
  let isFound = false;
  const referring = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.some(isNode) ? value.map(referring) : value;
    if (!isNode(value)) return value;
    if (value['@id'] === agent.iri && canonicalJson(value) === agent.canonical) {
      isFound = true;
      return agent.iri;
    }
    return mapped(value);
  };
  const mapped = (node: NodeObject): Record<string, JsonValue> => {
    const result: Record<string, JsonValue> = {};
    for (const [name, value] of Object.entries(node)) {
      if (value !== undefined) result[name] = referring(value);
    }
    return result;
  };
  const node = mapped(record);
  const rest = isFound ? extra.filter((line) => !agent.extra.has(line)) : extra;
  return rest.length > 0 ? { ...node, extra: [...rest] } : node;
}

const isNode = (value: JsonValue): value is NodeObject & JsonValue => isJsonObject(value);
