import type { AnalysedWord, Analyser, TextLanguage } from '../language/analyser.ts';
import type { QueryWord } from './query-words.ts';
import type { Clause, Variant } from './search-index.ts';
import { type Field, fold, marks, type Tier } from './terms.ts';

/** A word that may stand instead of another. */
export interface Alternative {
  readonly text: string;
  readonly language: TextLanguage;
}

/** Fields in which the parts of a compound, each for itself, may stand for the compound: elsewhere they meet by chance. */
const closeFields: readonly Field[] = ['title', 'keyword'];

/**
 * What a record must have for a word of a query: the word, a form of it, another name, a compound that it is part of, or the
 * word with other diacritics; and for a compound, at the least, all its parts as words of their own (*luftkvalitet*, *kvalitet på luft*).
 */
export function wordClause(
  word: QueryWord,
  {
    analyser,
    fields,
    alternatives = [],
  }: {
    readonly analyser: Analyser;
    readonly fields?: readonly Field[] | undefined;
    readonly alternatives?: readonly Alternative[];
  },
): Clause {
  const names = alternatives.map((one) => nameClause(one, { analyser, fields }));
  const single = names.flatMap((name) => (name?.type === 'term' ? name.variants : []));
  const whole = termClause([...ownVariants(word), ...single, ...partVariants(word)], fields);
  const several = names.filter((name) => name?.type === 'all');
  const apart = fields === undefined ? compoundApart(word.sv, analyser) : undefined;
  const others = [...several, ...(apart === undefined ? [] : [apart])];
  return others.length === 0 ? whole : { type: 'any', clauses: [whole, ...others] };
}

/** Another name as a clause: one word as a term, several as all of them. Undefined for a text without words. */
export function nameClause(
  { text, language }: Alternative,
  {
    analyser,
    fields,
  }: { readonly analyser: Analyser; readonly fields?: readonly Field[] | undefined },
): Extract<Clause, { type: 'term' | 'all' }> | undefined {
  const words = analyser.words(text, language);
  const terms = words.map((word, index) =>
    termClause(synonymVariants(word, language, index === 0 ? 'synonym' : 'beside'), fields),
  );
  return terms.length > 1 ? { type: 'all', clauses: terms } : terms[0];
}

/** A term with each token once, with the best that it is worth. */
export function termClause(
  variants: readonly Variant[],
  fields?: readonly Field[],
): Extract<Clause, { type: 'term' }> {
  const byToken = new Map<string, Variant>();
  for (const variant of variants) {
    if (!byToken.has(variant.token)) byToken.set(variant.token, variant);
  }
  return { type: 'term', variants: [...byToken.values()], ...(fields && { fields }) };
}

/** The word and its forms, as Swedish and as English. */
function ownVariants({ sv, en }: QueryWord): readonly Variant[] {
  return [
    { token: sv.word, tier: 'exact' },
    ...sv.lemmas.map((lemma): Variant => ({ token: marks.sv + lemma, tier: 'lemma' })),
    ...en.lemmas.map((stem): Variant => ({ token: marks.en + stem, tier: 'lemma' })),
  ];
}

function partVariants({ sv }: QueryWord): readonly Variant[] {
  return [
    ...sv.lemmas.map((lemma): Variant => ({ token: marks.head + lemma, tier: 'head' })),
    ...sv.lemmas.map((lemma): Variant => ({ token: marks.part + lemma, tier: 'part' })),
    ...[sv.word, ...sv.lemmas].map(foldedVariant),
  ];
}

/** A text has its folded form beside it where that differs; who types *malmo* meets it, who types *malmö* meets a text with *malmo*. */
function foldedVariant(word: string): Variant {
  const folded = fold(word);
  return { token: folded === word ? marks.folded + word : folded, tier: 'folded' };
}

function synonymVariants(word: AnalysedWord, language: TextLanguage, tier: Tier): Variant[] {
  const mark = language === 'none' ? undefined : marks[language];
  return [
    { token: word.word, tier },
    ...(mark === undefined ? [] : word.lemmas.map((lemma) => ({ token: mark + lemma, tier }))),
  ];
}

function compoundApart(word: AnalysedWord, analyser: Analyser): Clause | undefined {
  // Parts of parts stand there too: the smallest suffice.
  const parts = word.parts.filter((part) => !analyser.words(part, 'sv')[0]?.parts.length);
  if (parts.length < 2) return undefined;
  return {
    type: 'all',
    clauses: parts.map((part, index) => {
      const tier = index === 0 ? 'folded' : 'beside';
      const variants = [part, marks.sv + part].map((token): Variant => ({ token, tier }));
      return termClause(variants, closeFields);
    }),
  };
}
