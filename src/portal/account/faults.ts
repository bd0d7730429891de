import type { Localized } from '../../kernel/issue.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { type Words, wordsIn } from '../words/words.ts';

/** A text of these pages in both languages. */
export function inBoth(say: (words: Words['account']) => string): Localized {
  return { sv: say(wordsIn('sv').account), en: say(wordsIn('en').account) };
}

/** There have been too many tries: how long to wait. */
export function waitFault(field: string, { seconds }: { readonly seconds: number }): FieldFault {
  return { field, message: inBoth(({ signIn }) => signIn.wait(seconds)) };
}
