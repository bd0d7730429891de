import { olderPages } from '../kernel/older-pages.ts';
import type { OnboardingStore } from './onboarding-store.ts';

/** Days that a matter is kept after its last change when nothing came of it. */
export const refusedLife = 365;

/**
 * Takes refused and withdrawn matters away, with their links. Those that led to an agreement are kept with it.
 * @returns how many. GDPR Article 5.1 (e).
 */
export async function cleanRefused(store: OnboardingStore, now: Date): Promise<number> {
  const until = new Date(now.getTime() - refusedLife * 86_400_000);
  let count = 0;
  for await (const page of olderPages((at) => store.list({ states: ['refused'], ...at }), until)) {
    const old = page.filter(({ changed }) => changed < until.toISOString());
    await store.transact(async (tx) => {
      for (const matter of old) await tx.remove(matter);
    });
    count += old.length;
  }
  return count;
}
