import type { Field } from '../terms.ts';
import type { IndexFile } from './index-file.ts';
import type { RecordColumns } from './record-columns.ts';

/**
 * Where words stand: for a field and a word, or words next to each other, the slots of the records that hold them, among them slots
 * that are no longer alive. What was read once is kept as long as there is room; later only rows that have come since are read.
 */
export interface PostingLists {
  find(field: Field, words: readonly string[]): Uint32Array;
  /** The last row that is known: as long as it stays the same, so does what is found. */
  readonly upTo: number;
}

/** Slots kept at most: 48 MiB. */
const room = 12_000_000;

/** Words of which it is remembered whether they stand anywhere. */
const remembered = 50_000;

/** What no token of ours holds; the tokenizer would see two words, or none. */
const unindexed = /^$|[\0- \x7f]/;

export function createPostingLists(file: IndexFile, columns: RecordColumns): PostingLists {
  const kept = new Map<string, { readonly slots: Uint32Array; readonly upTo: number }>();
  /** Words and the last row up to which they stand nowhere; words that stand somewhere. */
  const absent = new Map<string, number>();
  const present = new Set<string>();
  let taken = 0;

  /** Most words of a query stand nowhere (forms, parts, other spellings): one look says so for all fields. */
  function isAbsent(word: string, upTo: number): boolean {
    const before = absent.get(word);
    if (before === upTo) return true;
    if (before === undefined && present.has(word)) return false;
    if (file.prepare(anywhere).get(quoted(word), before ?? -1) !== undefined) {
      absent.delete(word);
      present.add(word);
      if (present.size > remembered) present.clear();
      return false;
    }
    absent.set(word, upTo);
    if (absent.size > remembered) absent.clear();
    return true;
  }

  return {
    get upTo() {
      return columns.lastRow;
    },
    find(field, list) {
      if (list.length === 0 || list.some((word) => unindexed.test(word))) return none;
      const words = list.join(' ');
      const key = `${field} ${words}`;
      const known = kept.get(key);
      const upTo = columns.lastRow;
      if (known?.upTo === upTo) return known.slots;
      if (known === undefined && list.some((word) => isAbsent(word, upTo))) return none;
      const added = read(file, columns, { field, words, after: known?.upTo ?? -1 });
      const slots = known === undefined ? added : joined(known.slots, added);
      kept.delete(key);
      kept.set(key, { slots, upTo });
      taken += added.length;
      for (const [oldest, { slots: old }] of kept) {
        if (taken <= room) break;
        kept.delete(oldest);
        taken -= old.length;
      }
      return slots;
    },
  };
}

const none = new Uint32Array(0);

function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  if (second.length === 0) return first;
  const both = new Uint32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

interface Wanted {
  readonly field: Field;
  readonly words: string;
  readonly after: number;
}

const anywhere = 'select 1 from tokens where tokens match ? and rowid > ? limit 1';

/** As FTS5 reads a string: nothing in it is syntax. */
function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

/** One text of all rows is carried over in a tenth of the time of a row each. */
const sql = 'select count(*), group_concat(rowid) from tokens where tokens match ? and rowid > ?';

function read(
  file: IndexFile,
  columns: RecordColumns,
  { field, words, after }: Wanted,
): Uint32Array {
  const match = `${field} : ${quoted(words)}`;
  const [count, rows] = Object.values(file.prepare(sql).get(match, after) ?? {});
  if (typeof count !== 'number' || typeof rows !== 'string') return none;
  const slots = new Uint32Array(count);
  const { slotsByRow } = columns;
  let length = 0;
  let row = 0;
  for (let index = 0; index <= rows.length; index++) {
    const code = index === rows.length ? comma : rows.charCodeAt(index);
    if (code !== comma) {
      row = row * 10 + code - zero;
      continue;
    }
    const slot = slotsByRow[row] ?? 0;
    if (slot > 0) slots[length++] = slot - 1;
    row = 0;
  }
  return length === count ? slots : slots.slice(0, length);
}

const comma = 44;
const zero = 48;
