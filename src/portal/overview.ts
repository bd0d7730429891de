import type { Services } from '../http/services.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { SearchRequest, SearchResult } from '../search/search.ts';
import type { Searched } from './search/searched.ts';

/** The whole catalogue at a glance: what the start page is made of. */
export interface Overview {
  /** Everything there is, counted by place, theme, kind and publisher. */
  readonly all: Searched;
  readonly newest: SearchResult['hits'];
  readonly changed: SearchResult['hits'];
  /** Searches that have hits. */
  readonly examples: readonly string[];
}

const shownRecords = 5;
const shownOrganizations = 12;
const shownExamples = 4;

/** Asks the index. @throws SearchUnavailable when it does not answer */
export async function overview(
  { search, context, organizationTitles }: Services,
  language: UserLanguage,
  candidates: readonly string[],
): Promise<Overview> {
  const everything: SearchRequest = {
    text: '',
    language,
    kinds: ['dataset', 'series', 'service'],
    filters: {},
    sort: 'modified',
    size: shownRecords,
    facets: ['kind', 'theme', 'place', 'organization', 'keyword'],
    facetSize: 340,
  };
  const bare = { ...everything, size: 0, facets: [] } as const;
  // Services seldom say when they began or changed.
  const dated = { ...everything, kinds: ['dataset', 'series'], facets: [] } as const;
  const [result, newest, changed, ...tried] = await Promise.all([
    search.search({ ...everything, size: 0 }),
    search.search({ ...dated, sort: 'issued' }),
    search.search(dated),
    ...candidates.map((text) => search.search({ ...bare, text })),
  ]);
  const organizations = await organizationTitles(
    (result.facets.organization?.values ?? []).slice(0, shownOrganizations).map((one) => one.value),
  );
  const { vocabularies } = context.profile;
  const request = { ...everything, sort: 'relevance' as const, size: 20 };
  const known = candidates.filter((_, index) => {
    const answer = tried[index];
    return answer !== undefined && answer.total > 0 && !answer.relaxed;
  });
  // Another catalogue than the ones that the examples were made for: what its own publishers write.
  const keywords = (result.facets.keyword?.values ?? []).map(({ value }) => value);
  return {
    all: { path: '/datasets', request, result, language, vocabularies, organizations },
    newest: newest.hits,
    changed: changed.hits,
    examples: [...new Set([...known, ...keywords])].slice(0, shownExamples),
  };
}
