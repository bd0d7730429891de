import type { SearchChange } from '../../http/search-address.ts';
import { searchAddress } from '../../http/search-address.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { LanguageMap } from '../../kernel/language-map.ts';
import { facetLabel } from '../../search/facet-labels.ts';
import type { FacetName } from '../../search/facets.ts';
import type { SearchRequest, SearchResult } from '../../search/search.ts';
import type { Vocabularies } from '../../vocabularies/vocabularies.ts';

/** A search with its answer: what every part of the page is made from. */
export interface Searched {
  /** `/datasets`, `/series` or `/services`. */
  readonly path: string;
  readonly request: SearchRequest;
  readonly result: SearchResult;
  readonly language: UserLanguage;
  readonly vocabularies: Vocabularies;
  /** Titles by name in addresses. */
  readonly organizations: ReadonlyMap<string, LanguageMap>;
}

/** What a value of a facet is called. */
export function labelOf(
  { vocabularies, language, organizations }: Searched,
  facet: FacetName,
  value: string,
): string {
  return facetLabel(vocabularies, facet, value, language, organizations);
}

/** The address of the same search with a change. */
export function changed({ path, request }: Searched, change: SearchChange): string {
  return searchAddress(path, request, change);
}

/** The values that are chosen of a facet, in the order of the address. */
export function chosenOf({ request }: Searched, facet: FacetName): readonly string[] {
  return request.filters[facet] ?? [];
}

/** How many filters are on: values, years and box. */
export function chosenCount({ request: { filters, years, box } }: Searched): number {
  const values = Object.values(filters).reduce((sum, chosen) => sum + chosen.length, 0);
  return values + (years === undefined ? 0 : 1) + (box === undefined ? 0 : 1);
}
