import { collections } from '../../catalog/resource.ts';
import type { Context } from '../../http/context.ts';
import { readSearchRequest } from '../../http/search-parameters.ts';
import { searchedKinds } from '../../http/searched-kinds.ts';
import type { Services } from '../../http/services.ts';
import { type FacetName, facetNames } from '../../search/facets.ts';
import type { SearchKind } from '../../search/index-document.ts';
import type { Searched } from './searched.ts';

/** Enough for every county and municipality, so that the tree of places and the map are whole. */
const facetSize = 340;
/** More than a page shows of these; all of them have a page of their own. */
const shownOfLong = { organization: 24, keyword: 24, conformsTo: 24 } as const;

export type SearchPlace = Exclude<SearchKind, 'organization'>;

/**
 * Does the search of an address. Titles are looked up for the organisations that can be shown: the most common, and those chosen.
 * @throws HttpProblem when the address is no search, SearchUnavailable when the engine does not answer
 */
export async function runSearch(
  { context, search, organizationTitles }: Services,
  ctx: Context,
  {
    place,
    facets,
    size,
    namedOrganizations = 20,
  }: {
    readonly place: SearchPlace;
    readonly facets?: readonly FacetName[];
    readonly size?: number;
    readonly namedOrganizations?: number;
  },
): Promise<Searched> {
  const kinds = searchedKinds[place];
  const asked = readSearchRequest(ctx, { kinds, facets: facets ?? facetNames, facetSize });
  const request = {
    ...asked,
    ...(size === undefined ? {} : { size }),
    ...(facets === undefined ? { facetSizes: shownOfLong } : {}),
  };
  const result = await search.search(request);
  const common = (result.facets.organization?.values ?? []).slice(0, namedOrganizations);
  const names = [
    ...common.map(({ value }) => value),
    ...(request.filters.organization ?? []).slice(0, 20),
  ];
  return {
    path: `/${collections[place]}`,
    request: asked,
    result,
    language: request.language,
    vocabularies: context.profile.vocabularies,
    organizations: await organizationTitles([...new Set(names)]),
  };
}
