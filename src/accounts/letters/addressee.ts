import type { UserLanguage } from '../../kernel/issue.ts';
import type { Letter, LetterPart } from '../../mail/letter.ts';

/** Who gets a letter, and what the site calls itself. */
export interface Addressee {
  readonly to: string;
  readonly language: UserLanguage;
  /** What the site is called. */
  readonly site: string;
}

/** A letter's words in one language. */
export interface Words {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
}

/** The letter in the language of its reader. */
export function letterIn(
  { to, language }: Addressee,
  words: Readonly<Record<UserLanguage, Words>>,
): Letter {
  return { to, language, ...words[language] };
}

/** A paragraph. */
export function text(words: string): LetterPart {
  return { kind: 'text', text: words };
}

/** The one thing to do. */
export function action(label: string, href: string): LetterPart {
  return { kind: 'action', label, href };
}
