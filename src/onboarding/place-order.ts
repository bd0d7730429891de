import type { Localized } from '../kernel/issue.ts';
import type { FieldFault } from '../kernel/read-fields.ts';
import { agreementDocument } from './agreement-document.ts';
import { advance, changeOnboarding, type Doer } from './change-onboarding.ts';
import { judgeOrder } from './judge-order.ts';
import type { Onboarding, Order } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { writeToCustomer, writeToOperator, writeToSigner } from './onboarding-letters.ts';

/** What became of a form: the onboarding as it is now, or every fault. */
export type Changed =
  | { readonly ok: true; readonly onboarding: Onboarding }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * Places the order, or another in its place, and asks the signer to sign what it says.
 * @throws CatalogError `not-found`, `state-conflict` when it is signed already, `version-conflict`.
 */
export async function placeOrder(
  context: OnboardingContext,
  {
    id,
    doer,
    fields,
    terms,
    kinds,
  }: {
    readonly id: string;
    readonly doer: Doer;
    readonly fields: ReadonlyMap<string, string>;
    /** The terms as they are published now. */
    readonly terms: Localized;
    /** What each kind of publisher is called, by its IRI. */
    readonly kinds: (iri: string) => Localized;
  },
): Promise<Changed> {
  const judged = judgeOrder(fields);
  if (!judged.ok) return { ok: false, faults: judged.faults };
  const onboarding = await changeOnboarding(context, id, async (tx, found) => {
    const { language } = found;
    const { base, now } = context.catalog;
    const placed = now().toISOString();
    const facts = { ...judged.value, placed };
    const order: Order = {
      ...facts,
      document: agreementDocument({
        order: facts,
        language,
        site: { title: context.site.title, base },
        terms: terms[language],
        kind: kinds(facts.publisherType)[language],
      }),
    };
    const isFirst = found.state !== 'ordered';
    const next = {
      ...(await advance(context, tx, found, { step: 'order', doer })),
      order,
      signature: null,
      earlier: earlierOf(found),
    };
    await writeToSigner(context, tx, next);
    await writeToCustomer(context, tx, next, 'order');
    if (isFirst) await writeToOperator(context, tx, next, 'order');
    return next;
  });
  return { ok: true, onboarding };
}

/** The orders that no longer hold, with the one that another takes the place of. */
export function earlierOf({
  earlier,
  order,
  signature,
}: Pick<Onboarding, 'earlier' | 'order' | 'signature'>): Onboarding['earlier'] {
  return order === null ? earlier : [...earlier, { order, signature }];
}
