import type { UserLanguage } from '../kernel/issue.ts';
import type { LanguageMap } from '../kernel/language-map.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { facetLabel } from './facet-labels.ts';
import type { FacetName } from './facets.ts';
import { foldedWords } from './folded-words.ts';
import type { SearchKind } from './index-document.ts';
import type { EngineQuery, SearchIndex, SortKey } from './search-index.ts';

/** A value of a facet that records in the index have, and what it is called. */
export interface NamedValue {
  readonly facet: FacetName;
  readonly value: string;
  readonly count: number;
  readonly labels: Readonly<Record<UserLanguage, string>>;
  /** The codes and labels that people may write, as `foldedWords` apart by spaces. */
  readonly forms: readonly string[];
}

/** What people search among; organisations have a list of their own. */
export const foundKinds: readonly SearchKind[] = ['dataset', 'series', 'service'];

/** Facets whose values can be named in a query or suggested. */
const named: readonly FacetName[] = [
  'organization',
  'theme',
  'format',
  'license',
  'place',
  'conformsTo',
  'keyword',
];
const mostValues = 10_000;
const pageSize = 1000;
/** Nothing but all: for queries that count or list. */
export const everything: EngineQuery = {
  must: [],
  mustNot: [],
  bonuses: [],
  kinds: foundKinds,
  filters: {},
  sort: 'title-sv',
  size: 0,
  facets: [],
  facetSize: 0,
};

/** All values of the facets that have names people use, with the number of records. @throws SearchUnavailable */
export async function indexNames(
  index: Pick<SearchIndex, 'find'>,
  vocabularies: Vocabularies,
): Promise<readonly NamedValue[]> {
  const organizations = await organizationTitles(index);
  const { facets } = await index.find({ ...everything, facets: named, facetSize: mostValues });
  return named.flatMap((facet) =>
    (facets[facet]?.values ?? []).map(({ value, count }) => {
      const label = (language: UserLanguage) =>
        facetLabel(vocabularies, facet, value, language, organizations);
      const labels = { sv: label('sv'), en: label('en') };
      return { facet, value, count, labels, forms: formsOf(value, Object.values(labels)) };
    }),
  );
}

/** Of a file type (`excel/XLSX`) and of a standard the last part is what people write. */
function formsOf(value: string, labels: readonly string[]): readonly string[] {
  const names = [value, value.split('/').at(-1) ?? value, ...labels];
  return [...new Set(names.map((name) => foldedWords(name).join(' ')))];
}

async function organizationTitles(
  index: Pick<SearchIndex, 'find'>,
): Promise<ReadonlyMap<string, LanguageMap>> {
  const titles = new Map<string, LanguageMap>();
  let after: SortKey | undefined;
  for (;;) {
    const { hits } = await index.find({
      ...everything,
      kinds: ['organization'],
      size: pageSize,
      ...(after && { after }),
    });
    for (const { shown } of hits) titles.set(shown.name, shown.title);
    after = hits.at(-1)?.key;
    if (hits.length < pageSize || after === undefined) return titles;
  }
}
