import { withdraw } from '../catalog/change-state.ts';
import { demand } from '../catalog/policy.ts';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { readFields } from '../kernel/read-fields.ts';
import type { OperatorAct } from './act.ts';
import { advance, changeOnboarding, noOnboarding } from './change-onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { writeToCustomer } from './onboarding-letters.ts';
import { demandStep } from './onboarding-steps.ts';
import type { Changed } from './place-order.ts';
import { operatorDoer } from './take-step.ts';

/** Records withdrawn between two looks at the list. */
const batch = 100;

/**
 * An organisation leaves: its public records are withdrawn and answer 410 with their history kept, memberships, invitations and tokens end. Nothing is
 * deleted, and everything can be exported afterwards too. It can be run again where it was cut short: what is done stays done.
 * @throws CatalogError `not-permitted`, `not-found`, `state-conflict`, `version-conflict`.
 */
export async function endOnboarding(
  context: OnboardingContext,
  { id, actor, fields }: OperatorAct,
): Promise<Changed> {
  demand(actor, 'operate');
  const found = await context.store.find(id);
  if (found === undefined || found.organization === null) throw noOnboarding();
  demandStep(found.state, 'end');
  const organization = await context.catalog.store.findById(found.organization);
  if (organization === undefined) throw noOnboarding();
  const read = readFields(fields);
  const reason = read.text('reason', {
    most: 2000,
    lines: true,
    missing: { sv: 'Skriv varför anslutningen avslutas.', en: 'Write why the connection ends.' },
  });
  // Ending cannot be undone, so the name is asked for.
  if ((fields.get('name') ?? '').trim() !== organization.name) {
    read.fault('name', {
      sv: `Skriv ${organization.name} för att bekräfta att allt ska avslutas.`,
      en: `Write ${organization.name} to confirm that everything is to end.`,
    });
  }
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const members = found.members ?? (await context.people.members(organization.id));
  // Who they were is kept before anything ends, so that it is there when the rest is run again.
  await changeOnboarding(context, id, (_tx, now) => ({ ...now, members }));
  await context.people.release({ actor, organization });
  await withdrawAll(context, actor, organization.id, reason);
  const onboarding = await changeOnboarding(context, id, async (tx, now) => {
    const next = await advance(context, tx, now, {
      step: 'end',
      doer: operatorDoer(actor),
      reason,
    });
    await writeToCustomer(context, tx, next, 'end', { reason });
    return next;
  });
  return { ok: true, onboarding };
}

/** Withdraws every public record of the organisation, but not the organisation itself: its name and number stay known. */
async function withdrawAll(
  { catalog }: OnboardingContext,
  actor: Actor,
  organization: string,
  reason: string,
): Promise<void> {
  for (;;) {
    const keys = await catalog.store.listKeys({
      kinds: ['dataset', 'series', 'service'],
      organization,
      states: ['published'],
      limit: batch,
    });
    if (keys.length === 0) return;
    for (const { kind, name } of keys) {
      if (kind === 'organization' || kind === 'catalog') continue;
      try {
        await withdraw(catalog, { actor, kind, name, expected: undefined, reason });
      } catch (error) {
        // Somebody withdrew or removed it in the same moment.
        if (
          !(error instanceof CatalogError && ['not-found', 'state-conflict'].includes(error.code))
        )
          throw error;
      }
    }
  }
}
