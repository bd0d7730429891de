import type { Localized } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';

/** What a kind of publisher is called in plain words, by its IRI. */
export function kindName(iri: string): Localized {
  const code = iri.slice(iri.lastIndexOf('/') + 1);
  const named = (kinds: Readonly<Record<string, string>>): string => kinds[code] ?? code;
  return { sv: named(wordsIn('sv').onboarding.kinds), en: named(wordsIn('en').onboarding.kinds) };
}
