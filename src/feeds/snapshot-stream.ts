import type { CatalogReader, CatalogStore } from '../catalog/catalog-store.ts';

/**
 * Pieces that are made over one unchanging view of the store, handed over one at a time: nothing is made before the reader
 * has taken what was made before, and the view is let go when the reader stops, early or at the end.
 * @throws what `produce` and the store throw, to whoever awaits the next piece.
 */
export async function* snapshotStream(
  store: Pick<CatalogStore, 'snapshot'>,
  produce: (reader: CatalogReader) => AsyncIterable<string>,
): AsyncGenerator<string> {
  let offered = offer();
  let taken = Promise.withResolvers<boolean>();
  const work = store.snapshot(async (reader) => {
    for await (const piece of produce(reader)) {
      offered.resolve(piece);
      const goOn = await taken.promise;
      taken = Promise.withResolvers();
      if (!goOn) return;
    }
  });
  // The end is one more offer. A race against `work` would keep every piece in memory until `work` is done.
  const end = work.then(
    () => offered.resolve(undefined),
    (error: unknown) => offered.reject(error),
  );
  try {
    for (;;) {
      const piece = await offered.promise;
      if (piece === undefined) return;
      offered = offer();
      yield piece;
      taken.resolve(true);
    }
  } finally {
    taken.resolve(false);
    await end;
  }
}

/** A piece to come, or undefined for the end. Whoever awaits it hears of a fault; when nobody does, nobody needs to. */
function offer(): PromiseWithResolvers<string | undefined> {
  const next = Promise.withResolvers<string | undefined>();
  next.promise.catch(() => undefined);
  return next;
}
