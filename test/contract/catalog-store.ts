import { type TestContext, test } from 'node:test';
import type { CatalogStore } from '../../src/catalog/catalog-store.ts';
import { catalogStoreConcurrency } from './catalog-store-concurrency.ts';
import { catalogStoreKeeping } from './catalog-store-keeping.ts';
import { catalogStoreLists } from './catalog-store-lists.ts';
import { catalogStoreText } from './catalog-store-text.ts';

/** Declares one duty: its sentence, and what shows that an empty store of its own fulfils it. */
export type Duty = (sentence: string, proof: (store: CatalogStore) => Promise<void>) => void;

/** What every CatalogStore owes its callers; each adapter runs it on the real thing. `open` gives an empty store. */
export function catalogStoreContract(name: string, open: () => Promise<CatalogStore>): void {
  const duty: Duty = (sentence, proof) => {
    test(`${name} ${sentence}`, async (context: TestContext) => {
      const store = await open();
      context.after(() => store.close());
      await proof(store);
    });
  };
  catalogStoreKeeping(duty);
  catalogStoreLists(duty);
  catalogStoreConcurrency(duty);
  catalogStoreText(duty);
}
