import type { UserLanguage } from '../kernel/issue.ts';
import type { Context } from './context.ts';

/**
 * The plainest page that a person can read: a heading, a table of facts, links. Whatever comes from data is text, and only
 * addresses of the web and of mail become links (ASVS 5.0 §1.2.1–1.2.2).
 */
export interface FactsPage {
  readonly title: string;
  readonly language: UserLanguage;
  readonly rows: readonly Fact[];
  readonly sections?: readonly FactsSection[];
  readonly links?: readonly FactsLink[];
}

/** A part of a long page, with a heading of its own that the page's list of contents leads to. */
export interface FactsSection {
  /** The fragment in addresses: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly rows: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  /** A text or several; a text that is a web address becomes a link. */
  readonly value: string | readonly string[];
  /** BCP 47 tag, when the value is in another language than the page. */
  readonly language?: string;
  /** Where the value leads, when the value itself is not the address. */
  readonly href?: string;
}

export interface FactsLink {
  readonly text: string;
  readonly href: string;
  /** RFC 8288 relation. */
  readonly rel?: string;
}

/** Answers with a page of facts. The status is the caller's to set. */
export function factsPage(ctx: Context, content: FactsPage): void {
  ctx.state.pages.facts(ctx, content);
}

/** Whether a browser may be sent there: the web, mail, or a path of ours (never `//host` or `/\host`). */
export function isLinkable(href: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters from addresses before reading the scheme.
  if (/[\u0000-\u0020\u007f]/.test(href)) return false;
  return /^(?:https?:\/\/|mailto:)/i.test(href) || /^\/(?![/\\])/.test(href);
}
