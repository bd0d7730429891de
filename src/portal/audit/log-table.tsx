import type { AuditAction } from '../../audit/audit-event.ts';
import type { ChainedEvent } from '../../audit/chained-event.ts';
import { type KeptEvent, keptEvent } from '../../audit/kept-event.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { JsonObject, JsonValue } from '../../kernel/json.ts';
import { Table } from '../components/table.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** Events as a table: when, who, what, to what, what changed, from where. */
export function LogTable({
  events,
  language,
  address,
}: {
  readonly events: readonly ChainedEvent[];
  readonly language: UserLanguage;
  /** Of the log, without its filters: names lead to what else they did. */
  readonly address: string;
}) {
  const say = wordsIn(language).audit;
  const { columns } = say;
  return (
    <Table
      caption={say.title}
      hideCaption
      columns={[
        columns.time,
        columns.who,
        columns.what,
        columns.object,
        columns.change,
        columns.from,
      ].map((title) => ({ title }))}
      rows={events.map(keptEvent).map((event) => [
        <time key="time" dateTime={event.at}>
          {formatTime(event.at, language)}
        </time>,
        <Who key="who" event={event} language={language} address={address} />,
        actionText(event.action, language),
        <What key="object" event={event} language={language} address={address} />,
        <Change key="change" event={event} language={language} />,
        event.address ?? '',
      ])}
    />
  );
}

/** The words of an action; an action of a newer program is shown as it is. */
export function actionText(action: string, language: UserLanguage): string {
  return wordsIn(language).audit.actions[action as AuditAction] ?? action;
}

function Who({ event, language, address }: Part) {
  const say = wordsIn(language).audit;
  const { id, kind, name } = event.actor;
  if (kind === 'anonymous' || id === null) return <span class="quiet">{say.nobody}</span>;
  if (id === 'system') return <>{say.itself}</>;
  if (id === 'command-line') return <>{say.commandLine}</>;
  return <a href={`${address}?actor=${encodeURIComponent(id)}`}>{name ?? say.cleaned}</a>;
}

function What({ event, language, address }: Part) {
  const { kind, id, name } = event.object;
  const say = wordsIn(language).audit;
  return (
    <>
      <span class="quiet">{say.kinds[kind] ?? kind}</span>{' '}
      {kind !== 'audit' && kind !== 'session' && (
        <a href={`${address}?object=${encodeURIComponent(id)}`}>{name ?? say.cleaned}</a>
      )}
    </>
  );
}

interface Part {
  readonly event: KeptEvent;
  readonly language: UserLanguage;
  readonly address: string;
}

/** What was and what is, in the words of the record: people who read logs know them. */
function Change({ event, language }: Omit<Part, 'address'>) {
  const say = wordsIn(language).audit;
  const parts = [
    [say.before, event.before],
    [say.after, event.after],
  ] as const;
  return (
    <>
      {parts.map(([label, values]) =>
        values === undefined ? null : (
          <div key={label}>
            <span class="quiet">{label}:</span> {pairs(values, language)}
          </div>
        ),
      )}
    </>
  );
}

function pairs(values: JsonObject, language: UserLanguage): string {
  const { names } = wordsIn(language).audit;
  return Object.entries(values)
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${names[name] ?? name} ${plain(value, language)}`)
    .join(', ');
}

function plain(value: JsonValue | undefined, language: UserLanguage): string {
  if (Array.isArray(value)) return value.map((one) => plain(one, language)).join(' + ');
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
    return formatTime(value, language);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return wordsIn(language).audit.values[text] ?? text;
}
