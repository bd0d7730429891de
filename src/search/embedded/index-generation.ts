import { recent } from '../../kernel/recent.ts';
import type { Analyser } from '../../language/analyser.ts';
import type { ShownDocument } from '../index-document.ts';
import type { EngineAnswer, EngineQuery, IndexBatch, IndexPosition } from '../search-index.ts';
import { countWords } from './count-words.ts';
import { findRecords } from './find-records.ts';
import { createClauseReader } from './held-records.ts';
import { openIndexFile } from './index-file.ts';
import { loadColumns } from './load-columns.ts';
import { createPostingLists } from './posting-lists.ts';
import { writeBatch } from './write-batch.ts';

/** One index from its building to its end: a file, and in memory what it is narrowed, counted and ordered by. */
export interface IndexGeneration {
  position(): IndexPosition | undefined;
  /** Takes in what is newer than what is held. Without a position the one that is there stays. */
  apply(batch: Omit<IndexBatch, 'position'>, position: IndexPosition | undefined): void;
  find(query: EngineQuery): EngineAnswer;
  get(id: string): ShownDocument | undefined;
  words(): ReadonlyMap<string, number>;
  /**
   * Joins some of the parts that the file was written in, so that words are found in one place. False when there is no more to
   * join. https://sqlite.org/fts5.html §6.8
   */
  settle(isFirst: boolean): boolean;
  close(): void;
}

/** More forms that are no longer alive than this, and than records, and the memory is filled anew. */
const mostDead = 2000;

/** Hits whose text is kept as it was read, twice as many at most: 2 kB each or so. */
const keptShown = 1000;

/** Pages that are written while parts are joined before others get their turn: some 20 milliseconds. */
const pagesAtOnce = 500;

/** Opens an index file, or one in memory. @throws Error when the file is damaged or of another format. */
export function openIndexGeneration(path: string | undefined, analyser: Analyser): IndexGeneration {
  const file = openIndexFile(path);
  const load = () => {
    const { columns, values, deletions } = loadColumns(file);
    const postings = createPostingLists(file, columns);
    const clauses = createClauseReader(postings, () => columns.length);
    return { columns, values, deletions, clauses };
  };
  let held: ReturnType<typeof load>;
  try {
    held = load();
  } catch (error) {
    file.close();
    throw error;
  }
  let words: Map<string, number> | undefined;
  const total = file.prepare('select total_changes()');
  const shown = file.prepare('select shown from contents where row = ?');
  // A row never changes: what comes anew of a record is a new row.
  const shownInRow = recent<number, ShownDocument>(keptShown, (row) => {
    const [text] = Object.values(shown.get(row) ?? {});
    return JSON.parse(String(text));
  });
  const shownOf = (slot: number): ShownDocument => shownInRow(held.columns.rows.values[slot] ?? 0);

  return {
    position() {
      const [store, revision, shape] = Object.values(
        file.prepare('select store, revision, shape from position').get() ?? {},
      );
      if (typeof store !== 'string' || typeof revision !== 'number') return undefined;
      return { store, revision, shape: String(shape) };
    },
    apply(batch, position) {
      try {
        writeBatch(batch, position, { file, analyser, words, ...held });
      } catch (error) {
        // What the memory took in before the file refused is forgotten.
        words = undefined;
        held = load();
        throw error;
      }
      const { length, size } = held.columns;
      if (length - size > Math.max(mostDead, size)) held = load();
    },
    find(query) {
      const { total, hits, facets } = findRecords(query, held);
      return {
        total,
        hits: hits.map(({ slot, score, key }) => ({
          id: held.columns.ids[slot] ?? '',
          score,
          key,
          shown: shownOf(slot),
        })),
        facets,
      };
    },
    get(id) {
      const slot = held.columns.slotOf(id);
      return slot === undefined ? undefined : shownOf(slot);
    },
    words() {
      words ??= countWords(file);
      return new Map(words);
    },
    settle(isFirst) {
      const changes = () => Number(Object.values(total.get() ?? {})[0]);
      const before = changes();
      // Below zero: all parts are to be joined, whatever their sizes.
      const pages = isFirst ? -pagesAtOnce : pagesAtOnce;
      file.write("insert into tokens(tokens, rank) values ('merge', ?)", pages);
      return changes() - before >= 2;
    },
    close: () => file.close(),
  };
}
