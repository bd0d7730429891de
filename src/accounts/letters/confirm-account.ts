import type { Letter } from '../../mail/letter.ts';
import { type Addressee, action, letterIn, text } from './addressee.ts';

/** To somebody who has asked for an account: the link that makes it. */
export function confirmAccountLetter(
  to: Addressee,
  { name, href }: { readonly name: string; readonly href: string },
): Letter {
  return letterIn(to, {
    sv: {
      subject: `Bekräfta ditt konto på ${to.site}`,
      parts: [
        text(`Hej ${name}!`),
        text(
          `Någon, förmodligen du, har skapat ett konto på ${to.site} med den här e-postadressen. Öppna länken och skriv lösenordet som du valde, så är kontot klart.`,
        ),
        action('Bekräfta kontot', href),
        text('Länken gäller i två dygn. Var det inte du? Då behöver du inte göra något.'),
      ],
    },
    en: {
      subject: `Confirm your account at ${to.site}`,
      parts: [
        text(`Hello ${name},`),
        text(
          `Somebody, probably you, has made an account at ${to.site} with this e-mail address. Open the link and enter the password that you chose, and the account is ready.`,
        ),
        action('Confirm the account', href),
        text('The link holds for two days. Was it not you? Then you need not do anything.'),
      ],
    },
  });
}
