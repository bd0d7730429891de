import type { FacetName } from './facets.ts';
import type { SearchNote } from './search.ts';
import type { Field } from './terms.ts';

/** What stands in a text that someone typed in, before any word is looked at: `read-query.ts` makes it, `plan-query.ts` uses it. */
export interface QuerySyntax {
  /** All have to hold, but for those that are excluded. */
  readonly groups: readonly QueryGroup[];
  readonly notes: readonly SearchNote[];
}

export interface QueryGroup {
  /** `-word`: what has it is left out. Has one part. */
  readonly isExcluded: boolean;
  /** More than one: `a OR b`. Never empty. */
  readonly parts: readonly QueryPart[];
}

export interface QueryPart {
  /** `words`: what stood between spaces, which may be no word, one or several. */
  readonly type: 'words' | 'phrase';
  readonly text: string;
  /** Where `text` stands in what was typed, in UTF-16 units. */
  readonly start: number;
  /** `utgivare:`, as understood. */
  readonly field?: QueryField;
}

/** What a field word means: a facet, whose values are looked up, or a field of the record's texts. */
export type QueryField =
  | { readonly type: 'facet'; readonly facet: FacetName }
  | { readonly type: 'text'; readonly field: Field };
