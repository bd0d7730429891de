import type { UserLanguage } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { IslandName, StyleName } from './asset-entries.ts';
import type { Crumb } from './components/breadcrumb.tsx';
import type { RailPlace } from './workspace/rails.ts';

/** What the frame of a page needs to know. */
export interface Framed {
  /** Of the page, without the site's name. */
  readonly title: string;
  readonly language: UserLanguage;
  /** One or two sentences, for search engines and for links that are shared. */
  readonly description?: string | undefined;
  /** The page's lasting address: path, and query where that makes another page. Without one it is not to be indexed. */
  readonly canonical?: string;
  /** Which link of the top bar leads here. */
  readonly section?: Section;
  /** What lies between the start page and this one; undefined: no breadcrumb. */
  readonly way?: readonly Crumb[];
  /** Whether the page has a search field of its own: the top bar then has none. */
  readonly hasSearch?: boolean;
  /** Feeds and other forms of the same thing, for programs. */
  readonly alternates?: readonly Alternate[];
  /** schema.org, as JSON-LD. */
  readonly jsonLd?: JsonObject;
  /** OpenGraph's kind of thing. */
  readonly kind?: 'website' | 'article';
  /** Beside those that every page has. */
  readonly islands?: readonly IslandName[];
  readonly styles?: readonly StyleName[];
  /** Whether the page has a map that can be moved, which may fetch its background from the host that is set. */
  readonly hasMap?: boolean;
  /** `full`: as wide as the window, for maps and wide tables. */
  readonly width?: 'page' | 'full';
  /** A page of the workspace or of the operator: which rail stands beside it, and where in it we are. Such pages have no breadcrumb. */
  readonly rail?: RailPlace;
}

export type Section = 'datasets' | 'organizations' | 'standards' | 'developers';

/** RFC 8288 `alternate`. */
export interface Alternate {
  readonly href: string;
  readonly mediaType: string;
  readonly title?: string;
}
