import { type AuditAction, auditActions } from '../audit/audit-event.ts';
import type { AuditQuery } from '../audit/audit-store.ts';
import { day } from '../kernel/day.ts';
import type { Context } from './context.ts';
import type { Parameter } from './route.ts';

/** How a log is narrowed in an address: the same words for pages, exports and the API. */

const dayOnly = {
  type: 'string',
  format: 'date',
  pattern: '^(?:\\d{4}-\\d{2}-\\d{2})?$',
  maxLength: 10,
} as const;
const id = { type: 'string', maxLength: 255 } as const;

export const auditParameters: readonly Parameter[] = [
  {
    name: 'action',
    in: 'query',
    description: { sv: 'Vad som gjordes.', en: 'What was done.' },
    schema: { type: 'string', enum: ['', ...auditActions] },
    example: 'record-published',
  },
  {
    name: 'since',
    in: 'query',
    description: { sv: 'Från och med den dagen, UTC.', en: 'From that day on, UTC.' },
    schema: dayOnly,
    example: '2026-11-01',
  },
  {
    name: 'until',
    in: 'query',
    description: { sv: 'Till och med den dagen, UTC.', en: 'Up to and including that day, UTC.' },
    schema: dayOnly,
    example: '2026-11-30',
  },
  {
    name: 'actor',
    in: 'query',
    description: { sv: 'Id för den som gjorde det.', en: 'Id of who did it.' },
    schema: id,
    example: '01980000-0000-7000-8000-000000000001',
  },
  {
    name: 'object',
    in: 'query',
    description: { sv: 'Id för det som det gjordes med.', en: 'Id of what it was done to.' },
    schema: id,
    example: '01980000-0000-7000-8000-000000000002',
  },
];

/** The query of an address. */
export function auditQuery(ctx: Context): Omit<AuditQuery, 'limit' | 'organizations'> {
  const { query } = ctx.state;
  const given = (name: string) => query.text(name) || undefined;
  const action = given('action') as AuditAction | undefined;
  return {
    actions: action === undefined ? undefined : [action],
    since: startOf(given('since'), 0),
    until: startOf(given('until'), 1),
    actor: given('actor'),
    object: given('object'),
  };
}

/** The first moment of a day, or of so many days later; undefined for a day that no calendar has. */
function startOf(date: string | undefined, later: number): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time + later * day).toISOString();
}
