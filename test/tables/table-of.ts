import type { RawTable } from '../../src/tables/raw-table.ts';

/** A table of these rows, handed out in batches of a size. */
export function tableOf(rows: readonly (readonly string[])[], size = 1000): RawTable {
  return {
    name: 'table',
    async *batches() {
      for (let at = 0; at < rows.length; at += size)
        yield { first: at + 1, rows: rows.slice(at, at + size) };
    },
  };
}
