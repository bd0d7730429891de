import { ahead } from './ahead.ts';
import { changeSteps, walk } from './apply-changes.ts';
import { type DocumentSource, gatherDocuments } from './gather-documents.ts';
import type { IndexDocument } from './index-document.ts';
import type { Search } from './search.ts';
import type { IndexPosition } from './search-index.ts';

/** How far a rebuild has come, in records. */
export type RebuildProgress = (done: number, total: number) => Promise<void> | void;

const changesAtOnce = 250;

/**
 * Builds the index anew beside the one that answers, from a walk over the store; then takes in what has happened meanwhile, and
 * puts the new one in the place of the old.
 *
 * @returns the position that it is at
 * @throws SearchUnavailable, what the store throws, and Error when another rebuild has taken over; nothing has changed then.
 */
export async function rebuildIndex(
  source: DocumentSource,
  {
    search,
    store,
    shape,
    progress = () => undefined,
  }: {
    readonly search: Pick<Search, 'rebuild'>;
    /** Identity of the store. */
    readonly store: string;
    readonly shape: string;
    readonly progress?: RebuildProgress;
  },
): Promise<IndexPosition> {
  let revision = await source.store.revision();
  const total = await source.store.count({
    kinds: ['organization', 'dataset', 'series', 'service'],
    states: ['published'],
  });
  const rebuild = await search.rebuild();
  try {
    let done = 0;
    await progress(done, total);
    for await (const { documents, records } of ahead(gathered(source))) {
      await rebuild.apply({ documents, deletions: [] });
      done += records;
      await progress(Math.min(done, total), total);
    }
    for (;;) {
      const changes = await source.store.changesAfter(revision, changesAtOnce);
      for await (const step of ahead(changeSteps(source, changes))) await rebuild.apply(step);
      revision = changes.at(-1)?.revision ?? revision;
      if (changes.length < changesAtOnce) break;
    }
    const position = { store, revision, shape };
    await rebuild.commit(position);
    return position;
  } catch (error) {
    // Where the engine is gone there is nothing to abort; the reason for stopping is what counts.
    await rebuild.abort().catch(() => undefined);
    throw error;
  }
}

/** The documents of the whole store, some records at a time. */
async function* gathered(
  source: DocumentSource,
): AsyncGenerator<{ readonly documents: readonly IndexDocument[]; readonly records: number }> {
  for await (const records of walk(source)) {
    yield { documents: await gatherDocuments(source, records), records: records.length };
  }
}
