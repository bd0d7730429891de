import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { cleanTickets, ticketLife } from '../../src/support/clean-tickets.ts';
import type { Ticket } from '../../src/support/ticket.ts';

test('closed tickets go two years after the last that was said, and open ones stay', async (t) => {
  const { tickets, close } = await openStore({ memory: true });
  t.after(close);
  const old = '2024-01-01T08:00:00.000Z';
  const made = (number: string, changes: Partial<Ticket>): Ticket => ({
    ...{ id: randomUUIDv7(), number, version: 1, state: 'closed', topic: 'question' },
    ...{ language: 'sv', created: old, changed: old, page: '', record: null, organization: null },
    ...{ name: 'Anna', email: '', assignee: null, entries: [] },
    ...changes,
  });
  const all = [
    made('2024-AAAAAA', {}),
    made('2024-BBBBBB', { state: 'open' }),
    made('2024-CCCCCC', { changed: new Date().toISOString() }),
  ];
  await tickets.transact(async (tx) => {
    for (const each of all) await tx.add(each, { place: 'p', email: 'e' });
  });
  const later = new Date(Date.now() + (ticketLife - 1) * 86_400_000);
  assert.equal(
    await cleanTickets(tickets, later),
    0,
    'ids are of today, so none is old enough yet',
  );
  assert.equal(
    await cleanTickets(tickets, new Date(Date.now() + (ticketLife + 1) * 86_400_000)),
    2,
  );
  const left = await tickets.list({ states: ['open', 'closed', 'answered'], limit: 9 });
  assert.deepEqual(left, [all[1]]);
});
