import type { AnalysedWord, TextLanguage } from './analyser.ts';

/** Other names for the same thing, looked up when a query is read: a change of the list needs no new index. */
export interface Synonyms {
  /** Runs of words (of one query, analysed in the language given) that have other names; runs may overlap. */
  find(words: readonly AnalysedWord[], language: TextLanguage): readonly SynonymRun[];
}

export interface SynonymRun {
  /** Index of the first word, and number of words. */
  readonly from: number;
  readonly count: number;
  /** What may stand instead: one word or several, each in its own language. */
  readonly alternatives: readonly { readonly text: string; readonly language: TextLanguage }[];
}
