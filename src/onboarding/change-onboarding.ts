import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { HistoryEntry, Onboarding } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { nameOf } from './onboarding-letters.ts';
import { demandStep, type Party, type Step, steps } from './onboarding-steps.ts';
import type { OnboardingTransaction } from './onboarding-store.ts';

/** Who does something to an onboarding, and what the history calls them. */
export interface Doer {
  readonly actor: Actor;
  readonly by: Party;
  readonly author: string;
}

/**
 * Changes one onboarding in one transaction: reads it, lets the work make the next of it, keeps that.
 * @throws CatalogError `not-found`, `version-conflict`, and what the work throws.
 */
export function changeOnboarding(
  { store, catalog }: OnboardingContext,
  id: string,
  work: (tx: OnboardingTransaction, found: Onboarding) => Promise<Onboarding> | Onboarding,
): Promise<Onboarding> {
  return store.transact(async (tx) => {
    const found = await tx.find(id);
    if (found === undefined) throw noOnboarding();
    const next = {
      ...(await work(tx, found)),
      version: found.version + 1,
      changed: catalog.now().toISOString(),
    };
    await tx.replace(next);
    return next;
  });
}

/**
 * The onboarding one step further, with the step in its history and in the audit.
 * @throws CatalogError `state-conflict` when the step cannot be taken now.
 */
export async function advance(
  { catalog }: OnboardingContext,
  tx: OnboardingTransaction,
  found: Onboarding,
  { step, doer, reason = '' }: { step: Step; doer: Doer; reason?: string },
): Promise<Onboarding> {
  const state = demandStep(found.state, step);
  const at = catalog.now().toISOString();
  await tx.audit({
    at,
    actor: doer.actor,
    organization: found.organization,
    action: auditOf[step] ?? 'onboarding-step',
    object: { kind: 'onboarding', id: found.id, name: nameOf(found) },
    before: { state: found.state },
    after: { state, step, by: steps[step].by, ...(reason === '' ? {} : { reason }) },
  });
  return withEntry(
    { ...found, state },
    { kind: 'step', at, step, by: doer.by, author: doer.author, reason },
  );
}

/** The onboarding with one more line in its history. */
export function withEntry(onboarding: Onboarding, entry: HistoryEntry): Onboarding {
  return { ...onboarding, history: [...onboarding.history, entry] };
}

/** What concerns an organisation that is there has a word of its own in the audit. */
const auditOf: Partial<
  Readonly<Record<Step, 'organization-paused' | 'organization-resumed' | 'organization-ended'>>
> = {
  pause: 'organization-paused',
  resume: 'organization-resumed',
  end: 'organization-ended',
};

/** The refusal for what is not there. */
export function noOnboarding(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Det finns inget på den adressen.',
    en: 'There is nothing at this address.',
  });
}
