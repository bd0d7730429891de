import type { Localized } from '../kernel/issue.ts';

/** Pages whose text the operator writes. */
export const siteTextNames = ['price', 'terms', 'how-it-works'] as const;
export type SiteTextName = (typeof siteTextNames)[number];

/** One saved state of such a page, kept for ever. */
export interface SiteText {
  readonly name: SiteTextName;
  /** Counts from 1; 0 is the text that comes with the program. */
  readonly version: number;
  /** Markdown, in both languages. */
  readonly text: Localized;
  readonly author: string;
  /** ISO 8601, UTC; `''` for the text that comes with the program. */
  readonly saved: string;
}
