import type { CatalogContext } from '../catalog/catalog-context.ts';
import { may } from '../catalog/policy.ts';
import type { Resource } from '../catalog/resource.ts';
import type { Actor } from '../kernel/actor.ts';
import { refusing } from '../kernel/refused.ts';
import { checksumOf, hasDistribution } from './describe-distribution.ts';
import type { DistributionFile, ResultFile } from './distribution-file.ts';
import type { FileReader } from './file-store.ts';
import { noFile } from './find-file.ts';

/** A file that the actor may fetch. */
export interface PublicFile {
  readonly file: DistributionFile & { readonly result: ResultFile };
  readonly dataset: Resource;
  /** False for one of a draft, which only its organisation's people get. */
  readonly isPublic: boolean;
}

/**
 * The file that a distribution's address gives: the one whose checksum the published description has, and for people of the
 * organisation the newest where none is public. What a description no longer has is not given.
 * @throws CatalogError `not-found`.
 */
export async function findPublicFile(
  {
    context: { store, base },
    files,
  }: { readonly context: CatalogContext; readonly files: FileReader },
  actor: Actor,
  distribution: string,
): Promise<PublicFile> {
  const newest = await files.ready(distribution);
  const dataset = newest?.owner == null ? undefined : await store.findById(newest.owner.resource);
  if (newest === undefined || dataset === undefined) throw noFile();
  const isPublic =
    dataset.state === 'published' && hasDistribution(base, dataset.content, distribution);
  const { organization } = dataset;
  if (!isPublic && !may(actor, 'see-drafts', organization))
    throw refusing(noFile(), { organization, action: 'see-drafts' });
  const checksum = isPublic ? checksumOf(base, dataset.content, distribution) : undefined;
  const named = checksum === undefined ? undefined : await files.ready(distribution, checksum);
  const file = named ?? newest;
  if (file.result === undefined) throw noFile();
  return { file: { ...file, result: file.result }, dataset, isPublic };
}
