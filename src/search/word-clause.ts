import type { AnalysedWord, Analyser, TextLanguage } from '../language/analyser.ts';
import type { QueryWord } from './query-words.ts';
import type { Clause, Variant } from './search-index.ts';
import { isStopWord } from './stop-words.ts';
import { type Field, fold, marks, type Tier } from './terms.ts';

/** A word that may stand instead of another. */
export interface Alternative {
  readonly text: string;
  readonly language: TextLanguage;
}

/** Words that together stand for one have to meet in one field: over a whole record they meet by chance. */
const nameFields: readonly Field[] = ['title', 'keyword', 'description'];
/** The parts of a compound, each for itself, say less. */
const partFields: readonly Field[] = ['title', 'keyword'];

/** Parts of a compound that have to be met; what is joined of more (`a-b-c-d-e-f-g-h-i`) is no word that anyone takes apart. */
const mostParts = 8;

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
  const several = names.filter((name) => name?.type === 'any');
  const apart = compoundApart(word.sv, { analyser, fields });
  const others = [...several, ...(apart === undefined ? [] : [apart])];
  return others.length === 0 ? whole : { type: 'any', clauses: [whole, ...others] };
}

/** Another name as a clause: one word as a term, several as all of them in one field. Undefined for a text without words. */
export function nameClause(
  { text, language }: Alternative,
  {
    analyser,
    fields,
  }: { readonly analyser: Analyser; readonly fields?: readonly Field[] | undefined },
): Extract<Clause, { type: 'term' | 'any' }> | undefined {
  const variants = analyser
    .words(text, language)
    .filter(({ word }) => !isStopWord(word))
    .map((word, index) => synonymVariants(word, language, index === 0 ? 'synonym' : 'beside'));
  const [only] = variants;
  if (only === undefined) return undefined;
  return variants.length === 1
    ? termClause(only, fields)
    : inOneField(variants, fields ?? nameFields);
}

/** All of several words in the same field, whichever of them it is. */
function inOneField(
  words: readonly (readonly Variant[])[],
  fields: readonly Field[],
): Extract<Clause, { type: 'any' }> {
  return {
    type: 'any',
    clauses: fields.map((field) => ({
      type: 'all',
      clauses: words.map((variants) => termClause(variants, [field])),
    })),
  };
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

function compoundApart(
  word: AnalysedWord,
  {
    analyser,
    fields = partFields,
  }: { readonly analyser: Analyser; readonly fields?: readonly Field[] | undefined },
): Clause | undefined {
  // Parts of parts stand there too: the smallest suffice.
  const parts = word.parts
    .filter((part) => !analyser.words(part, 'sv')[0]?.parts.length)
    .slice(0, mostParts);
  const inFields = partFields.filter((field) => fields.includes(field));
  if (parts.length < 2 || inFields.length === 0) return undefined;
  const variants = parts.map((part, index) =>
    [part, marks.sv + part].map(
      (token): Variant => ({ token, tier: index === 0 ? 'folded' : 'beside' }),
    ),
  );
  return inOneField(variants, inFields);
}
