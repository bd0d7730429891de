import type { AnalysedWord, Analyser } from '../language/analyser.ts';

/** A word of a query, which may be Swedish as well as English: nobody says in which language they search. */
export interface QueryWord {
  /** As typed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sv: AnalysedWord;
  readonly en: AnalysedWord;
}

/** The words of a part of a query that begins at `start`. */
export function queryWords(analyser: Analyser, text: string, start: number): readonly QueryWord[] {
  const english = new Map(analyser.words(text, 'en').map((word) => [word.start, word]));
  return analyser.words(text, 'sv').map((sv) => {
    const en = english.get(sv.start);
    return {
      text: text.slice(sv.start, sv.end),
      start: start + sv.start,
      end: start + sv.end,
      sv,
      en: en?.end === sv.end ? en : { ...sv, lemmas: [sv.word], parts: [] },
    };
  });
}
