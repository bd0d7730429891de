import type { UserLanguage } from '../kernel/issue.ts';
import { foldedWords } from './folded-words.ts';
import type { NamedValue } from './index-names.ts';
import { firstFrom } from './index-words.ts';
import type { Suggestion } from './search.ts';

/** Names of organisations, keywords, places and standards, to be found by how their words begin. */
export interface NameSuggestions {
  /** Those that have all the words, the last of them perhaps only begun; the nearest and most used first. */
  find(words: readonly string[], language: UserLanguage, most: number): readonly Suggestion[];
}

const types = {
  organization: 'organization',
  keyword: 'keyword',
  place: 'place',
  conformsTo: 'standard',
} as const;

interface Entry {
  /** The label from one of its words on. */
  readonly folded: string;
  readonly words: readonly string[];
  readonly name: NamedValue;
  readonly type: (typeof types)[keyof typeof types];
}

/** Names that are looked at for one beginning. */
const mostLookedAt = 3000;

const collators: Readonly<Record<UserLanguage, Intl.Collator>> = {
  sv: new Intl.Collator('sv', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
};

/** Makes the names ready: an entry for each word of each label, in order. */
export function nameSuggestions(names: readonly NamedValue[]): NameSuggestions {
  const entries = names
    .flatMap((name) => entriesOf(name))
    .sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
  return {
    find(words, language, most) {
      const last = words.at(-1);
      if (last === undefined) return [];
      const begun = foldedWords(words.join(' '));
      const wanted = foldedWords(last).at(-1) ?? '';
      if (wanted === '') return [];
      const found = new Map<NamedValue, Suggestion & { readonly nearness: number }>();
      const from = firstFrom(entries, wanted);
      for (const entry of entries.slice(from, from + mostLookedAt)) {
        if (!entry.folded.startsWith(wanted)) break;
        if (!begun.every((word) => entry.words.some((one) => one.startsWith(word)))) continue;
        const { name, type } = entry;
        const text = name.labels[language];
        const nearness = nearnessOf(text, words.join(' '));
        found.set(name, { type, text, value: name.value, count: name.count, nearness });
      }
      const compare = collators[language].compare;
      return [...found.values()]
        .sort((a, b) => a.nearness - b.nearness || b.count - a.count || compare(a.text, b.text))
        .slice(0, most)
        .map(({ nearness: _, ...suggestion }) => suggestion);
    },
  };
}

function entriesOf(name: NamedValue): readonly Entry[] {
  const { facet } = name;
  if (!isSuggested(facet)) return [];
  return [...new Set([name.labels.sv, name.labels.en])].flatMap((label) => {
    const words = foldedWords(label);
    return words.map((_, index) => ({
      folded: words.slice(index).join(' '),
      words,
      name,
      type: types[facet],
    }));
  });
}

function isSuggested(facet: string): facet is keyof typeof types {
  return facet in types;
}

/** 0: begins as typed, letter by letter; 1: begins so but for diacritics; 2: a word of it does. */
function nearnessOf(label: string, typed: string): number {
  if (label.toLowerCase().startsWith(typed)) return 0;
  return foldedWords(label).join(' ').startsWith(foldedWords(typed).join(' ')) ? 1 : 2;
}
