import type { Localized } from '../../kernel/issue.ts';
import type { Letter } from '../../mail/letter.ts';
import type { MemberRole } from '../person.ts';
import { type Addressee, action, letterIn, text } from './addressee.ts';
import { roleWords } from './role-words.ts';

/** To somebody who is offered a place in an organisation. */
export function invitationLetter(
  to: Addressee,
  {
    organization,
    by,
    role,
    href,
  }: {
    readonly organization: Localized;
    /** Who invites. */
    readonly by: string;
    readonly role: MemberRole;
    readonly href: string;
  },
): Letter {
  return letterIn(to, {
    sv: {
      subject: `Inbjudan till ${organization.sv} på ${to.site}`,
      parts: [
        text(
          `${by} bjuder in dig att arbeta med ${organization.sv} på ${to.site} som ${roleWords[role].sv}.`,
        ),
        action('Ta emot inbjudan', href),
        text(
          'Länken gäller i 14 dagar och fungerar en gång. Du behöver inget konto i förväg. Känner du inte igen avsändaren kan du strunta i brevet.',
        ),
      ],
    },
    en: {
      subject: `Invitation to ${organization.en} at ${to.site}`,
      parts: [
        text(
          `${by} invites you to work with ${organization.en} at ${to.site} as ${roleWords[role].en}.`,
        ),
        action('Accept the invitation', href),
        text(
          'The link holds for 14 days and works once. You need no account beforehand. If you do not know the sender, you can ignore this letter.',
        ),
      ],
    },
  });
}
