/** The facets of a search: by what found records are counted, and narrowed. */

export const facetNames = [
  'kind',
  'theme',
  'organization',
  'organizationType',
  'format',
  'place',
  'year',
  'license',
  'accessRights',
  'conformsTo',
  'hvdCategory',
  'keyword',
  'language',
  'frequency',
  'resolution',
] as const;

/**
 * Values are short and stable, as they stand in addresses. `kind`: dataset, series, service. `theme`, `hvdCategory`,
 * `accessRights`, `language`, `frequency`, `organizationType`, `place`: the last part of the concept's IRI; `license`: its notation
 * (`CC-BY-4.0`); or the whole IRI when the vocabulary does not know it. `organization`: its name in our addresses. `format`: the
 * name of the group (`csv`, `excel`, `json`, `rdf`, `map` …) and `group/CODE` of the format itself. `keyword`: the word in lower
 * case. `year`: four digits. `conformsTo`: the standard's IRI. `resolution`: a class of metres (`1`, `10`, `100`, `1000`, `more`). In
 * trees (`hvdCategory`, `place` up to the county, `format`) a record carries its value and all that are broader.
 */
export type FacetName = (typeof facetNames)[number];

/** Facets whose values stand under one another. */
export const treeFacets: ReadonlySet<FacetName> = new Set(['hvdCategory', 'place', 'format']);
