import type { UserLanguage } from '../../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../../kernel/json.ts';
import { type LanguageMap, textIn } from '../../kernel/language-map.ts';

/** A text as it is shown: with the tag of its language when that is not the page's, so that it is read out and hyphenated rightly. */
export interface ShownText {
  readonly text: string;
  /** BCP 47. WCAG 2.2 §3.1.2. */
  readonly language?: string;
}

/** The text of a language map that suits the reader best; undefined when there is none, or nothing but spaces. */
export function shownText(
  value: JsonValue | undefined,
  language: UserLanguage,
): ShownText | undefined {
  const [text] = shownTexts(value, language);
  return text;
}

/** As `shownText`, for properties with several texts of a language, such as keywords. */
export function shownTexts(
  value: JsonValue | undefined,
  language: UserLanguage,
): readonly ShownText[] {
  if (!isJsonObject(value)) return [];
  const tag = shownTag(value, language);
  if (tag === undefined) return [];
  return textsOf(value[tag])
    .filter((text) => text.trim() !== '')
    .map((text) => taggedText(text, tag, language));
}

/** A text with its tag, unless that is the page's own or no tag at all. */
export function taggedText(text: string, tag: string, language: UserLanguage): ShownText {
  return tag === language || tag === '@none' || tag === '' ? { text } : { text, language: tag };
}

/** The tag of the texts that the reader sees; undefined for an empty map. */
export function shownTag(
  map: Readonly<Record<string, JsonValue>>,
  language: UserLanguage,
): string | undefined {
  if (map[language] !== undefined) return language;
  const tags: Readonly<Record<string, string>> = Object.fromEntries(
    Object.keys(map).map((tag) => [tag, tag]),
  );
  return textIn(tags satisfies LanguageMap, [language]);
}

/** The texts that one language of a map holds: one, or several. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
