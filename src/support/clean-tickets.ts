import { daysBefore } from '../kernel/day.ts';
import { type PageBefore, removeUnchanged } from '../kernel/remove-unchanged.ts';
import type { TicketStore } from './ticket-store.ts';

/** Days that a closed question or report is kept after the last that was said. */
export const ticketLife = 730;

/** Takes closed tickets away when nobody has said anything for so long, with their links. @returns how many. GDPR Article 5.1 (e). */
export async function cleanTickets(store: TicketStore, now: Date): Promise<number> {
  const { transact } = store;
  const list = (page: PageBefore) => store.list({ states: ['closed'], ...page });
  return removeUnchanged({ list, transact }, daysBefore(now, ticketLife));
}
