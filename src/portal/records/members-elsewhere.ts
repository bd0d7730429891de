import { findAllByIri } from '../../catalog/find-all-by-iri.ts';
import type { Services } from '../../http/services.ts';
import type { Iri } from '../../kernel/iri.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { SearchUnavailable } from '../../search/search-index.ts';
import { iris, nodes } from './json-values.ts';
import type { SeriesMember } from './series-members.ts';

/** Hits that are looked through. */
const most = 300;

/**
 * The published datasets of other organisations that belong to a series. Datasets are found by the titles of their series, so search says
 * which ones may, and the store which ones do; none while search does not answer.
 */
export async function membersElsewhere(
  { search, context }: Pick<Services, 'search' | 'context'>,
  {
    iri,
    title,
    organization,
    language,
  }: {
    readonly iri: Iri;
    readonly title: string;
    /** The name of the one whose members are known. */
    readonly organization: string;
    readonly language: UserLanguage;
  },
): Promise<readonly SeriesMember[]> {
  const text = `"${title.replace(/["“”„«»]/g, ' ')}"`;
  try {
    const { hits } = await search.search({
      text,
      language,
      kinds: ['dataset'],
      filters: {},
      sort: 'relevance',
      size: most,
      facets: [],
      facetSize: 0,
    });
    const others = hits.filter(({ shown }) => shown.organization.name !== organization);
    if (others.length === 0) return [];
    const records = await findAllByIri(
      context.store,
      others.map(({ shown }) => shown.iri),
    );
    return records
      .filter(({ state, content }) => state === 'published' && iris(content.inSeries).includes(iri))
      .map(({ name, content, organizationName }) => ({
        name,
        title: content.title,
        period: nodes(content.temporal)[0],
        organization: organizationName,
      }));
  } catch (error) {
    if (error instanceof SearchUnavailable) return [];
    throw error;
  }
}
