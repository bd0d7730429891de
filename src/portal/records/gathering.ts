import { collections } from '../../catalog/resource.ts';
import { type LabelledFacet, labelFacets } from '../../http/label-facets.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { FacetName } from '../../search/facets.ts';
import type { ShownDocument } from '../../search/index-document.ts';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { shownText } from './shown-text.ts';
import type { RelatedRecord } from './surroundings.ts';

/** Records that have something in common, as a page about that thing shows them: how many, how they divide, the newest. */
export interface Gathering {
  readonly total: number;
  readonly facets: readonly LabelledFacet[];
  readonly newest: readonly RelatedRecord[];
  /** What the newest of them shows; undefined when there is none. */
  readonly first: ShownDocument | undefined;
}

/** What to gather. */
export interface Gathered {
  readonly filters: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  readonly facets: readonly FacetName[];
  readonly language: UserLanguage;
  /** Newest ones to show. */
  readonly size: number;
}

/** How many values of each facet such a page shows. */
const facetSize = 40;

/** Gathers published datasets, series and services. @throws SearchUnavailable */
export async function gather(
  services: Services,
  { filters, facets, language, size }: Gathered,
): Promise<Gathering> {
  const found = await services.search.search({
    text: '',
    language,
    kinds: ['dataset', 'series', 'service'],
    filters,
    sort: 'modified',
    size,
    facets,
    facetSize,
  });
  return {
    total: found.total,
    facets: (await labelFacets(services, found.facets, language)).map(topValues),
    newest: found.hits.map(({ shown }) =>
      relatedRecord(shown, language, filters.organization === undefined),
    ),
    first: found.hits[0]?.shown,
  };
}

/** Groups of formats without the formats in them. */
function topValues(facet: LabelledFacet): LabelledFacet {
  if (facet.name !== 'format') return facet;
  return { ...facet, values: facet.values.filter(({ value }) => !value.includes('/')) };
}

/** A hit as a link, with what it is when it is no dataset, its publisher where that is not said already, and its day. */
export function relatedRecord(
  { kind, name, title, organization, modified }: ShownDocument,
  language: UserLanguage,
  isPublisherTold = true,
): RelatedRecord {
  const publisher = shownText(organization.title, language)?.text ?? organization.name;
  const day = modified === undefined || modified === '' ? [] : [formatDate(modified, language)];
  return {
    href: `/${collections[kind]}/${name}`,
    title: shownText(title, language) ?? { text: name },
    note: [
      ...(kind === 'dataset' ? [] : [wordsIn(language).kinds.one[kind]]),
      ...(isPublisherTold ? [publisher] : []),
      ...day,
    ].join(' · '),
  };
}
