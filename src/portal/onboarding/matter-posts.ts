import type { Context } from '../../http/context.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { pageLanguage } from '../../http/language.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm } from '../../http/session.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { addMessage } from '../../onboarding/add-message.ts';
import { activate, confirmOrder } from '../../onboarding/confirm-order.ts';
import { endOnboarding } from '../../onboarding/end-onboarding.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import type { Changed } from '../../onboarding/place-order.ts';
import { renewLink } from '../../onboarding/renew-link.ts';
import { operatorDoer, type PlainStep, takeStep } from '../../onboarding/take-step.ts';
import { formState } from '../form-state.ts';
import { matterOf, showMatter } from './matter-page.tsx';

const plainSteps: readonly PlainStep[] = [
  'agree',
  'refuse',
  'reconsider',
  'send-back',
  'pause',
  'resume',
];

/** What the operator does to a matter: the field `do` says what. */
export function postMatter(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const onboarding = await matterOf(ctx, context);
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const result = await doIt(ctx, context, onboarding.id, fields);
    const address = `/operator/onboarding/${onboarding.id}`;
    const isSaid = ['message', 'note'].includes(fields.get('do') ?? '');
    if (result.ok) return seeOther(ctx, isSaid ? `${address}#messages` : address);
    ctx.status = 422;
    const faults = result.faults.map((fault) => inForm(fault, fields.get('do') ?? ''));
    const state = formState(fields, pageLanguage(ctx), result.faults);
    const summary = formState(fields, pageLanguage(ctx), faults).faults;
    await showMatter(ctx, context, onboarding, { ...state, faults: summary });
  };
}

async function doIt(
  ctx: Context,
  context: OnboardingContext,
  id: string,
  fields: ReadonlyMap<string, string>,
): Promise<Changed> {
  const { actor } = ctx.state;
  const wanted = fields.get('do') ?? '';
  const step = plainSteps.find((one) => one === wanted);
  if (step !== undefined) return takeStep(context, { id, actor, step, fields });
  switch (wanted) {
    case 'confirm':
      return confirmOrder(context, { id, actor, fields });
    case 'activate':
      return activate(context, { id, actor });
    case 'end':
      return endOnboarding(context, { id, actor, fields });
    case 'link':
      return { ok: true, onboarding: await renewLink(context, { id, actor }) };
    case 'message':
    case 'note':
      return addMessage(context, { id, doer: operatorDoer(actor), fields, kind: wanted });
    default:
      throw new HttpProblem('bad-request', {
        sv: 'Formuläret säger inte vad som ska göras.',
        en: 'The form does not say what is to be done.',
      });
  }
}

/** Fields of steps are called by their step in the page, as several forms have the same ones. */
function inForm(fault: FieldFault, step: string): FieldFault {
  return fault.field === 'text' ? fault : { ...fault, field: `${step}-${fault.field}` };
}
