import type { UserLanguage } from '../kernel/issue.ts';
import { Icon } from './components/icon.tsx';
import type { IconName } from './icons.ts';
import { wordsIn } from './words/words.ts';
import { accountRail, operatorRail, organizationRail, type RailPlace } from './workspace/rails.ts';

interface RailLink {
  readonly href: string;
  readonly text: string;
  readonly icon: IconName;
  readonly isHere: boolean;
}

/** The pages of a workspace, of the operator or of an account: beside the page, folded above it where there is no room. */
export function FrameRail({
  place,
  language,
}: {
  readonly place: RailPlace;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).workspace.rail;
  const name = place.of === 'organization' ? place.title : say[place.of].name;
  const links = linksOf(place, language);
  const here = links.find(({ isHere }) => isHere)?.text ?? name;
  return (
    <nav class="rail" aria-label={say.label(name)}>
      <details>
        <summary>
          <span>
            <span class="rail-here">{name}</span>
            {here}
          </span>
          <Icon name="down" />
        </summary>
        <Links links={links} />
      </details>
      <div class="rail-wide">
        <p class="rail-name">{name}</p>
        <Links links={links} />
      </div>
    </nav>
  );
}

function Links({ links }: { readonly links: readonly RailLink[] }) {
  return (
    <ul>
      {links.map(({ href, text, icon, isHere }) => (
        <li key={href}>
          <a href={href} aria-current={isHere ? 'page' : undefined}>
            <Icon name={icon} />
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

function linksOf(place: RailPlace, language: UserLanguage): readonly RailLink[] {
  const say = wordsIn(language).workspace.rail;
  switch (place.of) {
    case 'organization':
      return place.places.map((at) => ({
        href: `/workspace/${place.name}${organizationRail[at].path}`,
        text: say.organization[at],
        icon: organizationRail[at].icon,
        isHere: at === place.at,
      }));
    case 'operator':
      return keysOf(operatorRail).map((at) => ({
        href: `/operator${operatorRail[at].path}`,
        text: say.operator.places[at],
        icon: operatorRail[at].icon,
        isHere: at === place.at,
      }));
    case 'account':
      return keysOf(accountRail).map((at) => ({
        href: `/account${accountRail[at].path}`,
        text: say.account.places[at],
        icon: accountRail[at].icon,
        isHere: at === place.at,
      }));
  }
}

function keysOf<T extends object>(rail: T): readonly (keyof T)[] {
  return Object.keys(rail) as (keyof T)[];
}
