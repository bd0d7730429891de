import type { UserLanguage } from '../kernel/issue.ts';
import { isJsonObject } from '../kernel/json.ts';
import { type LanguageMap, textIn } from '../kernel/language-map.ts';
import type { NodeObject } from '../profile/record.ts';

/** What a node is called: its title, name or formatted name; undefined while it has none. */
export function titleOf(node: NodeObject, language: UserLanguage): string | undefined {
  for (const key of ['title', 'name', 'fn']) {
    const value = node[key];
    if (isJsonObject(value)) return textIn(value as LanguageMap, [language]);
  }
  return undefined;
}
