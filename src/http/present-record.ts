import type { StoredResource } from '../catalog/catalog-store.ts';
import type { Resource, Version } from '../catalog/resource.ts';
import type { JsonObject } from '../kernel/json.ts';

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

/** The JSON text of a record; one that has just been saved with what the profile remarks of it. */
export function recordJson(
  base: string,
  resource: Resource,
  issues?: readonly JsonObject[],
): string {
  const record = { ...head(resource), ...(issues === undefined ? {} : { issues }) };
  return join(base, record, JSON.stringify(resource.content));
}

/** The JSON text of one saved version of a record. @param isOwners whether the reader is one who sees the owner's drafts */
export function versionJson(
  base: string,
  resource: Head,
  version: Version,
  isOwners: boolean,
): string {
  const record = { ...head(resource), ...versionFacts(version, isOwners) };
  return join(base, record, JSON.stringify(version.content));
}

/** What there is to say of a version beside its content. Who saved it and why is the owner's own affair. */
export function versionFacts(
  { version, state, author, reason, saved }: Version,
  isOwners: boolean,
): JsonObject {
  return {
    version,
    state,
    author: isOwners ? author : null,
    reason: isOwners ? reason : null,
    saved,
  };
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
