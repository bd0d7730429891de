import type { Kind, Resource } from '../catalog/resource.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { RecordContent } from '../profile/record.ts';
import type { Context } from './context.ts';
import type { FactsPage } from './facts-page.ts';
import type { ProblemCode } from './problem-table.ts';

/**
 * What draws pages for people, as this floor sees it: one address serves programs and people, so the routes here decide which
 * form is wanted and hand over to `portal/` when it is HTML. Each sets headers and body; the status is the caller's.
 */
export interface Pages {
  /** Names the build: part of the entity tags of pages, so that a new release is not answered with 304. */
  readonly version: string;
  /** What the frame around every page says. */
  readonly site: Site;
  /** What is announced just now, from memory: it is asked for with every page. */
  readonly notices?: (language: UserLanguage) => readonly SiteNotice[];
  /**
   * A form came when its sender had been signed out, or from a page of an earlier session: keeps what was typed until it can be sent.
   * Undefined where nobody can sign in.
   */
  readonly keepTyped?: (ctx: Context, typed: TypedForm) => void;
  /** A heading, facts in rows and links: vocabularies, the profile's documentation, explanations. */
  facts(ctx: Context, page: FactsPage): void;
  /** Something went wrong: what, why, and where to go from here. */
  problem(ctx: Context, problem: ProblemPage): void;
  start(ctx: Context): Promise<void>;
  /** The list of a kind, which is a search without words. @throws HttpProblem, CatalogError */
  browse(ctx: Context, kind: Exclude<Kind, 'catalog'>): Promise<void>;
  /** One record, or one version of it. */
  record(ctx: Context, shown: RecordPage): Promise<void>;
}

/** What somebody typed, and where it was going. */
export interface TypedForm {
  readonly fields: ReadonlyMap<string, string>;
  /** Path of ours. */
  readonly to: string;
  /** Whether files went with it, which cannot be kept. */
  readonly hadFiles: boolean;
}

/** What the operator has to tell everybody, above every page. */
export interface SiteNotice {
  readonly kind: 'good' | 'warn' | 'wrong' | 'note';
  readonly title: string;
  readonly text?: string;
  /** Where more is said. */
  readonly href?: string;
}

/** The site as a whole. */
export interface Site {
  readonly title: string;
  /** E-mail address that readers write to. */
  readonly contact: string;
  /** Of the support, as far as it is set: its number, and when it answers, in words. */
  readonly telephone?: string | undefined;
  readonly openingHours?: string | undefined;
  /** Public base of every address, without a slash at its end. */
  readonly base: string;
  readonly tiles?: TileSource | undefined;
}

/** Where the map that can be moved gets its background from. */
export interface TileSource {
  /** `https://host/{z}/{x}/{y}.png` */
  readonly url: string;
  /** Who made it, as it is to be shown. */
  readonly attribution: string;
}

/** A problem as people read it. */
export interface ProblemPage {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** What is wrong with each parameter, or in each place of a document. */
  readonly issues: readonly { readonly where: string; readonly text: string }[];
  /** Words to search for instead, when something is known of what was sought. */
  readonly words: string | undefined;
  /** Whose it was, and the path of its page. */
  readonly publisher: { readonly name: string; readonly href: string } | undefined;
  /** Address of the explanation. */
  readonly type: string;
  readonly requestId: string;
  readonly language: UserLanguage;
}

/** What a record's page shows. */
export interface RecordPage {
  readonly resource: Omit<Resource, 'content'>;
  /** Number of the version that is shown, and its content. */
  readonly version: number;
  /** Whether it is the newest one, at the record's own address. */
  readonly isCurrent: boolean;
  readonly content: RecordContent;
  /** The organisation that it belongs to; undefined on an organisation's own page. */
  readonly owner: { readonly name: string; readonly content: RecordContent } | undefined;
  /** Of this page, without a suffix. */
  readonly address: string;
  readonly language: UserLanguage;
}
