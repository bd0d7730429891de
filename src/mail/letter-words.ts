import type { UserLanguage } from '../kernel/issue.ts';

/** Who the letters are from. */
export interface Sender {
  /** What the site is called. */
  readonly title: string;
  /** Its address, without a slash at the end. */
  readonly base: string;
  /** E-mail address that letters come from. */
  readonly from: string;
  /** E-mail address for questions. */
  readonly contact: string;
}

/** What stands under every letter. */
export function closingWords({ title, base, contact }: Sender, language: UserLanguage): string {
  return language === 'sv'
    ? `Det här brevet skickades automatiskt av ${title}, ${base}. Har du frågor? Skriv till ${contact}.`
    : `This letter was sent automatically by ${title}, ${base}. Questions? Write to ${contact}.`;
}
