import type { AnalysedWord, Analyser, TextLanguage } from './analyser.ts';
import data from './synonyms.json' with { type: 'json' };
import type { SynonymRun, Synonyms } from './synonyms.ts';

interface Name {
  readonly text: string;
  readonly language: 'sv' | 'en';
  /** Of each word: what a word of the query has to have one of. */
  readonly forms: readonly ReadonlySet<string>[];
  readonly group: number;
}

const languages = ['sv', 'en'] as const;

/**
 * The synonyms of `synonyms.json`: in each group all names are names of one thing. A query may hold any of them, in any
 * inflection and without diacritics, whatever language the page is in; the list is read at the first query.
 */
export function openSynonyms(analyser: Analyser): Synonyms {
  let opened: SynonymList | undefined;
  return {
    find(words, language) {
      opened ??= readSynonyms(analyser);
      return findRuns(opened, analyser, words, language);
    },
  };
}

interface SynonymList {
  readonly groups: readonly (readonly Name[])[];
  /** Names by language and by each form of their first word. */
  readonly byFirst: ReadonlyMap<string, readonly Name[]>;
}

function readSynonyms(analyser: Analyser): SynonymList {
  const groups = data.groups.map((group, index) =>
    languages.flatMap((language) =>
      group[language].map((text): Name => {
        const forms = analyser.words(text, language).map(formsOf);
        return { text, language, forms, group: index };
      }),
    ),
  );
  const byFirst = new Map<string, Name[]>();
  for (const name of groups.flat()) {
    for (const form of name.forms[0] ?? []) {
      const key = `${name.language} ${form}`;
      byFirst.set(key, [...(byFirst.get(key) ?? []), name]);
    }
  }
  return { groups, byFirst };
}

function findRuns(
  { groups, byFirst }: SynonymList,
  analyser: Analyser,
  words: readonly AnalysedWord[],
  language: TextLanguage,
): readonly SynonymRun[] {
  const runs = new Map<string, SynonymRun>();
  for (const read of language === 'en' ? languages.toReversed() : languages) {
    const forms = words.map((word) => formsIn(analyser, word, language, read));
    for (const [from, first] of forms.entries()) {
      for (const name of new Set(
        [...first].flatMap((form) => byFirst.get(`${read} ${form}`) ?? []),
      )) {
        const count = name.forms.length;
        const meets = name.forms.every((wanted, i) => meet(wanted, forms[from + i]));
        if (!meets) continue;
        const others = (groups[name.group] ?? []).filter((other) => !sameWords(other, name));
        const key = `${from} ${count} ${name.group}`;
        if (others.length > 0 && !runs.has(key))
          runs.set(key, { from, count, alternatives: others.map(alternative) });
      }
    }
  }
  return [...runs.values()].toSorted((a, b) => a.from - b.from || b.count - a.count);
}

function alternative({ text, language }: Name) {
  return { text, language };
}

/** The same word in two languages (`park`) is no other name. */
function sameWords(a: Name, b: Name): boolean {
  return a === b || (a.language === b.language && a.text.toLowerCase() === b.text.toLowerCase());
}

/** Of a query in one language read as another: words too short to be told apart count only in their own. */
function formsIn(
  analyser: Analyser,
  word: AnalysedWord,
  language: TextLanguage,
  read: 'sv' | 'en',
): ReadonlySet<string> {
  if (language === read) return formsOf(word);
  if (word.word.length < 3) return new Set();
  const [other] = analyser.words(word.word, read);
  return other === undefined ? new Set() : formsOf(other);
}

function formsOf({ word, lemmas }: AnalysedWord): ReadonlySet<string> {
  return new Set([word, ...lemmas].map(folded));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean {
  return b !== undefined && !a.isDisjointFrom(b);
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}+/gu, '');
}
