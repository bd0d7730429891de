import type { Analyser } from '../../src/language/analyser.ts';
import type { IndexDocument } from '../../src/search/index-document.ts';
import type { IndexPosition, SearchIndex } from '../../src/search/search-index.ts';

export interface SearchIndexDuty {
  /** A new index, which holds nothing; closed after the test. */
  readonly index: SearchIndex;
  readonly analyser: Analyser;
  /** Closes it and opens it again, as after a new start. */
  reopen(): Promise<SearchIndex>;
}

/** Declares one duty: its sentence, and what shows that a new index fulfils it. */
export type Duty = (sentence: string, proof: (duty: SearchIndexDuty) => Promise<void>) => void;

/** A place in the change log of a store that the tests make up. */
export function positionAt(revision: number): IndexPosition {
  return { store: 'store-1', revision, shape: 'shape-1' };
}

/** Builds the index of these records alone. */
export async function fill(
  index: SearchIndex,
  documents: readonly IndexDocument[],
  revision = 1,
): Promise<void> {
  const rebuild = await index.rebuild();
  await rebuild.apply({ documents, deletions: [] });
  await rebuild.commit(positionAt(revision));
}

/** The ids of what a search for everything finds, in their own order. */
export async function idsIn(index: SearchIndex): Promise<readonly string[]> {
  const { hits } = await index.find({
    must: [],
    mustNot: [],
    bonuses: [],
    kinds: ['dataset', 'series', 'service'],
    filters: {},
    sort: 'title-sv',
    size: 1000,
    facets: [],
    facetSize: 0,
  });
  return hits.map(({ id }) => id).sort();
}
