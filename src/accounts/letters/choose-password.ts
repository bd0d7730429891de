import type { Letter } from '../../mail/letter.ts';
import { type Addressee, action, letterIn, text } from './addressee.ts';

/** To somebody who has forgotten the password. */
export function choosePasswordLetter(
  to: Addressee,
  { name, href }: { readonly name: string; readonly href: string },
): Letter {
  return letterIn(to, {
    sv: {
      subject: `Välj ett nytt lösenord på ${to.site}`,
      parts: [
        text(`Hej ${name}!`),
        text(`Här väljer du ett nytt lösenord till ditt konto på ${to.site}.`),
        action('Välj ett nytt lösenord', href),
        text(
          'Länken gäller i en timme och fungerar en gång. Har du inte bett om den kan du strunta i brevet: lösenordet är detsamma som förut.',
        ),
      ],
    },
    en: {
      subject: `Choose a new password at ${to.site}`,
      parts: [
        text(`Hello ${name},`),
        text(`Here you choose a new password for your account at ${to.site}.`),
        action('Choose a new password', href),
        text(
          'The link holds for an hour and works once. If you did not ask for it, you can ignore this letter: the password is the same as before.',
        ),
      ],
    },
  });
}
