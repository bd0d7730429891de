import type { Iri } from '../kernel/iri.ts';
import type { CatalogReader } from './catalog-store.ts';
import type { Resource } from './resource.ts';

/** As many IRIs as the store looks up at once. */
const mostAtOnce = 500;

/** Those of the IRIs that are records, however many are asked for, in no particular order. */
export async function findAllByIri(
  store: Pick<CatalogReader, 'findManyByIri'>,
  iris: readonly Iri[],
): Promise<readonly Resource[]> {
  const found: Resource[] = [];
  for (let from = 0; from < iris.length; from += mostAtOnce) {
    found.push(...(await store.findManyByIri(iris.slice(from, from + mostAtOnce))));
  }
  return found;
}
