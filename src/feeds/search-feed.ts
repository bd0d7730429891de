import type { UserLanguage } from '../kernel/issue.ts';

/** A search as a feed, before it has a syntax. */
export interface SearchFeed {
  readonly title: string;
  readonly language: UserLanguage;
  /** Address of the feed itself, and of the page with the same search. */
  readonly self: string;
  readonly page: string;
  /** The next part; undefined on the last. RFC 5005 §3. */
  readonly next: string | undefined;
  /** When any entry last changed, ISO 8601. */
  readonly updated: string;
  readonly publisher: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** The record's IRI: never changes. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** BCP 47 tag of title and summary, '' when unknown. */
  readonly language: string;
  readonly address: string;
  /** Other forms of the record. */
  readonly alternates: readonly { readonly mediaType: string; readonly href: string }[];
  /** When the description was last changed and first published, ISO 8601. */
  readonly updated: string;
  readonly published: string;
  readonly author: string;
  readonly categories: readonly { readonly term: string; readonly label: string }[];
}
