import type { Context } from '../../http/context.ts';
import { subscriber } from '../../http/forwarded.ts';
import { pageLanguage } from '../../http/language.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm } from '../../http/session.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { publisherTypes } from '../../onboarding/publisher-types.ts';
import { submitInterest } from '../../onboarding/submit-interest.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Select } from '../components/select.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import { TrapField, trapFaults } from '../components/trap-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { OnboardingPath } from './onboarding-path.tsx';
import { kindName } from './publisher-kinds.ts';

/** The public form by which an organisation says that it wants to come in. */
export function interestPage(ctx: Context): void {
  showForm(ctx, emptyForm(pageLanguage(ctx)), false);
}

/** Takes the form in. The link to the customer's page goes by mail alone: that shows whose address it is. */
export function postInterest(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const language = pageLanguage(ctx);
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const { address, id } = ctx.state;
    const trapped = trapFaults(fields);
    const result =
      trapped.length > 0
        ? ({ kind: 'faults', faults: trapped } as const)
        : await submitInterest(context, {
            fields,
            language,
            actor: { kind: 'anonymous', origin: { address, request: id } },
            place: subscriber(address),
          });
    if (result.kind === 'taken') return seeOther(ctx, '/join/sent');
    ctx.status = result.kind === 'too-many' ? 429 : 422;
    const faults = result.kind === 'faults' ? result.faults : [];
    showForm(ctx, formState(fields, language, faults), result.kind === 'too-many');
  };
}

/** What happens next, after the form. */
export function interestSentPage(ctx: Context): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).onboarding.sent;
  respond(
    ctx,
    { title: say.title, language, way: [] },
    <div class="stack roomy text">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <p>{say.missing}</p>
      <h2>{say.next}</h2>
      <OnboardingPath state="interest" language={language} />
    </div>,
  );
}

function showForm(ctx: Context, form: FormState, tooMany: boolean): void {
  const language = pageLanguage(ctx);
  const words = wordsIn(language);
  const say = words.onboarding.interest;
  const field = (name: string) => ({
    name,
    language,
    value: form.value(name),
    error: form.error(name),
  });
  respond(
    ctx,
    { title: say.title, language, description: say.lead, canonical: '/join', way: [] },
    <div class="stack roomy text">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <p class="row">
        <a href="/how-it-works">{say.how}</a> <a href="/price">{say.price}</a>
      </p>
      <ErrorSummary faults={form.faults} language={language} />
      {tooMany && (
        <Notice kind="warn" language={language}>
          <p>{words.onboarding.tooMany}</p>
        </Notice>
      )}
      <Form action="/join" signedIn={ctx.state.signedIn}>
        <h2>{say.organization}</h2>
        <TextField
          {...field('organizationName')}
          label={say.organizationName}
          autocomplete="organization"
          maxLength={200}
        />
        <TextField
          {...field('organizationNumber')}
          label={say.organizationNumber}
          help={say.numberHelp}
          size={14}
          autocomplete="off"
        />
        <Select
          {...field('publisherType')}
          label={say.publisherType}
          choices={[
            { value: '', label: words.forms.choose },
            ...publisherTypes.map((iri) => ({ value: iri, label: kindName(iri)[language] })),
          ]}
        />
        <h2>{say.you}</h2>
        <TextField
          {...field('contactName')}
          label={say.contactName}
          autocomplete="name"
          maxLength={200}
        />
        <TextField
          {...field('contactEmail')}
          label={say.contactEmail}
          help={say.emailHelp}
          type="email"
          autocomplete="email"
        />
        <TextField
          {...field('telephone')}
          label={say.telephone}
          type="tel"
          autocomplete="tel"
          isOptional
        />
        <TextArea {...field('message')} label={say.message} help={say.messageHelp} isOptional />
        <TrapField language={language} />
        <p class="quiet small">{say.privacy}</p>
        <FormButtons>
          <Button>{say.send}</Button>
        </FormButtons>
      </Form>
    </div>,
  );
}
