import type { StoredResource } from '../catalog/catalog-store.ts';
import type { Resource } from '../catalog/resource.ts';
import type { RecordContent } from '../profile/record.ts';
import type { Services } from './services.ts';

/** The organisation that a record belongs to; undefined for an organisation itself. */
export async function ownerOf(
  { context }: Pick<Services, 'context'>,
  { kind, organizationName }: Resource | StoredResource,
): Promise<StoredResource | undefined> {
  return kind === 'organization'
    ? undefined
    : context.store.findText('organization', organizationName);
}

/** A record's content out of the text that is stored. */
export function contentOf(resource: StoredResource): RecordContent {
  return JSON.parse(resource.contentText) as RecordContent;
}
