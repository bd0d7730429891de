/** A page of a list whose newest come first: those with ids below one. */
export interface PageBefore {
  readonly before: string;
  readonly limit: number;
}

/**
 * Walks what was made before a time, page by page, the newest first: ids are UUIDv7, so a time is a place in their order. RFC 9562 §5.7.
 * @param list gives those with ids below `before`, the newest first
 */
async function* olderPages<T extends { readonly id: string }>(
  list: (page: PageBefore) => Promise<readonly T[]>,
  until: Date,
): AsyncGenerator<readonly T[]> {
  const milliseconds = until.getTime().toString(16).padStart(12, '0');
  let before = `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}`;
  for (;;) {
    const page = await list({ before, limit: 200 });
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < 200) return;
    before = last.id;
  }
}

/**
 * Takes away what has not changed since a time, page by page, one transaction each; `remove` leaves alone what has changed meanwhile.
 * @returns how many.
 */
export async function removeUnchanged<T extends { readonly id: string; readonly changed: string }>(
  {
    list,
    transact,
  }: {
    list(page: PageBefore): Promise<readonly T[]>;
    transact(work: (tx: { remove(one: T): Promise<void> }) => Promise<void>): Promise<void>;
  },
  until: Date,
): Promise<number> {
  let count = 0;
  for await (const page of olderPages(list, until)) {
    const old = page.filter(({ changed }) => changed < until.toISOString());
    await transact(async (tx) => {
      for (const one of old) await tx.remove(one);
    });
    count += old.length;
  }
  return count;
}
