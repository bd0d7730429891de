import type { UserLanguage } from '../../kernel/issue.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';

/** All texts in one language. What Swedish has and another language lacks does not compile. */
export type Words = typeof sv;

const words: Readonly<Record<UserLanguage, Words>> = { sv, en };

/** The texts in the reader's language. */
export function wordsIn(language: UserLanguage): Words {
  return words[language];
}
