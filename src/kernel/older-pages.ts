/**
 * Walks what was made before a time, page by page, the newest first: ids are UUIDv7, so a time is a place in their order. RFC 9562 §5.7.
 * @param list gives those with ids below `before`, the newest first
 */
export async function* olderPages<T extends { readonly id: string }>(
  list: (page: { readonly before: string; readonly limit: number }) => Promise<readonly T[]>,
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
