import type { UserLanguage } from '../../kernel/issue.ts';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../icons.ts';
import { wordsIn } from '../words/words.ts';
import type { Attention } from './attention.ts';
import { organizationRail } from './rails.ts';

/** How much there is of everything that waits for somebody. */
export interface Waiting extends Readonly<Record<Attention | 'drafts', number>> {
  /** Undefined when the person may not see them. */
  readonly requests: number | undefined;
  readonly tickets: number | undefined;
}

interface Need {
  readonly key: string;
  readonly href: string;
  readonly text: string;
  readonly icon: IconName;
  readonly isUrgent: boolean;
}

/** What needs somebody, the most urgent first, each with the way there. */
export function NeedsList({
  waiting,
  address,
  language,
}: {
  readonly waiting: Waiting;
  /** Of the workspace. */
  readonly address: string;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).ownRecords;
  const list = needsOf(waiting, address, language);
  if (list.length === 0) {
    return (
      <p class="needs-none">
        <Icon name="check" /> {say.nothingNeedsYou}
      </p>
    );
  }
  return (
    <ul class="needs">
      {list.map(({ key, href, text, icon, isUrgent }) => (
        <li key={key} class={isUrgent ? 'is-urgent' : undefined}>
          <a href={href}>
            <Icon name={icon} />
            <span>{text}</span>
            <Icon name="right" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function needsOf(
  { requests = 0, tickets = 0, ...count }: Waiting,
  address: string,
  language: UserLanguage,
): readonly Need[] {
  const say = wordsIn(language).ownRecords.needs;
  const list = `${address}/datasets`;
  const rows: readonly (readonly [number, string, keyof typeof say, IconName, boolean])[] = [
    [count.submitted, `${list}?needs=submitted`, 'submitted', 'person', true],
    [count.faulty, `${list}?needs=faulty`, 'faulty', 'wrong', true],
    [count.broken, `${list}?needs=broken`, 'broken', 'link', true],
    [requests, `${address}${organizationRail.members.path}`, 'requests', 'person', true],
    [tickets, `${address}${organizationRail.tickets.path}`, 'tickets', 'note', true],
    [count.overdue, `${list}?needs=overdue`, 'overdue', 'clock', false],
    [count.editing, `${list}?needs=editing`, 'editing', 'file', false],
    [count.drafts, `${list}?state=draft`, 'drafts', 'file', false],
  ];
  return rows.flatMap(([number, href, key, icon, isUrgent]) =>
    number === 0 ? [] : [{ key, href, text: say[key](number), icon, isUrgent }],
  );
}
