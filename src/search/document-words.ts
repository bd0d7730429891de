import type { Analyser } from '../language/analyser.ts';
import { textLanguage } from './document-columns.ts';
import type { IndexDocument } from './index-document.ts';

/**
 * The words of a record that spelling and suggestions know, each once: of its titles, its keywords and its publisher, as
 * written, in lower case. Both engines count these.
 */
export function documentWords(
  analyser: Analyser,
  { texts, shown }: Pick<IndexDocument, 'texts' | 'shown'>,
): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string, language: string) => {
    for (const { word } of analyser.words(text, textLanguage(language))) words.add(word);
  };
  for (const { field, text, language } of texts) {
    if (field === 'title' || field === 'keyword') add(text, language);
  }
  for (const [language, text] of Object.entries(shown.organization.title)) add(text, language);
  return words;
}
