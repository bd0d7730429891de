import type { AnalysedWord, TextLanguage } from '../language/analyser.ts';

/**
 * What the engines index: tokens that say by their first letter what they are, so that one column holds the word, its
 * dictionary forms, its parts and its folded form, and ranking can tell them apart. Engines split at spaces and do nothing else.
 */
export const marks = {
  /** A Swedish dictionary form. */
  sv: '=',
  /** An English stem. */
  en: '%',
  /** A part of a Swedish compound. */
  part: '+',
  /** A part that says what the compound is, the last one: `plats` of `badplats`. */
  head: '&',
  /** A word or a dictionary form without its diacritics. */
  folded: '~',
  /** Between texts, so that no phrase runs from one into the next. */
  boundary: '|',
} as const;

/**
 * How a word of the query met a word of the text, best first. `head`: a *grundskola* is a *skola*; `part`: a *skolmåltid* is none.
 * `beside`: one more word of a name of several words (*GIS*, *geografisk information*), of which the first alone gives the worth, so
 * that many words do not outweigh the one that was asked for.
 */
export const tiers = ['exact', 'lemma', 'head', 'synonym', 'part', 'folded', 'beside'] as const;
export type Tier = (typeof tiers)[number];

/** Where in a record a text stands, best first. `other`: publisher, theme, place, distributions, identifiers. */
export const fields = ['title', 'keyword', 'description', 'other'] as const;
export type Field = (typeof fields)[number];

/**
 * What a hit is worth: integers, so that sums are exact in both engines (Elasticsearch reckons in 32-bit floats). Field goes
 * before tier: a compound in the title is worth more than the very word in the description.
 */
export const weights: Readonly<Record<Field, Readonly<Record<Tier, number>>>> = {
  title: { exact: 1000, lemma: 900, head: 740, synonym: 700, part: 620, folded: 540, beside: 1 },
  keyword: { exact: 500, lemma: 460, head: 390, synonym: 370, part: 310, folded: 270, beside: 1 },
  description: {
    exact: 240,
    lemma: 220,
    head: 170,
    synonym: 160,
    part: 130,
    folded: 110,
    beside: 1,
  },
  other: { exact: 180, lemma: 160, head: 120, synonym: 110, part: 80, folded: 70, beside: 1 },
};

const ascii = /^[!-~]*$/;

/** The letters without their marks: `malmo` of `malmö`, `cafe` of `café`. In: NFC, lower case. */
export function fold(word: string): string {
  if (ascii.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
}

/** The text of a column: the words in order first, so that phrases are found, then what they come from, each once. */
export function columnText(
  texts: readonly { readonly words: readonly AnalysedWord[]; readonly language: TextLanguage }[],
): string {
  const sequence: string[] = [];
  const derived = new Set<string>();
  for (const { words, language } of texts) {
    if (sequence.length > 0) sequence.push(marks.boundary);
    for (const word of words) {
      sequence.push(word.word);
      for (const token of derivedTokens(word, language)) derived.add(token);
    }
  }
  return [...sequence, ...derived].join(' ');
}

/** What a word of a text is found by besides itself: dictionary forms, parts of a compound, folded forms, each with its mark. */
export function derivedTokens(
  { word, lemmas, parts, heads }: AnalysedWord,
  language: TextLanguage,
): readonly string[] {
  const tokens: string[] = [];
  addFolded(tokens, word);
  for (const lemma of lemmas) {
    if (language !== 'none') tokens.push(marks[language] + lemma);
    addFolded(tokens, lemma);
  }
  for (const part of parts) {
    tokens.push((heads.includes(part) ? marks.head : marks.part) + part);
  }
  return tokens;
}

function addFolded(tokens: string[], word: string): void {
  const folded = fold(word);
  if (folded !== word) tokens.push(marks.folded + folded);
}
