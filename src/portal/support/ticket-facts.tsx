import type { UserLanguage } from '../../kernel/issue.ts';
import type { Ticket, TicketState } from '../../support/ticket.ts';
import { FactList } from '../components/fact-list.tsx';
import { Tag } from '../components/tag.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** What is known of a ticket; who wrote it only to those who answer (`full`). */
export function TicketFacts({
  ticket: { topic, page, record, created, name, email },
  language,
  full,
}: {
  readonly ticket: Ticket;
  readonly language: UserLanguage;
  readonly full: boolean;
}) {
  const { ticket: say, form } = wordsIn(language).support;
  const from = [name, email].filter((one) => one !== '').join(', ');
  return (
    <FactList
      facts={[
        { label: say.topic, value: form.topics[topic] },
        ...(record === null
          ? []
          : [
              {
                label: form.record,
                value: <a href={`/${folders[record.kind]}/${record.name}`}>{record.title}</a>,
              },
            ]),
        ...(page === '' ? [] : [{ label: say.page, value: <a href={page}>{page}</a> }]),
        ...(full ? [{ label: say.from, value: from === '' ? say.anonymous : from }] : []),
        {
          label: say.created,
          value: <time dateTime={created}>{formatTime(created, language)}</time>,
        },
      ]}
    />
  );
}

const folders = {
  dataset: 'datasets',
  series: 'series',
  service: 'services',
  organization: 'organizations',
} as const;

/** Whose turn it is, in a word. */
export function TicketStateTag({
  state,
  language,
}: {
  readonly state: TicketState;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).support.ticket.states[state];
  if (state === 'open') {
    return (
      <Tag tone="accent" icon="clock">
        {say}
      </Tag>
    );
  }
  if (state === 'answered') {
    return (
      <Tag tone="good" icon="check">
        {say}
      </Tag>
    );
  }
  return <Tag icon="close">{say}</Tag>;
}
