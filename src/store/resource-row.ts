import type { StoredResource } from '../catalog/catalog-store.ts';
import type { Resource, Version } from '../catalog/resource.ts';
import type { RecordContent } from '../profile/record.ts';

/** The columns of a record, with the words of the port. */
export const resourceColumns = [
  'r.id',
  'r.kind',
  'r.organization_id as organization',
  'o.name as organizationName',
  'r.name',
  'r.iri',
  'r.state',
  'r.version',
  'r.revision',
  'r.digest',
  'r.created',
  'r.changed',
  'r.published',
  'r.content as contentText',
] as const;

/** The row as an object of our own; a driver's rows have other prototypes. */
export function storedResource(row: StoredResource): StoredResource {
  return {
    id: row.id,
    kind: row.kind,
    organization: row.organization,
    organizationName: row.organizationName,
    name: row.name,
    iri: row.iri,
    state: row.state,
    version: row.version,
    revision: row.revision,
    digest: row.digest,
    created: row.created,
    changed: row.changed,
    published: row.published,
    contentText: row.contentText,
  };
}

/** The row with its content parsed. */
export function resource(row: StoredResource): Resource {
  return {
    id: row.id,
    kind: row.kind,
    organization: row.organization,
    organizationName: row.organizationName,
    name: row.name,
    iri: row.iri,
    state: row.state,
    version: row.version,
    revision: row.revision,
    content: recordContent(row.contentText),
    digest: row.digest,
    created: row.created,
    changed: row.changed,
    published: row.published,
  };
}

/** A version's row with its content parsed. */
export function version(row: Omit<Version, 'content'> & { readonly contentText: string }): Version {
  return {
    version: row.version,
    state: row.state,
    content: recordContent(row.contentText),
    author: row.author,
    reason: row.reason,
    saved: row.saved,
  };
}

/** Only `save` writes this column, and it writes records. */
function recordContent(text: string): RecordContent {
  return JSON.parse(text) as RecordContent;
}
