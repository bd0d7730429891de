import { hash } from 'node:crypto';
import type { AuditStore } from './audit-store.ts';
import { beginning, hashOf } from './chained-event.ts';

/** Whether every event is there and as it was written. */
export type Verdict =
  | { readonly holds: true; readonly events: number; readonly head: string }
  /** The first event that is not as it was, and what is wrong with it. */
  | { readonly holds: false; readonly number: number; readonly fault: ChainFault };

export type ChainFault =
  /** One is missing before it. */
  | 'gap'
  /** It does not follow upon the one before. */
  | 'broken-link'
  /** It has been changed. */
  | 'changed'
  /** Who did it has been changed. */
  | 'personal-changed'
  /** It is not the one that was seen at this number before. */
  | 'not-as-known';

const batch = 1000;

/**
 * Walks the whole chain.
 * @param known a number and its hash that somebody kept elsewhere: without one, events that are cut off the end are not missed
 */
export async function verifyChain(
  store: Pick<AuditStore, 'after'>,
  known?: { readonly number: number; readonly hash: string },
): Promise<Verdict> {
  let number = 0;
  let head = beginning;
  let isKnown = known === undefined || (known.number === 0 && known.hash === beginning);
  for (;;) {
    const events = await store.after(number, batch);
    for (const event of events) {
      const fault = (kind: ChainFault): Verdict => ({
        holds: false,
        number: event.number,
        fault: kind,
      });
      if (event.number !== number + 1) return fault('gap');
      if (event.previous !== head) return fault('broken-link');
      if (event.hash !== hashOf(event)) return fault('changed');
      if (event.personal !== null && hash('sha256', event.personal) !== event.personalHash)
        return fault('personal-changed');
      if (event.number === known?.number) {
        if (event.hash !== known.hash) return fault('not-as-known');
        isKnown = true;
      }
      number = event.number;
      head = event.hash;
    }
    if (events.length < batch) break;
  }
  if (!isKnown) return { holds: false, number: number + 1, fault: 'gap' };
  return { holds: true, events: number, head };
}
