import type { UserLanguage } from '../kernel/issue.ts';
import { type LanguageMap, tagIn } from '../kernel/language-map.ts';
import { isBetter, type MarkFinder } from './found-marks.ts';
import { markedExtract, markedText } from './mark-text.ts';
import { plainText } from './plain-text.ts';
import type { MarkedText, SearchHit, WordMatch } from './search.ts';
import type { EngineHit } from './search-index.ts';
import type { Field } from './terms.ts';

/** A hit as it is shown: its texts in the reader's language with their marks, and why it is there. */
export function searchHit(
  { id, score, shown }: EngineHit,
  {
    language,
    find,
    labels,
  }: {
    readonly language: UserLanguage;
    readonly find: MarkFinder;
    /** What the hit's theme, places and formats are called, in all languages. */
    readonly labels: (hit: EngineHit['shown']) => readonly LanguageMap[];
  },
): SearchHit {
  const matches = new Map<string, WordMatch>();

  function look(text: string, tag: string, field: Field) {
    const marks = find(text, languageOf(tag), field);
    for (const { start, end, term, tier } of marks) {
      const key = `${field} ${term.query}`;
      const held = matches.get(key);
      if (held !== undefined && !isBetter(tier, held.tier)) continue;
      matches.set(key, { query: term.query, found: text.slice(start, end), field, tier });
    }
    return marks;
  }

  /** Looks through the texts in all languages, the one shown first. */
  function show(
    map: LanguageMap,
    field: Field,
    mark: typeof markedText,
    plain: (text: string) => string,
  ): MarkedText | undefined {
    const tag = tagIn(map, [language]);
    if (tag === undefined) return undefined;
    const text = plain(map[tag] ?? '');
    const marked = mark(text, languageOf(tag), look(text, tag, field));
    for (const [other, otherText] of Object.entries(map)) {
      if (other !== tag) look(plain(otherText), other, field);
    }
    return marked;
  }

  const title = show(shown.title, 'title', markedText, (text) => text);
  for (const [tag, words] of Object.entries(shown.keyword)) {
    for (const word of words) look(word, tag, 'keyword');
  }
  const description = show(shown.description, 'description', markedExtract, plainText);
  for (const map of [shown.organization.title, ...labels(shown)]) {
    for (const [tag, text] of Object.entries(map)) look(text, tag, 'other');
  }
  return {
    id,
    score,
    shown,
    title: title ?? markedText(shown.name, '', []),
    description: description?.text === '' ? undefined : description,
    matches: [...matches.values()],
  };
}

function languageOf(tag: string): string {
  return tag === '@none' ? '' : tag;
}
