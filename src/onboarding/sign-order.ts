import type { FieldFault } from '../kernel/read-fields.ts';
import { readFields } from '../kernel/read-fields.ts';
import type { PartyAct } from './act.ts';
import { advance, changeOnboarding } from './change-onboarding.ts';
import type { Onboarding } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { confirmToSigner, writeToCustomer, writeToOperator } from './onboarding-letters.ts';
import { demandStep } from './onboarding-steps.ts';
import type { Changed } from './place-order.ts';

/**
 * The responsible person signs the order, or declines. Either way the link is used up.
 * @throws CatalogError `not-found`, `state-conflict` when it is no longer to be signed, `version-conflict`.
 */
export async function signOrder(
  context: OnboardingContext,
  { id, doer, fields }: PartyAct,
): Promise<Changed> {
  const { now } = context.catalog;
  if (fields.get('answer') === 'decline') {
    const reason = readFields(fields).text('reason', { most: 2000, lines: true });
    const onboarding = await changeOnboarding(context, id, async (tx, found) => {
      const next = await advance(context, tx, found, { step: 'decline', doer, reason });
      await tx.dropLinks(id, 'signer');
      await writeToCustomer(context, tx, next, 'decline', { reason });
      await writeToOperator(context, tx, next, 'decline', reason);
      return next;
    });
    return { ok: true, onboarding };
  }
  let faults: readonly FieldFault[] = [];
  const done = await context.store.transact(async (tx): Promise<Onboarding | undefined> => {
    const found = await tx.find(id);
    if (found === undefined || found.order === null) return undefined;
    demandStep(found.state, 'sign');
    const at = now().toISOString();
    const judged = await context.signatures.complete({ order: found.order, fields, at });
    if (!judged.ok) {
      faults = judged.faults;
      return undefined;
    }
    const next: Onboarding = {
      ...(await advance(context, tx, found, { step: 'sign', doer })),
      signature: judged.signature,
      version: found.version + 1,
      changed: at,
    };
    await tx.replace(next);
    await tx.dropLinks(id, 'signer');
    await confirmToSigner(context, tx, next);
    await writeToCustomer(context, tx, next, 'sign');
    await writeToOperator(context, tx, next, 'sign');
    return next;
  });
  return done === undefined ? { ok: false, faults } : { ok: true, onboarding: done };
}
