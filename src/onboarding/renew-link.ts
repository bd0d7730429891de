import { demand } from '../catalog/policy.ts';
import type { Actor } from '../kernel/actor.ts';
import { changeOnboarding } from './change-onboarding.ts';
import type { Onboarding } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { writeToCustomer, writeToSigner } from './onboarding-letters.ts';

/**
 * Sends new links and ends all that were sent before: to the customer's page, and for a signature where one is waited for.
 * @throws CatalogError `not-permitted`, `not-found`, `version-conflict`.
 */
export async function renewLink(
  context: OnboardingContext,
  { id, actor }: { readonly id: string; readonly actor: Actor },
): Promise<Onboarding> {
  demand(actor, 'operate');
  return changeOnboarding(context, id, async (tx, found) => {
    await tx.dropLinks(id, 'customer');
    await writeToCustomer(context, tx, found, 'link');
    if (found.state === 'ordered') await writeToSigner(context, tx, found);
    return found;
  });
}
