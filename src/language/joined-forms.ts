import type { WordForms } from './swedish-words.ts';

/**
 * Forms of a word that may be joined by signs. `e-tjänster` is `e-tjänst` and `etjänst`, and is found by `tjänst`; `covid-19` by `covid`, `2024-01-01` by `2024`;
 * `eu:s` and `children's` are what stands before the ending. Numbers stay as they are.
 */
export function joinedForms(word: string, formsOf: (word: string) => WordForms): WordForms {
  if (!joint.test(word)) return /\d/.test(word) ? whole(word) : formsOf(word);
  const bare = word.replace(ending, '');
  if (bare !== word && bare !== '') return joinedForms(bare, formsOf);
  if (number.test(word)) return whole(word);
  const pieces = word.split(joint);
  const last = pieces.at(-1) ?? '';
  const lastForms = joinedForms(last, formsOf);
  const before = word.slice(0, word.length - last.length);
  const lemmas = lastForms.lemmas.map((lemma) => before + lemma);
  const parts = pieces.slice(0, -1).flatMap((piece) => {
    const forms = joinedForms(piece, formsOf);
    return [...forms.lemmas, ...forms.parts];
  });
  return {
    lemmas: [...new Set([...lemmas, ...lemmas.map((lemma) => lemma.replaceAll('-', ''))])],
    parts: [...new Set([...parts, ...lastForms.lemmas, ...lastForms.parts])],
    heads: /\p{L}/u.test(last) ? [...lastForms.lemmas, ...lastForms.heads] : [],
  };
}

function whole(word: string): WordForms {
  return { lemmas: [word], parts: [], heads: [] };
}

const joint = /[-.:_@',]/;
const number = /^[\d.,:]+$/;
/** Swedish endings after a colon, English ones after an apostrophe. */
const ending = /(?::(?:s|n|ns|en|ens|et|ets|er|ers|erna|ar|arna|t)|'s?)$/;
