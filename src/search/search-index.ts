import type { FacetName } from './facets.ts';
import type { Box, IndexDocument, SearchKind, ShownDocument } from './index-document.ts';
import type { Field, Tier } from './terms.ts';

/**
 * The port to an engine. Engines find, count and order by tokens that we made; they know no language. `test/contract/search-index.ts`
 * says what each owes: for the same documents and the same query the same totals, facets and order.
 */
export interface SearchIndex {
  readonly engine: 'embedded' | 'elasticsearch';
  /** Up to where in the change log it has been told; undefined when it holds no index that fits, and has to be built. */
  position(): Promise<IndexPosition | undefined>;
  /**
   * Takes in documents and deletions, then the position. Idempotent: what is older than what is held changes nothing, and a
   * deletion is remembered with its revision until the next rebuild. What was applied is found by the next `find`.
   */
  apply(batch: IndexBatch): Promise<void>;
  /**
   * Starts a new index beside the one that answers. Only one at a time counts: a later one puts an earlier one out of play, whose
   * `apply` and `commit` are refused with an Error from then on.
   */
  rebuild(): Promise<IndexRebuild>;
  /** @throws SearchBuilding while no index has ever been put in place: that nothing is found would not be true. */
  find(query: EngineQuery): Promise<EngineAnswer>;
  /** What is shown of one record; undefined when it is not held. */
  get(id: string): Promise<ShownDocument | undefined>;
  /** All words that `documentWords` gives with the number of records that hold them: for spelling and suggestions. */
  words(): Promise<ReadonlyMap<string, number>>;
  /** @throws SearchUnavailable when the engine does not answer. All others throw it too. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface IndexPosition {
  /** Of the store that the log belongs to: another store, another index. */
  readonly store: string;
  readonly revision: number;
  /** What documents look like (version of analysis, facets, vocabularies); another shape means building anew. */
  readonly shape: string;
}

export interface IndexBatch {
  readonly documents: readonly IndexDocument[];
  readonly deletions: readonly { readonly id: string; readonly revision: number }[];
  readonly position: IndexPosition;
}

export interface IndexRebuild {
  apply(batch: Omit<IndexBatch, 'position'>): Promise<void>;
  /** Puts the new index in the place of the old, at once for all searches, and forgets the old. */
  commit(position: IndexPosition): Promise<void>;
  abort(): Promise<void>;
}

/** What has to be so for a record to be found, and what that is worth. */
export type Clause =
  /** One word. Worth the best of `weights[field][tier]` over the variants that stand in a field. */
  | {
      readonly type: 'term';
      readonly variants: readonly Variant[];
      readonly fields?: readonly Field[];
    }
  /** Words next to each other in one field. Worth `weights[field].exact` × the number of tokens, the best field. */
  | {
      readonly type: 'phrase';
      readonly tokens: readonly string[];
      readonly fields?: readonly Field[];
    }
  /** Worth the sum. */
  | { readonly type: 'all'; readonly clauses: readonly Clause[] }
  /** Worth the best. */
  | { readonly type: 'any'; readonly clauses: readonly Clause[] };

export interface Variant {
  /** As indexed, with its mark: `=badplats`. */
  readonly token: string;
  readonly tier: Tier;
}

export interface EngineQuery {
  /** All must hold. None: every record, worth 0. */
  readonly must: readonly Clause[];
  readonly mustNot: readonly Clause[];
  /** Worth its score when it holds, nothing otherwise. */
  readonly bonuses: readonly { readonly clause: Clause; readonly score: number }[];
  readonly kinds: readonly SearchKind[];
  /** OR inside a facet, AND between facets; an empty list is no filter. `year` is not here but in `years`. */
  readonly filters: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  /** Records whose years overlap these, both inclusive. Counts as the filter of the facet `year`. */
  readonly years?: readonly [from: number, to: number];
  /** Records with a box that meets this one, or lies inside it. */
  readonly box?: { readonly box: Box; readonly relation: 'intersects' | 'within' };
  /** This record is left out. */
  readonly except?: string;
  readonly sort: Sort;
  /** Hits to give, 0–1000, and how many to pass over; or the position after which they begin. */
  readonly size: number;
  readonly from?: number;
  readonly after?: SortKey;
  /**
   * Facets to count, each without its own filter, and how many values of each: by count, highest first, then by value in
   * code-point order. Of `year` all values are given, for a diagram has no holes.
   */
  readonly facets: readonly FacetName[];
  readonly facetSize: number;
}

/**
 * `relevance`: score, rank, modified, all highest first. `modified`, `issued`, `quality`: highest first, unknown last. `title-sv`, `title-en`:
 * lowest first. After all of them: id, lowest first, so that no two records tie.
 */
export type Sort = 'relevance' | 'modified' | 'issued' | 'quality' | 'title-sv' | 'title-en';

/** The values that a hit was ordered by, the last of them its id. */
export type SortKey = readonly (number | string)[];

export interface EngineAnswer {
  readonly total: number;
  readonly hits: readonly EngineHit[];
  readonly facets: Partial<Readonly<Record<FacetName, FacetValues>>>;
}

export interface FacetValues {
  readonly values: readonly FacetCount[];
  /** Whether there are more values than were asked for. */
  readonly more: boolean;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface EngineHit {
  readonly id: string;
  /** Whatever the hits are ordered by. */
  readonly score: number;
  readonly key: SortKey;
  readonly shown: ShownDocument;
}

/** The engine does not answer: everything but search goes on. */
export class SearchUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SearchUnavailable';
  }
}

/** How far the building of an index has come, in records. */
export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

/** There is no index yet; the first is being built. */
export class SearchBuilding extends SearchUnavailable {
  /** Undefined as long as nobody has counted. */
  readonly progress: BuildProgress | undefined;

  constructor(progress?: BuildProgress) {
    super('The search index is being built.');
    this.name = 'SearchBuilding';
    this.progress = progress;
  }
}
