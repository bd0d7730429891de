import type { Letter } from '../../mail/letter.ts';
import { type Addressee, action, letterIn, text } from './addressee.ts';

/** To the new address of an account: the link that makes it the account's. */
export function confirmEmailLetter(
  to: Addressee,
  { name, href }: { readonly name: string; readonly href: string },
): Letter {
  return letterIn(to, {
    sv: {
      subject: `Bekräfta din nya e-postadress på ${to.site}`,
      parts: [
        text(`Hej ${name}!`),
        text(`Öppna länken för att använda den här e-postadressen till ditt konto på ${to.site}.`),
        action('Bekräfta adressen', href),
        text('Länken gäller i ett dygn. Har du inte bett om detta behöver du inte göra något.'),
      ],
    },
    en: {
      subject: `Confirm your new e-mail address at ${to.site}`,
      parts: [
        text(`Hello ${name},`),
        text(`Open the link to use this e-mail address for your account at ${to.site}.`),
        action('Confirm the address', href),
        text('The link holds for a day. If you did not ask for this, you need not do anything.'),
      ],
    },
  });
}
