import type { UserLanguage } from '../../kernel/issue.ts';
import type { Ticket, TicketEntry, TicketParty } from '../../support/ticket.ts';
import { Tag } from '../components/tag.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** What has been said and done, the oldest first; notes only to those who handle the ticket. */
export function TicketEntries({
  ticket: { entries },
  reader,
  language,
}: {
  readonly ticket: Ticket;
  readonly reader: TicketParty;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).support.ticket;
  const shown = entries.filter(
    ({ kind }) => reader === 'operator' || (kind !== 'note' && kind !== 'assigned'),
  );
  return (
    <ol class="log-lines">
      {shown.map((entry, index) => (
        <li key={index} class={entry.by === 'author' ? undefined : 'ours'}>
          <strong>{nameOf(entry, reader, language)}</strong>
          <span class="quiet small">
            {' '}
            <time dateTime={entry.at}>{formatTime(entry.at, language)}</time>
          </span>{' '}
          {entry.kind === 'note' && <Tag icon="lock">{say.note}</Tag>}
          {entry.kind === 'message' || entry.kind === 'note' ? (
            <p class="words">{entry.text}</p>
          ) : (
            <p class="quiet">
              {entry.kind === 'assigned'
                ? say.entries.assigned(entry.text)
                : say.entries[entry.kind]}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Who it is to the reader: outside, colleagues are not named. */
function nameOf({ by, author }: TicketEntry, reader: TicketParty, language: UserLanguage): string {
  const say = wordsIn(language).support.ticket;
  if (by === reader && reader !== 'operator') return say.you;
  if (by === 'author') return author === '' ? say.author : author;
  if (by === 'publisher') return author === '' ? say.byPublisher : author;
  return reader === 'operator' ? author : say.us;
}
