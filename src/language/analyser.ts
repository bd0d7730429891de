/**
 * Text to words, for indexing and for queries alike: both search engines get what this makes of a text and nothing else, so
 * that they answer alike. Swedish words are reduced by a dictionary, English ones by a stemmer, others stay as they are.
 */

/** The language that a text is in, as its field says; `none` for texts in any other language and for codes. */
export type TextLanguage = 'sv' | 'en' | 'none';

/** One word of a text. */
export interface AnalysedWord {
  /** Where it stands in the text, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The word as written, NFC and in lower case: `badplatsernas`. Numbers, codes and identifiers are kept whole. Never empty, never with a space in it. */
  readonly word: string;
  /** Dictionary forms (Swedish: all that the word can come from; English: the stem), the likeliest first: `badplats`. At least one. */
  readonly lemmas: readonly string[];
  /** Dictionary forms of the parts of a compound, and of their parts: `bad`, `plats`. Empty for what is no compound. */
  readonly parts: readonly string[];
  /** Those of the parts that say what the compound is: `plats` of `badplats`, which is a place and no bath. */
  readonly heads: readonly string[];
}

export interface Analyser {
  /** The words of a text in order. Linear in the length of the text; never throws, whatever the text holds. */
  words(text: string, language: TextLanguage): readonly AnalysedWord[];
}
