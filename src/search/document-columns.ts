import { baseLanguage } from '../kernel/language-map.ts';
import type { Analyser, TextLanguage } from '../language/analyser.ts';
import type { IndexDocument } from './index-document.ts';
import { columnText, type Field, fields } from './terms.ts';

/** What is indexed of a document's texts: for each field the tokens of all its texts, apart by spaces. Both engines index this. */
export function documentColumns(
  analyser: Analyser,
  { texts }: Pick<IndexDocument, 'texts'>,
): Readonly<Record<Field, string>> {
  const columns = fields.map((field) => [
    field,
    columnText(
      texts
        .filter((text) => text.field === field)
        .map(({ text, language }) => ({
          words: analyser.words(text, textLanguage(language)),
          language: textLanguage(language),
        })),
    ),
  ]);
  return Object.fromEntries(columns) as Record<Field, string>;
}

/** The language that a text with this tag is analysed as. */
export function textLanguage(tag: string): TextLanguage {
  const language = baseLanguage(tag);
  return language === 'sv' || language === 'en' ? language : 'none';
}
