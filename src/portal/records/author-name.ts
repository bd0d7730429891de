import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';

/** Who did it, or why, for people to read: what the program itself has written has its own words in each language. */
export function authorName(written: string, language: UserLanguage): string {
  const { programs } = wordsIn(language).ownRecords;
  return Object.hasOwn(programs, written) ? programs[written as keyof typeof programs] : written;
}
