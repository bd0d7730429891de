import { authorOf, demand } from '../catalog/policy.ts';
import type { Actor } from '../kernel/actor.ts';
import type { FieldFault } from '../kernel/read-fields.ts';
import { readFields } from '../kernel/read-fields.ts';
import type { OperatorAct, PartyAct } from './act.ts';
import { advance, changeOnboarding, type Doer } from './change-onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { type CustomerLetter, writeToCustomer, writeToOperator } from './onboarding-letters.ts';
import type { Step } from './onboarding-steps.ts';
import { type Changed, earlierOf } from './place-order.ts';

/** Steps of the operator that need no more than a word of why. */
export type PlainStep = Extract<
  Step,
  'agree' | 'refuse' | 'reconsider' | 'send-back' | 'pause' | 'resume'
>;

/** Those that the customer has to be told the reason of. */
const needsReason: ReadonlySet<Step> = new Set(['refuse', 'send-back', 'pause']);

/**
 * The operator takes a step, and the customer is written to.
 * @throws CatalogError `not-permitted`, `not-found`, `state-conflict`, `version-conflict`.
 */
export async function takeStep(
  context: OnboardingContext,
  { id, actor, step, fields }: OperatorAct & { readonly step: PlainStep },
): Promise<Changed> {
  demand(actor, 'operate');
  const read = readFields(fields);
  const reason = read.text('reason', {
    most: 2000,
    lines: true,
    missing: needsReason.has(step)
      ? {
          sv: 'Skriv varför. Kunden får läsa det.',
          en: 'Write why. The customer gets to read it.',
        }
      : undefined,
  });
  const agreement =
    step === 'agree'
      ? read.text('agreement', {
          most: 300,
          missing: {
            sv: 'Skriv vilket kundavtal som gäller, till exempel avtalets nummer.',
            en: 'Write which customer agreement applies, such as its number.',
          },
        })
      : undefined;
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const onboarding = await changeOnboarding(context, id, async (tx, found) => {
    const next = await advance(context, tx, found, { step, doer: operatorDoer(actor), reason });
    await tx.dropLinks(id, 'signer');
    await writeToCustomer(context, tx, next, step satisfies CustomerLetter, { reason });
    // A signature holds for the order that was signed and for no later one.
    if (step === 'send-back' && found.signature !== null)
      return { ...next, signature: null, earlier: earlierOf(found) };
    return agreement === undefined ? next : { ...next, agreement };
  });
  return { ok: true, onboarding };
}

/** The customer does not want to any more. @throws CatalogError `not-found`, `state-conflict`, `version-conflict`. */
export async function withdrawInterest(
  context: OnboardingContext,
  { id, doer, fields }: PartyAct,
): Promise<Changed> {
  const read = readFields(fields);
  const reason = read.text('reason', { most: 2000, lines: true });
  const faults: readonly FieldFault[] = read.faults;
  if (faults.length > 0) return { ok: false, faults };
  const onboarding = await changeOnboarding(context, id, async (tx, found) => {
    const next = await advance(context, tx, found, { step: 'withdraw', doer, reason });
    await tx.dropLinks(id, 'signer');
    await writeToCustomer(context, tx, next, 'withdraw');
    await writeToOperator(context, tx, next, 'withdraw', reason);
    return next;
  });
  return { ok: true, onboarding };
}

/** The operator, as the history calls them. */
export function operatorDoer(actor: Actor): Doer {
  return { actor, by: 'operator', author: authorOf(actor) };
}
