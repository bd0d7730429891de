import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm } from '../../http/session.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { signOrder } from '../../onboarding/sign-order.ts';
import type { Signable } from '../../onboarding/signature-service.ts';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { SignedText } from './agreement-page.tsx';
import { linkActor } from './customer-doer.ts';
import { hashInAddress, withoutReferrer } from './secret-page.ts';

/** Where the responsible person reads the agreement and signs, or declines. The link in the letter works once. */
export function signPage(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => showSign(ctx, await signableOf(ctx, context), emptyForm(pageLanguage(ctx)));
}

/** Takes the signature, or the refusal. */
export function postSign(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const onboarding = await signableOf(ctx, context);
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const result = await signOrder(context, {
      id: onboarding.id,
      doer: { actor: linkActor(ctx), by: 'signer', author: onboarding.order.signer.name },
      fields,
    });
    if (result.ok)
      return seeOther(
        ctx,
        result.onboarding.state === 'signed' ? '/join/signed' : '/join/declined',
      );
    ctx.status = 422;
    showSign(ctx, onboarding, formState(fields, pageLanguage(ctx), result.faults));
  };
}

/** Thanks whoever has answered: the link itself leads nowhere any more. */
export function signedPage(answer: 'done' | 'declined'): (ctx: Context) => void {
  return (ctx) => {
    const language = pageLanguage(ctx);
    const say = wordsIn(language).onboarding.sign;
    const title = answer === 'done' ? say.doneTitle : say.declinedTitle;
    respond(
      ctx,
      { title, language, way: [] },
      <div class="stack roomy text">
        <h1>{title}</h1>
        <p class="lead">{say[answer]}</p>
      </div>,
    );
  };
}

/** @throws HttpProblem `not-found` for a link that is wrong, used or overtaken by another. */
async function signableOf(ctx: Context, { store }: OnboardingContext): Promise<Signable> {
  const found = await store.findByLink(hashInAddress(ctx));
  const { order, state } = found?.onboarding ?? { order: null, state: undefined };
  if (found?.purpose !== 'signer' || order === null || state !== 'ordered') throw notFound();
  return { ...found.onboarding, order };
}

function showSign(ctx: Context, { order }: Signable, form: FormState): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).onboarding.sign;
  const action = `/join/sign/${ctx.params.secret ?? ''}`;
  const title = say.title(order.organizationName);
  const authorized = form.error('authorized');
  respond(
    ctx,
    { title, language },
    <div class="stack wide text">
      <h1>{title}</h1>
      <p class="lead">{say.lead}</p>
      <ErrorSummary faults={form.faults} language={language} />
      <section class="stack" id="document">
        <h2>{say.document}</h2>
        <SignedText order={order} signature={null} language={language} />
      </section>
      <Form action={action} signedIn={ctx.state.signedIn} label={say.sign}>
        <input type="hidden" name="document" value={order.document.sha256} />
        <TextField
          name="name"
          label={say.name}
          help={say.nameHelp(order.signer.name)}
          language={language}
          value={form.value('name')}
          error={form.error('name')}
          autocomplete="name"
        />
        <Checkbox
          name="authorized"
          value="yes"
          label={say.authorized}
          checked={form.value('authorized') === 'yes'}
          {...(authorized === undefined ? {} : { error: authorized })}
        />
        <FormButtons>
          <Button>{say.sign}</Button>
        </FormButtons>
      </Form>
      <Disclosure summary={say.declineTitle}>
        <Form action={action} signedIn={ctx.state.signedIn} label={say.decline}>
          <input type="hidden" name="answer" value="decline" />
          <TextArea name="reason" label={say.reason} language={language} rows={3} isOptional />
          <FormButtons>
            <Button variant="danger">{say.decline}</Button>
          </FormButtons>
        </Form>
      </Disclosure>
    </div>,
  );
  withoutReferrer(ctx);
}
