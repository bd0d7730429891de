import type { Localized } from '../../kernel/issue.ts';
import type { Letter } from '../../mail/letter.ts';
import { type Addressee, action, letterIn, text } from './addressee.ts';

/** What has been changed about how somebody signs in. ASVS 5.0 §6.3.7. */
export const accountChanges = {
  password: { sv: 'Lösenordet har bytts.', en: 'The password has been changed.' },
  'totp-added': {
    sv: 'Tvåstegsinloggning har slagits på.',
    en: 'Two-step sign-in has been turned on.',
  },
  'totp-removed': {
    sv: 'Tvåstegsinloggning har slagits av.',
    en: 'Two-step sign-in has been turned off.',
  },
  'recovery-codes': {
    sv: 'Nya återställningskoder har skapats. De gamla gäller inte längre.',
    en: 'New recovery codes have been made. The old ones no longer work.',
  },
  'recovery-code-used': {
    sv: 'Någon har loggat in med en återställningskod. Koden gäller inte längre.',
    en: 'Somebody has signed in with a recovery code. The code no longer works.',
  },
  'passkey-added': { sv: 'En nyckel har lagts till.', en: 'A passkey has been added.' },
  'passkey-removed': { sv: 'En nyckel har tagits bort.', en: 'A passkey has been removed.' },
  'identity-linked': {
    sv: 'Kontot har kopplats till ett annat sätt att logga in.',
    en: 'The account has been linked to another way to sign in.',
  },
  'identity-unlinked': {
    sv: 'Ett annat sätt att logga in har kopplats bort från kontot.',
    en: 'Another way to sign in has been removed from the account.',
  },
  'email-changed': {
    sv: 'Kontots e-postadress har bytts till en annan.',
    en: 'The e-mail address of the account has been changed to another.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export type AccountChange = keyof typeof accountChanges;

/** To the owner of an account, when the way into it has changed. */
export function accountChangedLetter(
  to: Addressee,
  {
    name,
    change,
    href,
  }: { readonly name: string; readonly change: AccountChange; readonly href: string },
): Letter {
  return letterIn(to, {
    sv: {
      subject: `Ditt konto på ${to.site} har ändrats`,
      parts: [
        text(`Hej ${name}!`),
        text(accountChanges[change].sv),
        text(
          'Var det du behöver du inte göra något. Var det inte du: välj genast ett nytt lösenord och avsluta andra inloggningar.',
        ),
        action('Öppna ditt konto', href),
      ],
    },
    en: {
      subject: `Your account at ${to.site} has changed`,
      parts: [
        text(`Hello ${name},`),
        text(accountChanges[change].en),
        text(
          'If it was you, you need not do anything. If not: choose a new password at once and end other sessions.',
        ),
        action('Open your account', href),
      ],
    },
  });
}
