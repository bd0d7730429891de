import type { ChainedEvent } from './chained-event.ts';
import { keptEvent } from './kept-event.ts';

/** Gives an organisation's name for its id. */
export type NameOf = (id: string) => Promise<string | undefined>;

/** The events as JSON lines, each with all that its hash is made of, so that anybody can check the chain. */
export async function* auditLines(
  events: AsyncIterable<ChainedEvent>,
  nameOf: NameOf,
): AsyncGenerator<string> {
  for await (const event of events) {
    const { organization, ...kept } = keptEvent(event);
    const { personalHash, previous, hash } = event;
    const owner =
      organization === null
        ? null
        : { id: organization, name: (await nameOf(organization)) ?? null };
    yield `${JSON.stringify({ ...kept, organization: owner, personalHash, previous, hash })}\n`;
  }
}

const columns = [
  'number',
  'at',
  'organization',
  'actor kind',
  'actor id',
  'actor',
  'action',
  'object kind',
  'object id',
  'object',
  'before',
  'after',
  'address',
  'request',
  'hash',
] as const;

/** The events as CSV with a header, in UTF-8 with a mark that spreadsheets know it by. RFC 4180. */
export async function* auditCsv(
  events: AsyncIterable<ChainedEvent>,
  nameOf: NameOf,
): AsyncGenerator<string> {
  yield `\ufeff${columns.join(',')}\r\n`;
  for await (const event of events) {
    const { number, at, organization, actor, action, object, ...rest } = keptEvent(event);
    const owner = organization === null ? '' : ((await nameOf(organization)) ?? organization);
    const cells: readonly (string | number | null)[] = [
      ...[number, at, owner, actor.kind, actor.id, actor.name],
      ...[action, object.kind, object.id, object.name],
      ...[json(rest.before), json(rest.after), rest.address, rest.request, event.hash],
    ];
    yield `${cells.map(cell).join(',')}\r\n`;
  }
}

function json(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

/** A cell that no spreadsheet takes for a formula: OWASP, CSV injection; ASVS 5.0 §1.2.10. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r\n\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
