import type { CatalogStore } from './catalog-store.ts';
import type { PublishingStore } from './publishing-store.ts';

/** The store, telling of each transaction that has committed: whoever follows the change log is woken, and nobody waits for it. */
export function announceCommits(store: CatalogStore, committed: () => void): CatalogStore {
  return {
    ...store,
    async transact(work) {
      const result = await store.transact(work);
      committed();
      return result;
    },
  };
}

/** The same of publications. */
export function announcePublications(
  store: PublishingStore,
  committed: () => void,
): PublishingStore {
  return {
    ...store,
    async transact(work) {
      const result = await store.transact(work);
      committed();
      return result;
    },
  };
}
