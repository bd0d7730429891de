interface Transacting<Tx> {
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/**
 * The store, telling of each transaction that has committed: whoever follows the change log or works on jobs is woken, and nobody
 * waits for them.
 */
export function announceCommits<Tx, S extends Transacting<Tx>>(
  store: S & Transacting<Tx>,
  committed: () => void,
): S & Transacting<Tx> {
  return {
    ...store,
    async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      const result = await store.transact(work);
      committed();
      return result;
    },
  };
}
