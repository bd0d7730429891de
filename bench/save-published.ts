import type { CatalogContext } from '../src/catalog/catalog-context.ts';
import type { CatalogTransaction } from '../src/catalog/catalog-store.ts';
import type { Resource } from '../src/catalog/resource.ts';
import { signatureOf } from '../src/catalog/signature.ts';
import { localOperator } from '../src/commands/local-operator.ts';

/** Saves a settled description as the first, published version of a dataset, as quickly as the store takes it. */
export async function savePublished(
  tx: CatalogTransaction,
  context: CatalogContext,
  dataset: Pick<Resource, 'organization' | 'name' | 'iri' | 'content' | 'digest'>,
): Promise<void> {
  const time = context.now().toISOString();
  await tx.save({
    resource: {
      ...dataset,
      id: context.newId(),
      kind: 'dataset',
      state: 'published',
      version: 1,
      created: time,
      changed: time,
      published: time,
    },
    author: signatureOf(localOperator),
    reason: null,
    announce: 'create',
  });
}
