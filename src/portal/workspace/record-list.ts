import { type OwnKind, ownKinds } from '../../catalog/own-record-store.ts';
import type { State } from '../../catalog/resource.ts';
import type { QueryValues } from '../../http/query.ts';
import type { Parameter } from '../../http/route.ts';
import { type Attention, attentions, needs } from './attention.ts';
import type { OwnRecord } from './own-records.ts';

/** What the list of an organisation's records is narrowed to, and in which order it stands. */
export interface RecordList {
  readonly q: string;
  readonly state: State | undefined;
  readonly kind: OwnKind | undefined;
  readonly needs: Attention | undefined;
  readonly sort: ListSort;
  /** From 1. */
  readonly page: number;
}

export const listSorts = ['changed', 'title', 'state', 'score', 'checks'] as const;
export type ListSort = (typeof listSorts)[number];

/** Rows on a page. */
export const pageSize = 50;

const states = ['draft', 'published', 'withdrawn'] as const;

function choice(name: string, values: readonly string[], sv: string, en: string): Parameter {
  return {
    name,
    in: 'query',
    description: { sv, en },
    schema: { type: 'string', enum: ['', ...values] },
    example: values[0] ?? '',
  };
}

/** For the route of the list. An empty choice is what a form sends when nothing is chosen. */
export const listParameters: readonly Parameter[] = [
  {
    name: 'q',
    in: 'query',
    description: { sv: 'Ord i titel eller namn.', en: 'Words of the title or name.' },
    schema: { type: 'string', maxLength: 200 },
    example: 'bad',
  },
  choice('state', states, 'Läge.', 'State.'),
  choice('kind', ownKinds, 'Slag.', 'Kind.'),
  choice('needs', attentions, 'Vad som behöver göras.', 'What needs to be done.'),
  choice('sort', listSorts, 'Ordning.', 'Order.'),
  {
    name: 'page',
    in: 'query',
    description: { sv: 'Sida, från 1.', en: 'Page, from 1.' },
    schema: { type: 'integer', minimum: 1, maximum: 10_000 },
    example: 1,
  },
];

/** What the address asks for. */
export function readList(query: QueryValues): RecordList {
  const one = <T extends string>(name: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === query.text(name));
  return {
    q: query.text('q')?.trim() ?? '',
    state: one('state', states),
    kind: one('kind', ownKinds),
    needs: one('needs', attentions),
    sort: one('sort', listSorts) ?? 'changed',
    page: query.integer('page') ?? 1,
  };
}

/** The query of an address that shows the list with changes. */
export function listAddress(path: string, list: Partial<RecordList>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(list)) {
    const isUsual = value === undefined || value === '' || value === 1 || value === 'changed';
    if (!isUsual) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Those that fit, in their order. */
export function listed(
  records: readonly OwnRecord[],
  { q, state, kind, needs: attention, sort }: RecordList,
): readonly OwnRecord[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return records
    .filter(
      (record) =>
        (state === undefined || record.state === state) &&
        (kind === undefined || record.kind === kind) &&
        (attention === undefined || needs(record, attention)) &&
        words.every((word) => `${record.title} ${record.name}`.toLowerCase().includes(word)),
    )
    .toSorted(orders[sort]);
}

/** Within each order the title decides. What needs work comes first by score and checks. */
const alphabet = new Intl.Collator('sv');
const byTitle = (one: OwnRecord, other: OwnRecord): number =>
  alphabet.compare(one.title, other.title);

const orders: Readonly<Record<ListSort, (one: OwnRecord, other: OwnRecord) => number>> = {
  title: byTitle,
  changed: (one, other) => later(other.changed, one.changed) || byTitle(one, other),
  state: (one, other) =>
    states.indexOf(one.state) - states.indexOf(other.state) || byTitle(one, other),
  score: (one, other) =>
    (one.quality?.total ?? 1000) - (other.quality?.total ?? 1000) || byTitle(one, other),
  checks: (one, other) => remarks(other) - remarks(one) || byTitle(one, other),
};

function later(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function remarks({ quality }: OwnRecord): number {
  if (quality === undefined) return -1;
  const { errors, warnings, broken, overdue } = quality;
  return errors * 10_000 + broken.length * 100 + (overdue ? 50 : 0) + warnings;
}
