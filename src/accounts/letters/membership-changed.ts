import type { Localized } from '../../kernel/issue.ts';
import type { Letter } from '../../mail/letter.ts';
import type { MemberRole } from '../person.ts';
import { type Addressee, action, letterIn, text } from './addressee.ts';
import { roleWords } from './role-words.ts';

/** What has become of somebody's place in an organisation. */
export type MembershipChange =
  | { readonly what: 'added' | 'role-changed'; readonly role: MemberRole }
  | { readonly what: 'refused' | 'removed' };

/** To the person whose place in an organisation was given, changed or taken. */
export function membershipChangedLetter(
  to: Addressee,
  {
    organization,
    change,
    href,
  }: {
    readonly organization: Localized;
    readonly change: MembershipChange;
    readonly href: string;
  },
): Letter {
  const words = wordsOf(change, organization, to.site);
  return letterIn(to, {
    sv: { subject: words.subject.sv, parts: [text(words.text.sv), action('Öppna', href)] },
    en: { subject: words.subject.en, parts: [text(words.text.en), action('Open', href)] },
  });
}

function wordsOf(
  change: MembershipChange,
  { sv, en }: Localized,
  site: string,
): { readonly subject: Localized; readonly text: Localized } {
  switch (change.what) {
    case 'added':
      return {
        subject: { sv: `Du är med i ${sv}`, en: `You belong to ${en}` },
        text: {
          sv: `Du kan nu arbeta med ${sv} på ${site} som ${roleWords[change.role].sv}.`,
          en: `You can now work with ${en} at ${site} as ${roleWords[change.role].en}.`,
        },
      };
    case 'role-changed':
      return {
        subject: { sv: `Din roll i ${sv} har ändrats`, en: `Your role in ${en} has changed` },
        text: {
          sv: `Du är nu ${roleWords[change.role].sv} i ${sv} på ${site}.`,
          en: `You are now ${roleWords[change.role].en} of ${en} at ${site}.`,
        },
      };
    case 'refused':
      return {
        subject: { sv: `Svar från ${sv}`, en: `Answer from ${en}` },
        text: {
          sv: `${sv} har sagt nej till din förfrågan om att gå med på ${site}. Tala med en kollega som är administratör där om det har blivit fel.`,
          en: `${en} has said no to your request to join at ${site}. Talk to a colleague who is administrator there if this is wrong.`,
        },
      };
    case 'removed':
      return {
        subject: { sv: `Du är inte längre med i ${sv}`, en: `You no longer belong to ${en}` },
        text: {
          sv: `Du har tagits bort från ${sv} på ${site}. Ditt konto finns kvar.`,
          en: `You have been removed from ${en} at ${site}. You still have your account.`,
        },
      };
  }
}
