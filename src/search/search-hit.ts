import type { UserLanguage } from '../kernel/issue.ts';
import { type LanguageMap, tagIn } from '../kernel/language-map.ts';
import { type FoundMark, isBetter, type MarkFinder } from './found-marks.ts';
import { markedExtract, markedText } from './mark-text.ts';
import { plainText } from './plain-text.ts';
import type { SearchHit, WordMatch } from './search.ts';
import type { EngineHit } from './search-index.ts';
import type { Field } from './terms.ts';

/** A hit as it is shown: its texts in the reader's language with their marks, and why it is there. */
export function searchHit(
  { id, score, shown }: EngineHit,
  {
    language,
    find,
    queries,
    labels,
  }: {
    readonly language: UserLanguage;
    readonly find: MarkFinder;
    /** The words and phrases of the query, as typed. */
    readonly queries: Iterable<string>;
    /** What the hit's theme, places and formats are called, in all languages. */
    readonly labels: (hit: EngineHit['shown']) => readonly LanguageMap[];
  },
): SearchHit {
  const matches = new Map<string, WordMatch>();
  const unmet = new Set(queries);

  function look(text: string, tag: string, field: Field): readonly FoundMark[] {
    const marks = find(text, languageOf(tag), field);
    for (const { start, end, term, tier } of marks) {
      unmet.delete(term.query);
      const key = `${field} ${term.query}`;
      const held = matches.get(key);
      if (held !== undefined && !isBetter(tier, held.tier)) continue;
      matches.set(key, { query: term.query, found: text.slice(start, end), field, tier });
    }
    return marks;
  }

  const titleTag = tagIn(shown.title, [language]);
  const titleText = shown.title[titleTag ?? ''] ?? shown.name;
  const title = markedText(
    titleText,
    languageOf(titleTag ?? ''),
    look(titleText, titleTag ?? '', 'title'),
  );
  for (const [tag, words] of Object.entries(shown.keyword)) {
    for (const word of words) look(word, tag, 'keyword');
  }
  const tag = tagIn(shown.description, [language]);
  const text = plainText(shown.description[tag ?? ''] ?? '');
  const marks = look(text, tag ?? '', 'description');

  // Why a record is there can stand in a text that is not shown.
  if (unmet.size > 0) {
    lookThrough({ ...shown.title, [titleTag ?? '']: '' }, 'title');
    lookThrough({ ...shown.description, [tag ?? '']: '' }, 'description');
    for (const map of [shown.organization.title, ...labels(shown)]) lookThrough(map, 'other');
  }

  function lookThrough(map: LanguageMap, field: Field): void {
    for (const [other, long] of Object.entries(map)) {
      if (long !== '') look(field === 'description' ? plainText(long) : long, other, field);
    }
  }

  return {
    id,
    score,
    shown,
    title,
    description: text === '' ? undefined : markedExtract(text, languageOf(tag ?? ''), marks),
    matches: [...matches.values()],
  };
}

function languageOf(tag: string): string {
  return tag === '@none' ? '' : tag;
}
