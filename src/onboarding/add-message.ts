import { readFields } from '../kernel/read-fields.ts';
import { changeOnboarding, type Doer, withEntry } from './change-onboarding.ts';
import type { Onboarding } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { writeToCustomer, writeToOperator } from './onboarding-letters.ts';
import type { Changed } from './place-order.ts';

/** So many messages of the customer in a row; then it is the operator's turn. */
const mostInARow = 10;

/**
 * Something said about an onboarding: by either side to the other, or by the operator to colleagues (`note`).
 * @throws CatalogError `not-found`, `version-conflict`.
 */
export async function addMessage(
  context: OnboardingContext,
  {
    id,
    doer,
    fields,
    kind = 'message',
  }: {
    readonly id: string;
    readonly doer: Doer;
    readonly fields: ReadonlyMap<string, string>;
    readonly kind?: 'message' | 'note';
  },
): Promise<Changed> {
  const read = readFields(fields);
  const text = read.text('text', {
    most: 4000,
    lines: true,
    missing: { sv: 'Skriv ett meddelande.', en: 'Write a message.' },
  });
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const before = await context.store.find(id);
  if (doer.by === 'customer' && before !== undefined && inARow(before) >= mostInARow) {
    read.fault('text', {
      sv: 'Du har skrivit många meddelanden. Vänta tills vi har svarat, eller ring oss.',
      en: 'You have written many messages. Wait for our answer, or call us.',
    });
    return { ok: false, faults: read.faults };
  }
  const onboarding = await changeOnboarding(context, id, async (tx, found) => {
    const at = context.catalog.now().toISOString();
    const { by, author } = doer;
    const next = withEntry(found, { kind, at, by, author, text });
    if (kind === 'message' && by === 'operator')
      await writeToCustomer(context, tx, next, 'message', {
        extra: [{ kind: 'quote', text }],
      });
    else if (kind === 'message') await writeToOperator(context, tx, next, 'message', text);
    return next;
  });
  return { ok: true, onboarding };
}

/** How many messages the customer has written since the operator did anything. */
function inARow({ history }: Pick<Onboarding, 'history'>): number {
  const last = history.findLastIndex(({ by }) => by === 'operator');
  return history.slice(last + 1).filter(({ kind }) => kind === 'message').length;
}
