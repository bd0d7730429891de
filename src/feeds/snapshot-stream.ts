import type { CatalogReader, CatalogStore } from '../catalog/catalog-store.ts';

/**
 * Pieces that are made over one unchanging view of the store, handed over one at a time: nothing is made before the reader
 * has taken what was made before, and the view is let go when the reader stops, early or at the end.
 */
export async function* snapshotStream(
  store: Pick<CatalogStore, 'snapshot'>,
  produce: (reader: CatalogReader) => AsyncIterable<string>,
): AsyncGenerator<string> {
  let offered = Promise.withResolvers<string>();
  let taken = Promise.withResolvers<boolean>();
  const work = store.snapshot(async (reader) => {
    for await (const piece of produce(reader)) {
      offered.resolve(piece);
      const goOn = await taken.promise;
      taken = Promise.withResolvers();
      if (!goOn) return;
    }
  });
  const end = work.then(() => undefined);
  // Whoever awaits the next piece hears of a fault; nobody else needs to.
  end.catch(() => undefined);
  try {
    for (;;) {
      const piece = await Promise.race([offered.promise, end]);
      if (piece === undefined) return;
      offered = Promise.withResolvers();
      yield piece;
      taken.resolve(true);
    }
  } finally {
    taken.resolve(false);
    await end.catch(() => undefined);
  }
}
