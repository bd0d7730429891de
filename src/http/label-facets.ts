import type { UserLanguage } from '../kernel/issue.ts';
import { facetLabel, facetTitles } from '../search/facet-labels.ts';
import type { FacetName } from '../search/facets.ts';
import type { SearchResult } from '../search/search.ts';
import type { Services } from './services.ts';

/** A facet with its values as people read them. */
export interface LabelledFacet {
  readonly name: FacetName;
  readonly title: string;
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
  }[];
  /** Whether there are more values than these. */
  readonly more: boolean;
}

/** The facets of an answer, in its order, with what they and their values are called. */
export async function labelFacets(
  { context, organizationTitles }: Pick<Services, 'context' | 'organizationTitles'>,
  facets: SearchResult['facets'],
  language: UserLanguage,
): Promise<readonly LabelledFacet[]> {
  const { vocabularies } = context.profile;
  const names = facets.organization?.values.map(({ value }) => value) ?? [];
  const titles = await organizationTitles(names);
  return (Object.keys(facets) as readonly FacetName[]).map((name) => ({
    name,
    title: facetTitles[name][language],
    values: (facets[name]?.values ?? []).map(({ value, count }) => ({
      value,
      label: facetLabel(vocabularies, name, value, language, titles),
      count,
    })),
    more: facets[name]?.more ?? false,
  }));
}
