import type { SwedishDictionary } from './swedish-dictionary.ts';
import ownWords from './swedish-words.json' with { type: 'json' };

/** A compound taken apart: as few parts as can be, the first as long as can be. */
export interface SplitCompound {
  /** What the first and middle parts come from. */
  readonly begins: readonly (readonly string[])[];
  /** Dictionary forms of the last part. */
  readonly end: readonly string[];
  /** Where the last part begins in the word. */
  readonly endStart: number;
}

const shortest = 3;
/** Beyond this it is no word that anyone wrote by hand. */
const longestWord = 60;
/** Of the hundreds of words with three letters only those that make compounds in what is written about society. */
const short: ReadonlySet<string> = new Set(ownWords.short);
/** Words that look like compounds and are none, and prefixes whose rest is another thing: `kon` + `troll`, `upp` + `handling`. */
const whole: ReadonlySet<string> = new Set(ownWords.whole);
const prefixes: ReadonlySet<string> = new Set(ownWords.prefixes);

/** undefined for what is no compound that the dictionary knows the parts of. */
export function splitCompound(
  { beginBases, endBases }: SwedishDictionary,
  word: string,
): SplitCompound | undefined {
  if (word.length < shortest + 2 || word.length > longestWord || whole.has(word)) return undefined;
  const best = new Map<number, SplitCompound | undefined>();
  return from(0);

  function from(start: number): SplitCompound | undefined {
    const known = best.get(start);
    if (known !== undefined || best.has(start)) return known;
    best.set(start, undefined);
    const found = wholeEnd(start) ?? cut(start);
    best.set(start, found);
    return found;
  }

  function wholeEnd(start: number): SplitCompound | undefined {
    const part = word.slice(start);
    if (start === 0 || part.length < shortest) return undefined;
    const end = endBases(part).filter((base) => base.length > shortest || short.has(base));
    return end.length > 0 ? { begins: [], end, endStart: start } : undefined;
  }

  function cut(start: number): SplitCompound | undefined {
    let found: SplitCompound | undefined;
    for (let at = word.length - shortest; at > start + 1; at--) {
      const part = word.slice(start, at);
      if (part.length <= shortest && !short.has(part)) continue;
      if (start === 0 && prefixes.has(part)) continue;
      const bases = beginBases(part);
      if (bases.length === 0) continue;
      // Of three letters in a row one is not written: buss + station = busstation.
      const rest = from(at) ?? (word[at - 1] === word[at - 2] ? from(at - 1) : undefined);
      if (rest === undefined || (found && rest.begins.length + 1 >= found.begins.length)) continue;
      found = { ...rest, begins: [bases, ...rest.begins] };
      if (rest.begins.length === 0) break;
    }
    return found;
  }
}
