import type { CatalogReader, ListQuery } from '../catalog/catalog-store.ts';

/**
 * Where each page of a list begins. Pages are numbered and lists are walked by key, so the keys between are looked up once
 * for each revision of the change log, and kept until the next: published records change with a revision and never without.
 */
export interface PageIndex {
  /** Records on all pages. */
  readonly total: number;
  /** Number of the last page, from 1; an empty list has one page. */
  readonly last: number;
  /** The key that the page begins after: `''` for the first, undefined past the end. */
  after(page: number): string | undefined;
}

/** Looks up the pages of one selection of published records. */
export function pageIndexes(
  selection: Pick<ListQuery, 'kinds'>,
  size: number,
): (reader: CatalogReader) => Promise<PageIndex> {
  let known: { readonly revision: number; readonly index: PageIndex } | undefined;
  return async (reader) => {
    const revision = await reader.revision();
    if (known?.revision === revision) return known.index;
    const query = { ...selection, states: ['published'] as const };
    const total = await reader.count(query);
    const ends = ['', ...(await reader.pageEnds(query, size))];
    const last = Math.max(1, Math.ceil(total / size));
    const index = {
      total,
      last,
      after: (page: number) => (page > last ? undefined : ends[page - 1]),
    };
    known = { revision, index };
    return index;
  };
}
