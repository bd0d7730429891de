import type { UserLanguage } from '../kernel/issue.ts';
import type { FacetName } from './facets.ts';
import type { Box, SearchKind, ShownDocument } from './index-document.ts';
import type { FacetValues, IndexBatch, IndexPosition, IndexRebuild } from './search-index.ts';
import type { Field, Tier } from './terms.ts';

/**
 * Search as the rest of the program sees it: texts that people typed in, hits with their words marked out. Reading a query,
 * finding, marking and correcting all run in a thread of their own (`open-search.ts`), whichever the engine.
 */
export interface Search {
  /** @throws SearchUnavailable */
  search(request: SearchRequest): Promise<SearchResult>;
  /** What may be meant by the beginning of a text. @throws SearchUnavailable */
  suggest(request: SuggestRequest): Promise<readonly Suggestion[]>;
  /** Records like this one, the likest first; none when it is not in the index. @throws SearchUnavailable */
  similar(id: string, size: number): Promise<readonly ShownDocument[]>;
  position(): Promise<IndexPosition | undefined>;
  apply(batch: IndexBatch): Promise<void>;
  rebuild(): Promise<IndexRebuild>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface SearchRequest {
  /** As typed: words, `"phrases"`, `-not`, `OR`, `utgivare:`, `tema:`, `format:`. Empty: browse. */
  readonly text: string;
  /** The reader's: which title is marked and ordered by. */
  readonly language: UserLanguage;
  readonly kinds: readonly SearchKind[];
  readonly filters: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  readonly years?: readonly [from: number, to: number];
  readonly box?: { readonly box: Box; readonly relation: 'intersects' | 'within' };
  /** `relevance` orders by `modified` where there is no text. */
  readonly sort: 'relevance' | 'modified' | 'issued' | 'quality' | 'title';
  /** 0–1000. */
  readonly size: number;
  /** From 1. Or the cursor of the page before. */
  readonly page?: number;
  readonly cursor?: string;
  readonly facets: readonly FacetName[];
  readonly facetSize: number;
  /** Fewer values of some facets, the most common and those that are filtered by: what is not shown need not be sent between threads. */
  readonly facetSizes?: Partial<Readonly<Record<FacetName, number>>>;
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** In the order asked for. */
  readonly facets: Partial<Readonly<Record<FacetName, FacetValues>>>;
  /** Of the next page; undefined on the last. */
  readonly next?: string;
  /** No record has all the words: these have some of them. */
  readonly relaxed: boolean;
  /** "Menade du": the text with words that the catalogue has, when there are few hits and a word is unknown. */
  readonly correction?: string;
  /** What could not be used as written, such as an unknown field word, for the reader to see. */
  readonly notes: readonly SearchNote[];
}

/**
 * `unknown-field`: the text is the word before the colon, which was searched for as a word. `too-long`: the text is what was searched for.
 * `stop-words-only`: the text is the words, which were searched for though they say little.
 */
export interface SearchNote {
  readonly code: 'unknown-field' | 'too-long' | 'stop-words-only';
  readonly text: string;
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
  readonly shown: ShownDocument;
  readonly title: MarkedText;
  /** About 150 characters around the marks. */
  readonly description: MarkedText | undefined;
  /** Why it is here: one a word of the query and field where it was found. */
  readonly matches: readonly WordMatch[];
}

export interface WordMatch {
  /** The word or phrase of the query, as typed. */
  readonly query: string;
  /** As it stands in the record. */
  readonly found: string;
  readonly field: Field;
  readonly tier: Tier;
}

/** A text with the parts that were searched for: `[start, end)` in UTF-16 units, in order, apart from one another. */
export interface MarkedText {
  readonly text: string;
  /** BCP 47 tag, '' when unknown. */
  readonly language: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

export interface SuggestRequest {
  readonly text: string;
  readonly language: UserLanguage;
  /** 1–20 in all. */
  readonly size: number;
}

export interface Suggestion {
  readonly type: 'title' | 'organization' | 'keyword' | 'place' | 'standard';
  readonly text: string;
  /** What to filter by, or the name of the record. */
  readonly value: string;
  /** Of a title: the kind of record. */
  readonly kind?: SearchKind;
  /** Records that it leads to; 1 for a title. */
  readonly count: number;
}
