import type { Analyser } from '../language/analyser.ts';
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

/** More words than these take too long to take apart while somebody waits. */
const mostTakenApart = 5000;
/** Shorter parts are too near to too much. */
const shortestPart = 4;

/** Makes a speller of the words that are there, with the number of records of each. */
export type OpenSpelling = (words: ReadonlyMap<string, number>) => Spelling;

/** @throws SearchUnavailable */
export async function indexWords(
  index: Pick<SearchIndex, 'words'>,
  openSpelling: OpenSpelling,
  analyser: Analyser,
): Promise<IndexWords> {
  const counts = await index.words();
  const byFolded = [...counts.keys()]
    .map((word) => ({ word, folded: fold(word) }))
    .sort((a, b) => order(a.folded, b.folded));
  const most = counts.values().reduce((highest, count) => Math.max(highest, count), 1);
  let spelling: Spelling | undefined;
  return {
    get spelling() {
      spelling ??= openSpelling(withParts(counts, analyser));
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

/**
 * With the parts of compounds where the catalogue is small: there many a common word stands in others alone, as *vatten* in *dricksvatten*. In
 * a large one such words stand by themselves, too.
 */
function withParts(
  counts: ReadonlyMap<string, number>,
  analyser: Analyser,
): ReadonlyMap<string, number> {
  if (counts.size > mostTakenApart) return counts;
  const all = new Map(counts);
  for (const [written, count] of counts) {
    for (const { parts } of analyser.words(written, 'sv')) {
      for (const part of parts) {
        if (part.length >= shortestPart) all.set(part, (all.get(part) ?? 0) + count);
      }
    }
  }
  return all;
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
