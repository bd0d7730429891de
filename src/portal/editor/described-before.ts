import type { Resource } from '../../catalog/resource.ts';
import type { Services } from '../../http/services.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { canonicalJson } from '../../profile/digest.ts';

/** So many of the organisation's records are looked through. */
const most = 100;

/**
 * Things such as contacts that the organisation has described in other records: by property and by their IRI there. Those whose IRI
 * is a part of their record's come without it, so that another record's gets one of its own; what is described alike comes once.
 * Things that only one record can have, its files for one, are none of them.
 */
export async function describedBefore(
  { context }: Services,
  organization: Resource,
  className: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, JsonObject>>> {
  const { store, profile, base } = context;
  const shared = profile.plan
    .class(className)
    .properties.filter(({ widget, many, computed }) => widget === 'resource' && many && !computed);
  const records = await store.list({
    kinds: ['dataset', 'series', 'service'],
    organization: organization.id,
    states: ['published', 'draft'],
    draftsOf: [organization.id],
    limit: most,
  });
  const seen = new Set<string>();
  const found = new Map<string, Map<string, JsonObject>>();
  for (const { content, iri } of records) {
    for (const { name, class: nodeClass } of shared) {
      const value = content[name];
      if (nodeClass === undefined || !Array.isArray(value)) continue;
      if (!profile.plan.class(nodeClass).needsIri) continue;
      for (const node of value) {
        const id: unknown = isJsonObject(node) ? node['@id'] : undefined;
        if (!isJsonObject(node) || typeof id !== 'string') continue;
        const taken = withoutOwnParts(node, (one) => isOwnPart(one, iri, base));
        const mark = `${name} ${canonicalJson(taken)}`;
        if (seen.has(mark)) continue;
        seen.add(mark);
        found.set(name, (found.get(name) ?? new Map<string, JsonObject>()).set(id, taken));
      }
    }
  }
  return found;
}

function withoutOwnParts(node: JsonObject, isOwn: (id: string) => boolean): JsonObject {
  return JSON.parse(JSON.stringify(node), (key, value: unknown) =>
    key === '@id' && typeof value === 'string' && isOwn(value) ? undefined : value,
  ) as JsonObject;
}

/** Whether the IRI lies under that of a record, which alone has the thing. */
function isOwnPart(id: string, record: string, base: string): boolean {
  return (
    id.startsWith(`${record}#`) ||
    id.startsWith(`${record}/`) ||
    id.startsWith(`${base}/.well-known/genid`)
  );
}
