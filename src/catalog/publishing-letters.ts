import type { Localized } from '../kernel/issue.ts';
import type { Letter } from '../mail/letter.ts';
import type { CatalogContext } from './catalog-context.ts';
import type { Colleague } from './colleagues.ts';
import { collections, type Resource } from './resource.ts';
import { titleOf } from './title-of.ts';
import type { WorkingCopy } from './working-copy.ts';

/** The letters that go out around a publication: to whoever may approve, and back to whoever wrote. */

type Site = Pick<CatalogContext, 'base'>;

/** To somebody who may approve. */
export function approvalLetter(
  site: Site,
  stored: Resource,
  copy: WorkingCopy,
  { email, language }: Colleague,
): Letter {
  const title = titleOf(copy.content, language) ?? stored.name;
  const { name } = copy.author;
  return {
    to: email,
    language,
    subject: { sv: `Att godkänna: ${title}`, en: `To approve: ${title}` }[language],
    parts: [
      {
        kind: 'text',
        text: {
          sv: `${name} vill publicera ”${title}” och ber dig titta igenom det först. Du kan godkänna, eller skicka tillbaka med en kommentar.`,
          en: `${name} wants to publish “${title}” and asks you to look through it first. You can approve it, or send it back with a comment.`,
        }[language],
      },
      ...(copy.note === null ? [] : [{ kind: 'quote', text: copy.note } as const]),
      {
        kind: 'action',
        label: { sv: 'Titta och svara', en: 'Look and answer' }[language],
        href: publicationAddress(site, stored),
      },
    ],
  };
}

/** To the one who asked, when it was sent back. */
export function sentBackLetter(
  site: Site,
  stored: Resource,
  { words, by }: { readonly words: string; readonly by: string },
  { email, language }: Colleague,
): Letter {
  const title = titleOf(stored.content, language) ?? stored.name;
  return {
    to: email,
    language,
    subject: { sv: `Behöver ändras: ${title}`, en: `Needs changes: ${title}` }[language],
    parts: [
      {
        kind: 'text',
        text: {
          sv: `${by} har tittat på ”${title}” och skickat tillbaka det med en kommentar:`,
          en: `${by} has looked at “${title}” and sent it back with a comment:`,
        }[language],
      },
      { kind: 'quote', text: words },
      {
        kind: 'action',
        label: { sv: 'Fortsätt skriva', en: 'Go on writing' }[language],
        href: `${publicationAddress(site, stored).slice(0, -'publish'.length)}edit`,
      },
    ],
  };
}

/** To the one who set a time, when the time came and it could not be published. */
export function failedPublicationLetter(
  site: Site,
  stored: Resource,
  reason: Localized,
  { email, language }: Colleague,
): Letter {
  const title = titleOf(stored.content, language) ?? stored.name;
  return {
    to: email,
    language,
    subject: { sv: `Kunde inte publiceras: ${title}`, en: `Could not be published: ${title}` }[
      language
    ],
    parts: [
      {
        kind: 'text',
        text: {
          sv: `”${title}” skulle ha publicerats nu, men det gick inte. Det du skrev finns kvar som utkast.`,
          en: `“${title}” was to be published now, but it could not. What you wrote is still there as a draft.`,
        }[language],
      },
      { kind: 'quote', text: reason[language] },
      {
        kind: 'action',
        label: { sv: 'Rätta och publicera', en: 'Mend and publish' }[language],
        href: publicationAddress(site, stored),
      },
    ],
  };
}

/** Where a publication is looked at in the workspace. */
function publicationAddress({ base }: Site, stored: Resource): string {
  const { organizationName, kind, name } = stored;
  return `${base}/workspace/${organizationName}/${collections[kind]}/${name}/publish`;
}
