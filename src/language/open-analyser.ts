import { stemmer as englishStemmer } from '@orama/stemmers/english';
import { recent } from '../kernel/recent.ts';
import type { AnalysedWord, Analyser, TextLanguage } from './analyser.ts';
import { elidedHeads } from './elided-heads.ts';
import { joinedForms } from './joined-forms.ts';
import { splitWords } from './split-words.ts';
import { swedishDictionary } from './swedish-dictionary.ts';
import ownWords from './swedish-words.json' with { type: 'json' };
import { swedishWords, type WordForms } from './swedish-words.ts';

/** Words of each language whose forms are remembered at least; twice as many at most. */
const remembered = 20_000;

/** The analyser of the program. The Swedish dictionary is read at the first Swedish word: some 100 ms and 15 MiB. */
export function openAnalyser(): Analyser {
  let swedish: ((word: string) => WordForms) | undefined;
  const forms: Readonly<Record<TextLanguage, (word: string) => WordForms>> = {
    sv: recent(remembered, (word) => {
      swedish ??= swedishWords(swedishDictionary());
      return joinedForms(word, swedish);
    }),
    en: recent(remembered, (word) => joinedForms(word, english)),
    none: (word) => ({ lemmas: [word], parts: [], heads: [] }),
  };
  return {
    words(text, language) {
      const formsOf = forms[language];
      const words = splitWords(text).map(({ start, end, word }): AnalysedWord => {
        return { start, end, word, ...formsOf(word) };
      });
      return language === 'sv' ? elidedHeads(text, words, formsOf) : words;
    },
  };
}

const englishIrregular: ReadonlyMap<string, string> = new Map(Object.entries(ownWords.english));

function english(word: string): WordForms {
  const own = englishIrregular.get(word);
  // Words that the stemmer would make another one of: parking is no park.
  if (own !== undefined && englishIrregular.get(own) === own)
    return { lemmas: [own], parts: [], heads: [] };
  const lemma = own ?? word;
  const stem = /^[a-z]+$/.test(lemma) ? englishStemmer(lemma) : lemma;
  return { lemmas: [stem], parts: [], heads: [] };
}
