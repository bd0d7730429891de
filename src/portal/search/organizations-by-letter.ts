import type { UserLanguage } from '../../kernel/issue.ts';
import type { ListedOrganization } from './listed-organizations.ts';

/** Those whose names begin alike. */
export interface LetterGroup {
  /** A letter of the reader's alphabet, `#` for numbers and signs. */
  readonly letter: string;
  readonly organizations: readonly ListedOrganization[];
}

const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const alphabets: Readonly<Record<UserLanguage, string>> = { sv: `${latin}ÅÄÖ`, en: latin };

/** The organisations in their order, parted where a new letter begins: in Swedish Å comes last, in English it is an A. */
export function organizationsByLetter(
  organizations: readonly ListedOrganization[],
  language: UserLanguage,
): readonly LetterGroup[] {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
  const letterOf = ({ title }: ListedOrganization): string =>
    [...alphabets[language]].find((letter) => compare(letter, title.slice(0, 1)) === 0) ?? '#';
  return [...Map.groupBy(organizations, letterOf)].map(([letter, ones]) => ({
    letter,
    organizations: ones,
  }));
}
