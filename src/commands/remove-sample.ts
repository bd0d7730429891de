import type { CatalogContext } from '../catalog/catalog-context.ts';
import { sampleNames } from './load-sample.ts';

/**
 * Removes the sample's organisations with everything in them, versions and all: nobody can have relied on it.
 * @returns how many records went
 */
export async function removeSample({ store, now }: CatalogContext): Promise<number> {
  let removed = 0;
  for (const name of await sampleNames()) {
    const organization = await store.find('organization', name);
    if (organization !== undefined)
      removed += await store.transact((tx) => tx.purge(organization.id, now()));
  }
  return removed;
}
