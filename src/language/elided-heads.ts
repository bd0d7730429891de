import type { AnalysedWord } from './analyser.ts';
import type { WordForms } from './swedish-words.ts';

/** A hyphen at the end of a word, and what may stand between it and the word whose end it shares. */
const link = /^[-‑](?:\/| (?:och|eller|samt|&) |, )/;
/** From the hyphen to the next word at most. */
const reach = 8;

/**
 * Gives words their ends back: `kultur-` of *kultur- och fritidsnämnden* is a *kulturnämnd* too, `väg-` of *väg- och spårtrafik*
 * is *vägtrafik*. The word that lends its end is the next compound, over a conjunction and other such words.
 */
export function elidedHeads(
  text: string,
  words: readonly AnalysedWord[],
  formsOf: (word: string) => WordForms,
): readonly AnalysedWord[] {
  if (!text.includes('-') && !text.includes('‑')) return words;
  let head: string | undefined;
  // From the end, so that the end of *park-, gatu- och skolmiljö* reaches all of them.
  const given = words.toReversed().map((word) => {
    const isElided = link.test(text.slice(word.end, word.end + reach));
    if (!isElided) {
      if (!conjunctions.has(word.word)) head = word.heads[0];
      return word;
    }
    if (head === undefined) return word;
    const whole = formsOf(word.word + head);
    return {
      ...word,
      lemmas: [...new Set([...word.lemmas, ...whole.lemmas])],
      parts: [...new Set([...word.parts, ...whole.parts])],
      heads: [...new Set([...word.heads, ...whole.heads])],
    };
  });
  return given.toReversed();
}

const conjunctions = new Set(['och', 'eller', 'samt']);
