import type { Spelling } from '../language/spelling.ts';
import type { PlannedClause } from './plan-words.ts';
import type { QueryWord } from './query-words.ts';
import type { Clause } from './search-index.ts';

/** Shorter words, and those with digits, are names and codes more often than slips. */
const shortest = 3;

/**
 * The text with the words that no record has put right, everything else as typed; undefined when there is nothing to put right.
 * @param count records that a clause finds
 */
export async function correctQuery(
  text: string,
  words: readonly PlannedClause[],
  {
    spelling,
    count,
  }: { readonly spelling: Spelling; readonly count: (clause: Clause) => Promise<number> },
): Promise<string | undefined> {
  const corrections: { readonly word: QueryWord; readonly correct: string }[] = [];
  for (const { clause, words: of } of words) {
    const [word, ...more] = of;
    if (word === undefined || more.length > 0 || !mayBeMisspelt(word)) continue;
    const correct = spelling.correct(word.sv.word);
    if (correct !== undefined && (await count(clause)) === 0) corrections.push({ word, correct });
  }
  if (corrections.length === 0) return undefined;
  let rewritten = '';
  let at = 0;
  for (const { word, correct } of corrections.toSorted((a, b) => a.word.start - b.word.start)) {
    rewritten += text.slice(at, word.start) + correct;
    at = word.end;
  }
  return rewritten + text.slice(at);
}

function mayBeMisspelt({ sv: { word } }: QueryWord): boolean {
  return word.length >= shortest && !/\p{N}/u.test(word);
}
