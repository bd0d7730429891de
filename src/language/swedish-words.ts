import { stemmer } from '@orama/stemmers/swedish';
import { type SplitCompound, splitCompound } from './compound-splitter.ts';
import type { SwedishDictionary } from './swedish-dictionary.ts';
import ownWords from './swedish-words.json' with { type: 'json' };

/** What a Swedish word comes from; see `AnalysedWord`. */
export interface WordForms {
  readonly lemmas: readonly string[];
  readonly parts: readonly string[];
  readonly heads: readonly string[];
}

type Parts = Pick<WordForms, 'parts' | 'heads'>;

const none: Parts = { parts: [], heads: [] };
const irregular: ReadonlyMap<string, string> = new Map(Object.entries(ownWords.irregular));
/** A word that is not known is taken apart all the same when it ends in a noun this long, and something of this length is left. */
const safeEnd = 5;
const safeBegin = 4;

/** The words of Swedish: our own irregular ones, the dictionary's, compounds of them, and what Snowball makes of the rest. */
export function swedishWords(dictionary: SwedishDictionary): (word: string) => WordForms {
  return (word) => {
    const own = irregular.get(word);
    if (own !== undefined) return { lemmas: [own], ...taken([partsOf(own)]) };
    const known = dictionary.bases(word).map(regular);
    if (known.length > 0) return { lemmas: unique(known), ...taken(known.map(partsOf)) };
    const split = splitCompound(dictionary, word);
    if (split !== undefined) return { lemmas: lemmasOf(word, split), ...partsOfSplit(word, split) };
    return unknownCompound(word) ?? { lemmas: [stem(word)], ...none };
  };

  function regular(base: string): string {
    const own = irregular.get(base);
    if (own !== undefined) return own;
    for (let start = 3; start < base.length - 2; start++) {
      const end = irregular.get(base.slice(start));
      if (end === undefined) continue;
      const lemma = base.slice(0, start) + end;
      if (dictionary.has(lemma) || splitCompound(dictionary, lemma)) return lemma;
    }
    return base;
  }

  function lemmasOf(word: string, { end, endStart }: SplitCompound): readonly string[] {
    const own = irregular.get(word.slice(endStart));
    const ends = own === undefined ? end.map((base) => irregular.get(base) ?? base) : [own];
    return unique(ends.map((base) => word.slice(0, endStart) + base));
  }

  function partsOf(lemma: string): Parts {
    const split = splitCompound(dictionary, lemma);
    return split === undefined ? none : partsOfSplit(lemma, split);
  }

  /** The parts and their parts; what the last part is, the compound is too. */
  function partsOfSplit(word: string, { begins, end, endStart }: SplitCompound): Parts {
    const own = irregular.get(word.slice(endStart));
    const lasts = (own === undefined ? end : [own]).map((part) => irregular.get(part) ?? part);
    const firsts = begins.flat().map((part) => irregular.get(part) ?? part);
    const parts = [...firsts, ...lasts].flatMap((part) => [part, ...partsOf(part).parts]);
    return { parts: unique(parts), heads: headsOf(lasts) };
  }

  function headsOf(lasts: readonly string[]): readonly string[] {
    return unique(lasts.flatMap((last) => [last, ...partsOf(last).heads]));
  }

  /** `skellefteåskolorna`: a name that no dictionary knows, and a noun that it does. */
  function unknownCompound(word: string): WordForms | undefined {
    for (let at = safeBegin; at <= word.length - safeEnd && word.length <= 60; at++) {
      const end = dictionary.endBases(word.slice(at)).filter((base) => base.length >= safeEnd);
      if (end.length === 0 || !/[aeiouyåäöé]/.test(word.slice(0, at))) continue;
      const parts = end.flatMap((base) => [base, ...partsOf(base).parts]);
      return {
        lemmas: unique(end.map((base) => word.slice(0, at) + base)),
        parts: unique([word.slice(0, at), ...parts]),
        heads: headsOf(end),
      };
    }
    return undefined;
  }
}

function taken(apart: readonly Parts[]): Parts {
  return {
    parts: unique(apart.flatMap(({ parts }) => parts)),
    heads: unique(apart.flatMap(({ heads }) => heads)),
  };
}

/** Snowball, and the genitive of names that end in a vowel, which it leaves alone: `arjeplogs`, `umeås`. */
function stem(word: string): string {
  if (!/^[a-zà-öø-ÿ]+$/.test(word)) return word;
  return /[aeiouyåäö]s$/.test(word) ? word.slice(0, -1) : stemmer(word);
}

function unique(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [...new Set(words)];
}
