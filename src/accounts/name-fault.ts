import type { Localized } from '../kernel/issue.ts';

/** Why it cannot be what a person is called; undefined when it can. Marks that turn text around would make lists lie. */
export function nameFault(name: string): Localized | undefined {
  if (name === '') {
    return {
      sv: 'Skriv ditt namn, så som kollegor känner dig.',
      en: 'Write your name, as colleagues know you.',
    };
  }
  if (name.length > 100 || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(name)) {
    return {
      sv: 'Skriv namnet med högst 100 vanliga tecken.',
      en: 'Write the name with at most 100 ordinary characters.',
    };
  }
  return undefined;
}
