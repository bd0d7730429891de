/** Words that may have been meant, out of words that are there. */
export interface Spelling {
  /** The likeliest known word for an unknown one; undefined when the word is known or nothing is near. */
  correct(word: string): string | undefined;
}
