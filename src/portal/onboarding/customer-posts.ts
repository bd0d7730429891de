import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm } from '../../http/session.ts';
import { addMessage } from '../../onboarding/add-message.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { withdrawInterest } from '../../onboarding/take-step.ts';
import { formState } from '../form-state.ts';
import { customerDoer } from './customer-doer.ts';
import { customerOf, showCustomer } from './customer-page.tsx';

/** What the customer sends from the page: a message, or that they do not want to any more. */
export function postFromCustomer(
  context: OnboardingContext,
  what: 'message' | 'withdraw',
): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const onboarding = await customerOf(ctx, context);
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const doer = customerDoer(ctx, onboarding);
    const take = what === 'message' ? addMessage : withdrawInterest;
    const result = await take(context, { id: onboarding.id, doer, fields });
    const anchor = what === 'message' ? '#messages' : '';
    if (result.ok) return seeOther(ctx, `/join/${ctx.params.secret ?? ''}${anchor}`);
    ctx.status = 422;
    showCustomer(ctx, onboarding, formState(fields, pageLanguage(ctx), result.faults));
  };
}
