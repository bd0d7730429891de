import type { StoredResource } from '../catalog/catalog-store.ts';
import type { Resource, Version } from '../catalog/resource.ts';

/**
 * A record as JSON: its stored text, word for word, with our context in front and under `record` what the platform knows
 * beside the description. `record` is null in the context, so that read as JSON-LD the whole is the description alone.
 */

type Head = Pick<
  Resource,
  'kind' | 'name' | 'organizationName' | 'state' | 'version' | 'created' | 'changed' | 'published'
>;

/** The JSON text of a record whose content is still text. */
export function storedJson(base: string, resource: StoredResource): string {
  return join(base, head(resource), resource.contentText);
}

/** The JSON text of a record. */
export function recordJson(base: string, resource: Resource): string {
  return join(base, head(resource), JSON.stringify(resource.content));
}

/** The JSON text of one saved version of a record. */
export function versionJson(base: string, resource: Head, version: Version): string {
  const { author, reason, saved, state } = version;
  return join(
    base,
    { ...head(resource), version: version.version, state, author, reason, saved },
    JSON.stringify(version.content),
  );
}

function head(resource: Head): object {
  const { kind, name, organizationName, state, version, created, changed, published } = resource;
  return {
    kind,
    name,
    organization: organizationName,
    state,
    version,
    created,
    changed,
    published,
  };
}

function join(base: string, record: object, content: string): string {
  return `{"@context":"${base}/context.jsonld","record":${JSON.stringify(record)},${content.slice(1)}`;
}
