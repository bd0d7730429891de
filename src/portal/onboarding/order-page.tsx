import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm } from '../../http/session.ts';
import type { Localized } from '../../kernel/issue.ts';
import type { Onboarding } from '../../onboarding/onboarding.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { demandStep } from '../../onboarding/onboarding-steps.ts';
import { placeOrder } from '../../onboarding/place-order.ts';
import { publisherTypes } from '../../onboarding/publisher-types.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Select } from '../components/select.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { customerDoer } from './customer-doer.ts';
import { customerOf } from './customer-page.tsx';
import { kindName } from './publisher-kinds.ts';
import { withoutReferrer } from './secret-page.ts';

/** The order form, filled in with what is known. @throws CatalogError `state-conflict` when there is nothing to order now. */
export function orderPage(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const onboarding = await customerOf(ctx, context);
    demandStep(onboarding.state, 'order');
    showOrder(ctx, onboarding, emptyForm(pageLanguage(ctx), known(onboarding)));
  };
}

/** Places the order, and asks the signer to sign it. */
export function postOrder(
  context: OnboardingContext,
  terms: () => Promise<Localized>,
): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const onboarding = await customerOf(ctx, context);
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const result = await placeOrder(context, {
      id: onboarding.id,
      doer: customerDoer(ctx, onboarding),
      fields,
      terms: await terms(),
      kinds: kindName,
    });
    if (result.ok) return seeOther(ctx, `/join/${ctx.params.secret ?? ''}`);
    ctx.status = 422;
    showOrder(ctx, onboarding, formState(fields, pageLanguage(ctx), result.faults));
  };
}

/** What the form begins with: the order before, else what was said at first. */
function known({ order, interest }: Onboarding): Readonly<Record<string, string>> {
  const facts = order ?? interest;
  return {
    organizationName: facts.organizationName,
    organizationNumber: facts.organizationNumber,
    publisherType: facts.publisherType,
    postalAddress: order?.postalAddress ?? '',
    invoiceReference: order?.invoiceReference ?? '',
    signerName: order?.signer.name ?? '',
    signerTitle: order?.signer.title ?? '',
    signerEmail: order?.signer.email ?? '',
    administratorName: order?.administrator.name ?? interest.contactName,
    administratorEmail: order?.administrator.email ?? interest.contactEmail,
  };
}

function showOrder(ctx: Context, { order }: Onboarding, form: FormState): void {
  const language = pageLanguage(ctx);
  const words = wordsIn(language);
  const say = words.onboarding.order;
  const back = `/join/${ctx.params.secret ?? ''}`;
  const field = (name: string) => ({
    name,
    language,
    value: form.value(name),
    error: form.error(name),
  });
  const termsError = form.error('terms');
  respond(
    ctx,
    { title: say.title, language },
    <div class="stack roomy text">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <ErrorSummary faults={form.faults} language={language} />
      <Form action={`${back}/order`} signedIn={ctx.state.signedIn}>
        <h2>{say.organization}</h2>
        <TextField
          {...field('organizationName')}
          label={say.organizationName}
          autocomplete="organization"
        />
        <TextField
          {...field('organizationNumber')}
          label={words.onboarding.interest.organizationNumber}
          help={words.onboarding.interest.numberHelp}
          size={14}
        />
        <Select
          {...field('publisherType')}
          label={words.onboarding.interest.publisherType}
          choices={[
            { value: '', label: words.forms.choose },
            ...publisherTypes.map((iri) => ({ value: iri, label: kindName(iri)[language] })),
          ]}
        />
        <TextArea {...field('postalAddress')} label={say.postalAddress} rows={3} />
        <TextField
          {...field('invoiceReference')}
          label={say.invoiceReference}
          help={say.invoiceHelp}
          isOptional
        />
        <h2>{say.signer}</h2>
        <p>{say.signerHelp}</p>
        <TextField {...field('signerName')} label={say.signerName} />
        <TextField {...field('signerTitle')} label={say.signerTitle} />
        <TextField
          {...field('signerEmail')}
          label={say.signerEmail}
          help={say.signerEmailHelp}
          type="email"
        />
        <h2>{say.administrator}</h2>
        <p>{say.administratorHelp}</p>
        <TextField {...field('administratorName')} label={say.administratorName} />
        <TextField {...field('administratorEmail')} label={say.administratorEmail} type="email" />
        <Checkbox
          name="terms"
          value="yes"
          label={say.terms}
          help={
            <a href="/terms" target="_blank" rel="noopener">
              {say.readTerms}
            </a>
          }
          checked={form.value('terms') === 'yes'}
          {...(termsError === undefined ? {} : { error: termsError })}
        />
        <FormButtons>
          <Button>{order === null ? say.send : say.resend}</Button>
          <ButtonLink href={back} variant="tertiary">
            {words.forms.cancel}
          </ButtonLink>
        </FormButtons>
      </Form>
    </div>,
  );
  withoutReferrer(ctx);
}
