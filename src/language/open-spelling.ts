import type { Spelling } from './spelling.ts';
import { spellingCost } from './spelling-cost.ts';

/**
 * Corrects words by those of a catalogue: a word and in how many records it stands. What is needed for it is made at the first
 * question; each takes a millisecond or two over 50 000 words.
 */
export function openSpelling(words: ReadonlyMap<string, number>): Spelling {
  let known: readonly (readonly KnownWord[])[] | undefined;
  return {
    correct(word) {
      const bound = furthest(word);
      if (bound === 0 || words.has(word) || !letters.test(word)) return undefined;
      known ??= byLength(words);
      return nearest(known, word, bound);
    },
  };
}

interface KnownWord {
  readonly word: string;
  /** A bit for each letter that is in it. */
  readonly mask: number;
  /** What its frequency is worth, in the unit of costs: it decides between words that are about as near. */
  readonly worth: number;
}

/** Numbers, codes and words with signs are meant as they are. */
const letters = /^\p{L}+$/u;

/** How much may be wrong with a word of this length, in the unit of costs: about one per letter. */
function furthest(word: string): number {
  if (word.length < 4 || word.length > 40) return 0;
  return word.length < 6 ? 1 : word.length < 9 ? 1.5 : 2;
}

function byLength(words: ReadonlyMap<string, number>): readonly (readonly KnownWord[])[] {
  const known: KnownWord[][] = [];
  for (const [word, count] of words) {
    if (word.length < 3 || !letters.test(word)) continue;
    const worth = Math.min(0.3, 0.04 * Math.log2(Math.max(count, 1)));
    known[word.length] ??= [];
    known[word.length]?.push({ word, mask: letterMask(word), worth });
  }
  return known;
}

function nearest(
  known: readonly (readonly KnownWord[])[],
  word: string,
  bound: number,
): string | undefined {
  const mask = letterMask(word);
  // A letter that is another one costs 0.7 at least and changes two bits.
  const bits = 2 * Math.floor(bound / 0.7);
  let best: { readonly word: string; readonly score: number } | undefined;
  for (let length = word.length - 2; length <= word.length + 2; length++) {
    for (const candidate of known[length] ?? []) {
      if (ones(candidate.mask ^ mask) > bits) continue;
      const cost = spellingCost(word, candidate.word, bound);
      if (cost > bound) continue;
      const score = cost - candidate.worth;
      if (
        best === undefined ||
        score < best.score ||
        (score === best.score && candidate.word < best.word)
      ) {
        best = { word: candidate.word, score };
      }
    }
  }
  return best?.word;
}

/** Letters that differ in a mark alone share a bit. */
function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = 'abcdefghijklmnopqrstuvwxyz'.indexOf(bare[word[i] ?? ''] ?? word[i] ?? '');
    mask |= 1 << (letter < 0 ? 30 : letter);
  }
  return mask;
}

const bare: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e', è: 'e', ü: 'u' };

function ones(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
