import type { UserLanguage } from '../../kernel/issue.ts';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../icons.ts';
import { wordsIn } from '../words/words.ts';
import { needs, type OwnRecord } from './own-records.ts';
import { organizationRail } from './rails.ts';

/** What waits for somebody outside the records: numbers that other parts of the program know. */
export interface Waiting {
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
  records,
  waiting,
  address,
  language,
}: {
  readonly records: readonly OwnRecord[];
  readonly waiting: Waiting;
  /** Of the workspace. */
  readonly address: string;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).ownRecords;
  const list = needsOf(records, waiting, address, language);
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
  records: readonly OwnRecord[],
  { requests = 0, tickets = 0 }: Waiting,
  address: string,
  language: UserLanguage,
): readonly Need[] {
  const say = wordsIn(language).ownRecords.needs;
  const count = (attention: Parameters<typeof needs>[1]): number =>
    records.filter((record) => needs(record, attention)).length;
  const drafts = records.filter(({ state }) => state === 'draft').length;
  const list = `${address}/datasets`;
  const rows: readonly (readonly [number, string, keyof typeof say, IconName, boolean])[] = [
    [count('submitted'), `${list}?needs=submitted`, 'submitted', 'person', true],
    [count('faulty'), `${list}?needs=faulty`, 'faulty', 'wrong', true],
    [count('broken'), `${list}?needs=broken`, 'broken', 'link', true],
    [requests, `${address}${organizationRail.members.path}`, 'requests', 'person', true],
    [tickets, `${address}${organizationRail.tickets.path}`, 'tickets', 'note', true],
    [count('overdue'), `${list}?needs=overdue`, 'overdue', 'clock', false],
    [count('editing'), `${list}?needs=editing`, 'editing', 'file', false],
    [drafts, `${list}?state=draft`, 'drafts', 'file', false],
  ];
  return rows.flatMap(([number, href, key, icon, isUrgent]) =>
    number === 0 ? [] : [{ key, href, text: say[key](number), icon, isUrgent }],
  );
}
