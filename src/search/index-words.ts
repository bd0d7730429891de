import type { Spelling } from '../language/spelling.ts';
import type { SearchIndex } from './search-index.ts';
import { fold } from './terms.ts';

/** The words of titles, keywords and publishers, for spelling and for finding what begins with what was typed. */
export interface IndexWords {
  readonly spelling: Spelling;
  /** The words that begin so: those with the same diacritics first, then those in most records, then in code-point order. */
  beginning(prefix: string, most: number): readonly string[];
  /** How much a word tells records apart: 1 (in very many) to 10 (in very few, or in none as written). */
  rarity(word: string): number;
}

/** Words that are looked at for one beginning: of a single letter there are thousands. */
const mostLookedAt = 5000;

/** Makes a speller of the words that are there, with the number of records of each. */
export type OpenSpelling = (words: ReadonlyMap<string, number>) => Spelling;

/** @throws SearchUnavailable */
export async function indexWords(
  index: Pick<SearchIndex, 'words'>,
  openSpelling: OpenSpelling,
): Promise<IndexWords> {
  const counts = await index.words();
  const byFolded = [...counts.keys()]
    .map((word) => ({ word, folded: fold(word) }))
    .sort((a, b) => order(a.folded, b.folded));
  const most = counts.values().reduce((highest, count) => Math.max(highest, count), 1);
  let spelling: Spelling | undefined;
  return {
    get spelling() {
      spelling ??= openSpelling(counts);
      return spelling;
    },
    beginning(prefix, most) {
      const wanted = fold(prefix);
      const found: string[] = [];
      for (let at = firstFrom(byFolded, wanted); found.length < mostLookedAt; at += 1) {
        const entry = byFolded[at];
        if (entry === undefined || !entry.folded.startsWith(wanted)) break;
        found.push(entry.word);
      }
      const rank = (word: string) => (word.startsWith(prefix) ? 0 : 1);
      const count = (word: string) => counts.get(word) ?? 0;
      return found
        .sort((a, b) => rank(a) - rank(b) || count(b) - count(a) || order(a, b))
        .slice(0, most);
    },
    rarity: (word) =>
      Math.min(10, Math.max(1, Math.round(Math.log2(most / (counts.get(word) ?? 1)) + 1))),
  };
}

/** The first place in an ordered list whose folded form is not before the one that is sought. */
export function firstFrom(list: readonly { readonly folded: string }[], wanted: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.folded ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
