import type { Kind } from '../catalog/resource.ts';
import type { LanguageMap } from '../kernel/language-map.ts';
import type { FacetName } from './facets.ts';
import type { Field } from './terms.ts';

/** What is kept of a published record to find it by and to show it as a hit. Nothing that is not public is ever in one. */
export interface IndexDocument {
  /** The record's id; in both engines the document's. */
  readonly id: string;
  /** Revision of the change log that it shows: an older one never overwrites a newer one. */
  readonly revision: number;
  readonly kind: SearchKind;
  /** In the order in which they are to be read. Language is a BCP 47 tag, or '' for codes and untagged text. */
  readonly texts: readonly DocumentText[];
  readonly facets: Partial<Readonly<Record<FacetName, readonly string[]>>>;
  /** First and last year that the data describes, both inclusive; 0 and 9999 for open ends. */
  readonly years?: readonly [from: number, to: number];
  /** WGS 84 degrees. */
  readonly boxes: readonly Box[];
  /** ISO 8601, UTC, always in full (`2026-11-23T00:00:00.000Z`), so that texts order as times; '' when unknown. */
  readonly modified: string;
  readonly issued: string;
  /** By language of the reader: ASCII text that orders as Swedish orders the titles (å ä ö last, numbers by value). */
  readonly titleKeys: { readonly sv: string; readonly en: string };
  /** Completeness of the description, 0–100. */
  readonly quality: number;
  /** 0–255, higher first among hits of the same score: completeness, freshness, brevity of title. */
  readonly rank: number;
  readonly shown: ShownDocument;
}

/** Organisations are found by suggestions and by their own list, never among datasets. */
export type SearchKind = Exclude<Kind, 'catalog'>;

export interface DocumentText {
  readonly field: Field;
  readonly language: string;
  readonly text: string;
}

/** Degrees: west ≤ east, south ≤ north. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What a list of hits shows without asking the store. */
export interface ShownDocument {
  readonly kind: SearchKind;
  readonly name: string;
  readonly iri: string;
  readonly title: LanguageMap;
  /** At most 2 000 characters of each language. */
  readonly description: LanguageMap;
  readonly keyword: Readonly<Record<string, readonly string[]>>;
  readonly organization: { readonly name: string; readonly title: LanguageMap };
  /** Of the distributions, each once: codes of the file types. */
  readonly formats: readonly string[];
  readonly license?: string;
  readonly accessRights?: string;
  readonly modified?: string;
  readonly issued?: string;
  readonly frequency?: string;
  readonly themes: readonly string[];
  readonly places: readonly string[];
  readonly conformsTo: readonly string[];
  readonly boxes: readonly Box[];
  readonly quality: number;
}
