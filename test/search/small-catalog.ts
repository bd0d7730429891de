import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { LanguageMap } from '../../src/kernel/language-map.ts';
import { openAnalyser } from '../../src/language/open-analyser.ts';
import { openSpelling } from '../../src/language/open-spelling.ts';
import { openSynonyms } from '../../src/language/open-synonyms.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { openEmbeddedIndex } from '../../src/search/embedded/open-embedded-index.ts';
import type { FacetName } from '../../src/search/facets.ts';
import type { DocumentText, IndexDocument, SearchKind } from '../../src/search/index-document.ts';
import type { Search, SearchRequest, SearchResult } from '../../src/search/search.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import type { Field } from '../../src/search/terms.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

/** A small catalogue over the engine inside the program, with the program's own analyser and lists. */

export const vocabularyFolder = fileURLToPath(new URL('../../vocabularies', import.meta.url));
export const analyser = openAnalyser();
export const synonyms = openSynonyms(analyser);
export const vocabularies = loadVocabularies(vocabularyFolder);

/** What a test says of a record; texts in Swedish may stand without their tag. */
export interface Described {
  readonly id: string;
  readonly title: string | LanguageMap;
  readonly description?: string | LanguageMap;
  readonly keywords?: readonly string[];
  readonly organization?: string;
  readonly other?: string;
  readonly kind?: SearchKind;
  readonly facets?: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  readonly modified?: string;
}

/** Search over the records described, which ends with the test. */
export async function openCatalog(
  t: Pick<TestContext, 'after'>,
  records: readonly Described[],
): Promise<Search> {
  const index = await openEmbeddedIndex({ analyser });
  const search = searchOver(index);
  t.after(() => search.close());
  await fill(search, records.map(described));
  return search;
}

/** Search as the program composes it, in this thread. */
export function searchOver(index: SearchIndex): Search {
  return createSearch({ index, analyser, synonyms, openSpelling, vocabularies });
}

/** Builds the index of the documents. */
export async function fill(
  search: Pick<Search, 'rebuild'>,
  documents: readonly IndexDocument[],
): Promise<void> {
  const rebuild = await search.rebuild();
  await rebuild.apply({ documents, deletions: [] });
  await rebuild.commit({ store: 'test', revision: 1, shape: '1' });
}

/** The request of a reader who types the text and chooses nothing. */
export function asked(text: string, change: Partial<SearchRequest> = {}): SearchRequest {
  return {
    text,
    language: 'sv',
    kinds: [],
    filters: {},
    sort: 'relevance',
    size: 20,
    facets: [],
    facetSize: 10,
    ...change,
  };
}

/** The ids of the hits, in order. */
export function ids({ hits }: Pick<SearchResult, 'hits'>): readonly string[] {
  return hits.map(({ id }) => id);
}

/** The document of a record that a test describes. */
export function described({
  id,
  title,
  description = {},
  keywords = [],
  organization = 'umea',
  other = '',
  kind = 'dataset',
  facets = {},
  modified = '2026-01-01T00:00:00.000Z',
}: Described): IndexDocument {
  const titles = inSwedish(title);
  const descriptions = inSwedish(description);
  const keyword = { sv: keywords };
  return {
    id,
    revision: 1,
    kind,
    texts: [
      ...textsOf('title', titles),
      ...keywords.map((text): DocumentText => ({ field: 'keyword', language: 'sv', text })),
      ...textsOf('description', descriptions),
      ...(other === '' ? [] : textsOf('other', { sv: other })),
    ],
    facets: { kind: [kind], organization: [organization], keyword: keywords, ...facets },
    boxes: [],
    modified,
    issued: '',
    titleKeys: { sv: id, en: id },
    quality: 50,
    rank: 100,
    shown: {
      kind,
      name: id,
      iri: `https://data.example.se/datasets/${id}`,
      title: titles,
      description: descriptions,
      keyword,
      organization: { name: organization, title: { sv: organization } },
      formats: [],
      themes: facets.theme ?? [],
      places: facets.place ?? [],
      conformsTo: facets.conformsTo ?? [],
      boxes: [],
      quality: 50,
    },
  };
}

function inSwedish(text: string | LanguageMap): LanguageMap {
  return typeof text === 'string' ? { sv: text } : text;
}

function textsOf(field: Field, map: LanguageMap): readonly DocumentText[] {
  return Object.entries(map).map(([language, text]) => ({ field, language, text }));
}
