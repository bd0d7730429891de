import { hash } from 'node:crypto';
import type { Actor } from '../kernel/actor.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { FieldFault } from '../kernel/read-fields.ts';
import { judgeInterest } from './judge-interest.ts';
import type { Onboarding } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { writeToCustomer, writeToOperator } from './onboarding-letters.ts';

/** So many registrations an hour from one place, and of one address of mail. */
const most = { place: 5, email: 3 } as const;

/** What became of a form of interest. */
export type Submitted =
  | { readonly kind: 'taken'; readonly onboarding: Onboarding }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'too-many' };

/**
 * Takes in a form of interest, and writes to whoever sent it and to the operator.
 * @param place what shares a budget: an address, or a subscriber's part of one
 */
export async function submitInterest(
  context: OnboardingContext,
  {
    fields,
    language,
    actor,
    place,
  }: {
    readonly fields: ReadonlyMap<string, string>;
    readonly language: UserLanguage;
    readonly actor: Actor;
    readonly place: string;
  },
): Promise<Submitted> {
  const judged = judgeInterest(fields);
  if (!judged.ok) return { kind: 'faults', faults: judged.faults };
  const { catalog, store } = context;
  const interest = judged.value;
  const time = catalog.now();
  const at = time.toISOString();
  const sender = {
    // The day goes in, so that the key is of no use later.
    place: hash('sha256', `${at.slice(0, 10)} ${place}`),
    email: hash('sha256', interest.contactEmail.toLowerCase()),
  };
  const since = new Date(time.getTime() - 3_600_000).toISOString();
  return store.transact(async (tx) => {
    const count = await tx.countSince({ sender, since });
    if (count.place >= most.place || count.email >= most.email) return { kind: 'too-many' };
    const onboarding: Onboarding = {
      id: catalog.newId(),
      version: 1,
      state: 'interest',
      language,
      created: at,
      changed: at,
      organization: null,
      interest,
      agreement: null,
      order: null,
      signature: null,
      earlier: [],
      history: [
        {
          kind: 'step',
          at,
          step: 'interest',
          by: 'customer',
          author: interest.contactName,
          reason: '',
        },
      ],
    };
    await tx.add(onboarding, sender);
    await tx.audit({
      at,
      actor,
      organization: null,
      action: 'onboarding-step',
      object: { kind: 'onboarding', id: onboarding.id, name: interest.organizationName },
      after: { state: 'interest', step: 'interest', by: 'customer' },
    });
    await writeToCustomer(context, tx, onboarding, 'interest');
    await writeToOperator(context, tx, onboarding, 'interest', interest.message);
    return { kind: 'taken', onboarding };
  });
}
