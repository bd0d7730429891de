import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';
import type { Viewing } from './viewing.ts';

/** What a view needs to know, with no records of ours looked up yet. */
export function plainViewing(
  { context }: Pick<Services, 'context'>,
  language: UserLanguage,
): Viewing {
  return {
    profile: context.profile,
    language,
    words: wordsIn(language).record,
    base: context.base,
    now: context.now(),
    known: new Map(),
  };
}
