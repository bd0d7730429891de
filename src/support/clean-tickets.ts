import { olderPages } from '../kernel/older-pages.ts';
import type { TicketStore } from './ticket-store.ts';

/** Days that a closed question or report is kept after the last that was said. */
export const ticketLife = 730;

/** Takes closed tickets away when nobody has said anything for so long, with their links. @returns how many. GDPR Article 5.1 (e). */
export async function cleanTickets(store: TicketStore, now: Date): Promise<number> {
  const until = new Date(now.getTime() - ticketLife * 86_400_000);
  let count = 0;
  for await (const page of olderPages((at) => store.list({ states: ['closed'], ...at }), until)) {
    const old = page.filter(({ changed }) => changed < until.toISOString());
    await store.transact(async (tx) => {
      for (const ticket of old) await tx.remove(ticket);
    });
    count += old.length;
  }
  return count;
}
