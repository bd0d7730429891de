import type { AuditQuery, AuditStore } from './audit-store.ts';
import type { ChainedEvent } from './chained-event.ts';

const batch = 500;

/** All events that the query asks for, newest first, a batch in memory at a time. */
export async function* walkAudit(
  store: Pick<AuditStore, 'list'>,
  query: Omit<AuditQuery, 'limit' | 'before'>,
): AsyncGenerator<ChainedEvent> {
  for (let before: number | undefined; ; ) {
    const events = await store.list({ ...query, before, limit: batch });
    yield* events;
    before = events.at(-1)?.number;
    if (events.length < batch) return;
  }
}
