import type { Context } from '../../http/context.ts';
import type { Doer } from '../../onboarding/change-onboarding.ts';
import type { Onboarding } from '../../onboarding/onboarding.ts';

/** Whoever has the customer's link; the audit gets where they came from. */
export function customerDoer(ctx: Context, { interest }: Pick<Onboarding, 'interest'>): Doer {
  return { actor: linkActor(ctx), by: 'customer', author: interest.contactName };
}

/** Whoever has a link and no account. */
export function linkActor(ctx: Context): Doer['actor'] {
  const { address, id } = ctx.state;
  return { kind: 'anonymous', origin: { address, request: id } };
}
