import type { JsonObject } from '../kernel/json.ts';
import type { AuditStore } from './audit-store.ts';
import { verifyChain } from './verify-chain.ts';

/**
 * The daily look at the whole chain, as the handler of a job.
 * @returns where the chain ends, which is kept with the job
 * @throws Error when something was changed or taken away: the operator sees it among the jobs that failed.
 */
export async function checkAudit(store: AuditStore): Promise<JsonObject> {
  const verdict = await verifyChain(store);
  if (verdict.holds) return { events: verdict.events, head: verdict.head };
  throw new Error(
    `The audit has been tampered with at event ${verdict.number}: ${verdict.fault}. Run: datatorget audit verify`,
  );
}
