import type { UserLanguage } from '../../kernel/issue.ts';
import type { SupportContext } from '../../support/support-context.ts';
import type { Ticket, TicketState } from '../../support/ticket.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { QueueFilters } from '../components/queue-filters.tsx';
import { Table } from '../components/table.tsx';
import { formatRecent } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { TicketStateTag } from './ticket-facts.tsx';

const states: readonly TicketState[] = ['open', 'answered', 'closed'];
const pageSize = 50;

/** What a page of a queue shows. */
export interface QueueView {
  readonly tickets: readonly Ticket[];
  readonly counts: ReadonlyMap<TicketState, number>;
  readonly state: TicketState;
  readonly now: Date;
}

/** Reads a page of the queue: of one organisation (its id), or of all. */
export async function readQueue(
  { tickets, catalog }: SupportContext,
  {
    state,
    before,
    organization,
  }: {
    readonly state: TicketState;
    readonly before: string | undefined;
    readonly organization?: string;
  },
): Promise<QueueView> {
  const [found, counts] = await Promise.all([
    tickets.list({ states: [state], organization, before, limit: pageSize }),
    tickets.count(organization),
  ]);
  return { tickets: found, counts, state, now: catalog.now() };
}

/** The queue as a list to choose from. */
export function TicketQueue({
  view: { tickets, counts, state, now },
  address,
  language,
}: {
  readonly view: QueueView;
  /** Path of the queue; a ticket's page lies below it. */
  readonly address: string;
  readonly language: UserLanguage;
}) {
  const { queue: say, form } = wordsIn(language).support;
  return (
    <>
      <QueueFilters
        label={say.title}
        filters={states.map((one) => ({
          label: say.filters[one],
          href: `${address}?state=${one}`,
          count: counts.get(one) ?? 0,
          isChosen: one === state,
        }))}
        language={language}
      />
      {tickets.length === 0 ? (
        <EmptyState title={say.empty}>
          <p>{say.emptyHelp}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say.filters[state]}
          hideCaption
          columns={[
            { title: say.columns.number },
            { title: say.columns.topic },
            { title: say.columns.about },
            { title: say.columns.state },
            { title: say.columns.created },
          ]}
          rows={tickets.map((ticket) => [
            <a key="number" class="ticket-number" href={`${address}/${ticket.id}`}>
              {ticket.number}
            </a>,
            form.topics[ticket.topic],
            ticket.record?.title ?? ticket.page,
            <TicketStateTag key="state" state={ticket.state} language={language} />,
            <time key="created" dateTime={ticket.created}>
              {formatRecent(ticket.created, language, now)}
            </time>,
          ])}
        />
      )}
      {tickets.length === pageSize && (
        <p>
          <a href={`${address}?state=${state}&before=${tickets.at(-1)?.id ?? ''}`}>{say.older}</a>
        </p>
      )}
    </>
  );
}
