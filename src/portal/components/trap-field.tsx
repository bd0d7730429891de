import type { UserLanguage } from '../../kernel/issue.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { wordsIn } from '../words/words.ts';

const name = 'website';

/** A field that people neither see nor reach and that robots fill in. It asks nothing of anybody, unlike a captcha. */
export function TrapField({ language }: { readonly language: UserLanguage }) {
  return (
    <div class="hidden-visually" aria-hidden="true">
      <label for={name}>{wordsIn(language).onboarding.trap}</label>
      <input id={name} name={name} type="text" tabIndex={-1} autocomplete="off" />
    </div>
  );
}

/** What is wrong when the field was filled in. A browser may have done it, so the words are kept and it is said. */
export function trapFaults(fields: ReadonlyMap<string, string>): readonly FieldFault[] {
  if ((fields.get(name) ?? '') === '') return [];
  const { trapFilled: sv } = wordsIn('sv').onboarding;
  const { trapFilled: en } = wordsIn('en').onboarding;
  return [{ field: name, message: { sv, en } }];
}
