import type { Letter } from '../../mail/letter.ts';
import { type Addressee, action, letterIn, text } from './addressee.ts';

/** To somebody who has an account, when an account was asked for with the same address. */
export function accountExistsLetter(
  to: Addressee,
  { name, href }: { readonly name: string; readonly href: string },
): Letter {
  return letterIn(to, {
    sv: {
      subject: `Du har redan ett konto på ${to.site}`,
      parts: [
        text(`Hej ${name}!`),
        text(
          `Någon, kanske du, har försökt skapa ett konto på ${to.site} med den här e-postadressen. Du har redan ett, så inget har ändrats. Logga in med det lösenord du har. Har du glömt det väljer du ett nytt här:`,
        ),
        action('Välj ett nytt lösenord', href),
        text('Länken gäller i en timme. Var det inte du? Då behöver du inte göra något.'),
      ],
    },
    en: {
      subject: `You already have an account at ${to.site}`,
      parts: [
        text(`Hello ${name},`),
        text(
          `Somebody, perhaps you, has tried to make an account at ${to.site} with this e-mail address. You already have one, so nothing has changed. Sign in with the password you have. If you have forgotten it, choose a new one here:`,
        ),
        action('Choose a new password', href),
        text('The link holds for an hour. Was it not you? Then you need not do anything.'),
      ],
    },
  });
}
