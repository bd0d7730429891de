import type { CatalogReader } from '../catalog/catalog-store.ts';
import { findAllByIri } from '../catalog/find-all-by-iri.ts';
import type { Resource } from '../catalog/resource.ts';
import type { Iri } from '../kernel/iri.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';

/**
 * Our organisations that the descriptions refer to as agents and that are not described yet. They are marked as described.
 * DCAT-AP-SE, harvesting: every agent that a document names is described in it.
 */
export async function referredAgents(
  reader: CatalogReader,
  contents: readonly NodeObject[],
  described: Set<Iri>,
): Promise<readonly Resource[]> {
  const wanted = new Set<Iri>();
  for (const content of contents) {
    for (const iri of agentsOf(content)) {
      if (!described.has(iri)) wanted.add(iri);
    }
  }
  const iris = [...wanted];
  const found = await findAllByIri(reader, iris);
  for (const iri of iris) described.add(iri);
  return found
    .filter(({ kind, state }) => kind === 'organization' && state === 'published')
    .sort((one, other) => (one.iri < other.iri ? -1 : 1));
}

function* agentsOf(content: NodeObject): Iterable<Iri> {
  yield* references(content.publisher);
  yield* references(content.creator);
  const attributions = content.qualifiedAttribution;
  if (!Array.isArray(attributions)) return;
  for (const attribution of attributions) {
    if (isJsonObject(attribution)) yield* references(attribution.agent);
  }
}

function* references(value: JsonValue | undefined): Iterable<Iri> {
  if (value === undefined) return;
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === 'string') yield one;
  }
}
