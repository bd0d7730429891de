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
  const node = referring(record, (value) => {
    const isOurs = value['@id'] === agent.iri && canonicalJson(value) === agent.canonical;
    isFound ||= isOurs;
    return isOurs;
  });
  const rest = isFound ? extra.filter((line) => !agent.extra.has(line)) : extra;
  return rest.length > 0 ? { ...node, extra: [...rest] } : node;
}

/** The record with references instead of descriptions of these things, in `extra` too. */
export function withoutDescriptions(
  record: NodeObject,
  things: readonly { readonly iri: Iri }[],
): NodeObject {
  const iris = new Set(things.map(({ iri }) => iri));
  const { extra, ...node } = record;
  const result = referring(node, (value) => iris.has(String(value['@id'])));
  if (!Array.isArray(extra)) return result;
  const isAbout = (line: JsonValue) => iris.has(/^<([^>]*)>/.exec(String(line))?.[1] ?? '');
  return { ...result, extra: extra.filter((line) => !isAbout(line)) };
}

/** The record with the IRIs of inner nodes in their place, wherever the test holds. */
function referring(record: NodeObject, isReferred: (node: NodeObject) => boolean): NodeObject {
  const value = (one: JsonValue): JsonValue => {
    if (Array.isArray(one)) return one.some(isNode) ? one.map(value) : one;
    if (!isNode(one)) return one;
    const iri = one['@id'];
    return iri !== undefined && isReferred(one) ? iri : members(one);
  };
  const members = (node: NodeObject): Record<string, JsonValue> => {
    const result: Record<string, JsonValue> = {};
    for (const [name, one] of Object.entries(node)) {
      if (one !== undefined) result[name] = value(one);
    }
    return result;
  };
  return members(record);
}

const isNode = (value: JsonValue): value is NodeObject & JsonValue => isJsonObject(value);
