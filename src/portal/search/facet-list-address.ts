import { searchAddress } from '../../http/search-address.ts';
import type { FacetName } from '../../search/facets.ts';
import type { Searched } from './searched.ts';

/** Where all values of a facet are, each to be ticked: for lists that are too long for a column. */
export function facetListAddress({ path, request }: Searched, facet: FacetName): string {
  return searchAddress(`/search${path}/${facet}`, request);
}
