import type { CatalogReader } from '../../catalog/catalog-store.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { valueOfConcept } from '../../search/concept-values.ts';
import type { Search } from '../../search/search.ts';
import { SearchUnavailable } from '../../search/search-index.ts';
import { fold } from '../../search/terms.ts';
import type { Vocabularies } from '../../vocabularies/vocabularies.ts';

/** An organisation in the list of all. */
export interface ListedOrganization {
  readonly name: string;
  readonly title: string;
  /** Value of the facet `organizationType`. */
  readonly type: string | undefined;
  /** Datasets of it; undefined while search is away. */
  readonly count: number | undefined;
}

/** More organisations than Sweden has municipalities, regions and agencies. */
const most = 1000;

/** All organisations with something to say, in the order of the alphabet, with what they have published. */
export async function listedOrganizations({
  store,
  search,
  vocabularies,
  language,
}: {
  readonly store: Pick<CatalogReader, 'list'>;
  readonly search: Pick<Search, 'search'>;
  readonly vocabularies: Vocabularies;
  readonly language: UserLanguage;
}): Promise<readonly ListedOrganization[]> {
  const [records, counts] = await Promise.all([
    store.list({ kinds: ['organization'], states: ['published'], limit: most }),
    countsByName(search, language),
  ]);
  const collator = new Intl.Collator(language);
  return records
    .map(({ name, content }) => {
      const [type] = [content.type].flat();
      return {
        name,
        title: titleOf(content, language) ?? name,
        type:
          typeof type === 'string'
            ? valueOfConcept(vocabularies, 'organizationType', type)
            : undefined,
        count: counts === undefined ? undefined : (counts.get(name) ?? 0),
      };
    })
    .toSorted((a, b) => collator.compare(a.title, b.title));
}

/** Those whose name or title has every word, with or without its dots, and which are of the type. */
export function matching(
  organizations: readonly ListedOrganization[],
  { text, type }: { readonly text: string; readonly type: string | undefined },
): readonly ListedOrganization[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return organizations.filter((one) => {
    const whole = `${folded(one.title)} ${one.name}`;
    return words.every((word) => whole.includes(word)) && (!type || one.type === type);
  });
}

function folded(text: string): string {
  return fold(text.normalize('NFC').toLowerCase());
}

async function countsByName(
  search: Pick<Search, 'search'>,
  language: UserLanguage,
): Promise<ReadonlyMap<string, number> | undefined> {
  try {
    const { facets } = await search.search({
      text: '',
      language,
      kinds: ['dataset'],
      filters: {},
      sort: 'relevance',
      size: 0,
      facets: ['organization'],
      facetSize: most,
    });
    return new Map(facets.organization?.values.map(({ value, count }) => [value, count]));
  } catch (error) {
    if (error instanceof SearchUnavailable) return undefined;
    throw error;
  }
}
