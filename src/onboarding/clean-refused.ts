import { daysBefore } from '../kernel/day.ts';
import { type PageBefore, removeUnchanged } from '../kernel/remove-unchanged.ts';
import type { OnboardingStore } from './onboarding-store.ts';

/** Days that a matter is kept after its last change when nothing came of it. */
export const refusedLife = 365;

/**
 * Takes refused and withdrawn matters away, with their links. Those that led to an agreement are kept with it.
 * @returns how many. GDPR Article 5.1 (e).
 */
export async function cleanRefused(store: OnboardingStore, now: Date): Promise<number> {
  const { transact } = store;
  const list = (page: PageBefore) => store.list({ states: ['refused'], ...page });
  return removeUnchanged({ list, transact }, daysBefore(now, refusedLife));
}
