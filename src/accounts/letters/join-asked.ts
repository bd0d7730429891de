import type { Localized } from '../../kernel/issue.ts';
import type { Letter } from '../../mail/letter.ts';
import { type Addressee, action, letterIn, text } from './addressee.ts';

/** To the administrators of an organisation: somebody wants to belong to it. */
export function joinAskedLetter(
  to: Addressee,
  {
    organization,
    name,
    email,
    message,
    href,
  }: {
    readonly organization: Localized;
    readonly name: string;
    readonly email: string;
    readonly message: string;
    readonly href: string;
  },
): Letter {
  const quote = message === '' ? [] : [{ kind: 'quote', text: message } as const];
  return {
    ...letterIn(to, {
      sv: {
        subject: `${name} vill gå med i ${organization.sv}`,
        parts: [
          text(`${name} (${email}) ber om att få arbeta med ${organization.sv} på ${to.site}.`),
          ...quote,
          text('Ta reda på att du vet vem det är innan du säger ja.'),
          action('Svara på förfrågan', href),
        ],
      },
      en: {
        subject: `${name} wants to join ${organization.en}`,
        parts: [
          text(`${name} (${email}) asks to work with ${organization.en} at ${to.site}.`),
          ...quote,
          text('Make sure that you know who it is before you say yes.'),
          action('Answer the request', href),
        ],
      },
    }),
    replyTo: email,
  };
}
