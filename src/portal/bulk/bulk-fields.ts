import type { PropertyChange } from '../../catalog/change-property.ts';
import type { BulkAsk, BulkRequest, BulkRow } from '../../catalog/plan-bulk.ts';
import { collections } from '../../catalog/resource.ts';
import type { PublishedKind } from '../../catalog/review-publication.ts';
import type { JsonValue } from '../../kernel/json.ts';
import type { BulkProperty } from './bulk-properties.ts';

/** What the forms of a bulk change send, step by step; each step carries along what was said before it. */

type Fields = ReadonlyMap<string, string>;

export const bulkActions = ['publish', 'withdraw', 'change', 'move', 'export'] as const;
export type BulkFormAction = (typeof bulkActions)[number];

/** Whether the text is something that the list offers. */
export function isBulkAction(text: string | undefined): text is BulkFormAction {
  return bulkActions.some((action) => action === text);
}

/** The records that were chosen: boxes called `dataset.trees`. */
export function chosenRecords(fields: Fields): BulkRequest['records'] {
  return [...fields.keys()].flatMap((field) => {
    const at = field.indexOf('.');
    const kind = field.slice(0, at);
    return isKind(kind) ? [{ kind, name: field.slice(at + 1) }] : [];
  });
}

function isKind(text: string): text is PublishedKind {
  return text in collections && text !== 'organization' && text !== 'catalog';
}

/** What is asked for, once all is said; undefined while something is missing. */
export function askIn(
  fields: Fields,
  action: BulkFormAction,
  properties: readonly BulkProperty[],
): BulkAsk | undefined {
  const text = (name: string): string => (fields.get(name) ?? '').trim();
  switch (action) {
    case 'publish':
      return {
        action,
        words: {
          classifiedBy: text('classifiedBy'),
          classifiedOn: text('classifiedOn'),
          ground: text('ground'),
        },
      };
    case 'withdraw':
      return { action, reason: text('reason').slice(0, 500) || undefined };
    case 'move': {
      if (text('to') !== '') return { action, to: text('to') };
      if (!fields.has('series')) return undefined;
      const series = text('series');
      const change: PropertyChange = {
        path: ['inSeries'],
        mode: series === '' ? 'remove' : 'set',
        value: series === '' ? [] : [series],
      };
      return { action: 'property', change };
    }
    case 'change': {
      const chosen = properties.find(({ path }) => path === text('property'));
      const change = chosen && changeIn(fields, chosen);
      return change && { action: 'property', change };
    }
    case 'export':
      return undefined;
  }
}

function changeIn(fields: Fields, { path, property }: BulkProperty): PropertyChange | undefined {
  const mode = fields.get('mode');
  if (mode !== 'set' && mode !== 'add' && mode !== 'remove') return undefined;
  if (!fields.has('value') && !fields.has('valueSv')) return undefined;
  const [first = '', inner] = path.split('/');
  const way = inner === undefined ? ([first] as const) : ([first, inner] as const);
  if (property.node === 'text') {
    const texts = { sv: lines(fields.get('valueSv')), en: lines(fields.get('valueEn')) };
    const said = Object.entries(texts).filter(([, some]) => some.length > 0);
    if (said.length === 0 && mode !== 'remove') return undefined;
    return { path: way, mode, value: Object.fromEntries(said) };
  }
  const values: JsonValue[] = lines(fields.get('value')).map((line) =>
    property.format === 'integer' && /^-?\d{1,15}$/.test(line) ? Number(line) : line,
  );
  if (values.length === 0 && mode !== 'remove') return undefined;
  return { path: way, mode, value: values };
}

function lines(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What was looked at, as one field: the version of each record by its id. */
export function seenField(rows: readonly BulkRow[]): string {
  return rows.map(({ stored }) => `${stored.id}:${stored.version}`).join(' ');
}

/** The same read back. */
export function seenIn(fields: Fields): ReadonlyMap<string, number> {
  return new Map(
    (fields.get('seen') ?? '').split(' ').map((pair) => {
      const [id = '', version] = pair.split(':');
      return [id, Number(version)];
    }),
  );
}

/** Fields to carry along, hidden. */
export function carried(
  fields: Fields,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...fields].filter(
      ([name]) => names.includes(name) || isKind(name.slice(0, name.indexOf('.'))),
    ),
  );
}
