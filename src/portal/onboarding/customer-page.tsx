import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Onboarding } from '../../onboarding/onboarding.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { nameOf } from '../../onboarding/onboarding-letters.ts';
import { stepsOf } from '../../onboarding/onboarding-steps.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { TextArea } from '../components/text-area.tsx';
import { emptyForm, type FormState } from '../form-state.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { OnboardingHistory, OnboardingMessages } from './onboarding-history.tsx';
import { OnboardingPath } from './onboarding-path.tsx';
import { hashInAddress, withoutReferrer } from './secret-page.ts';

/** The customer's own page: where the matter stands, what comes next, and what has been said. */
export function customerPage(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => showCustomer(ctx, await customerOf(ctx, context));
}

/** Whose page the secret in the address opens. @throws HttpProblem `not-found`, the same whatever is wrong with it. */
export async function customerOf(
  ctx: Context,
  { store }: Pick<OnboardingContext, 'store'>,
): Promise<Onboarding> {
  const found = await store.findByLink(hashInAddress(ctx));
  if (found?.purpose !== 'customer') throw notFound();
  return found.onboarding;
}

/** Draws the page, with what was typed when something of it could not be taken. */
export function showCustomer(
  ctx: Context,
  onboarding: Onboarding,
  form: FormState = emptyForm(pageLanguage(ctx)),
): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).onboarding.page;
  const address = `/join/${ctx.params.secret ?? ''}`;
  const { state } = onboarding;
  const canWithdraw = stepsOf('customer', state).includes('withdraw');
  const title = say.title(nameOf(onboarding));
  respond(
    ctx,
    { title, language },
    <div class="stack wide">
      <h1>{title}</h1>
      <ErrorSummary faults={form.faults} language={language} />
      <Notice
        kind={state === 'refused' || state === 'paused' ? 'warn' : 'note'}
        language={language}
        title={wordsIn(language).onboarding.states[state]}
      >
        <p>{nextOf(onboarding, language)}</p>
      </Notice>
      <CustomerLinks onboarding={onboarding} address={address} language={language} />
      <OnboardingPath state={state} language={language} />
      <section class="stack" id="facts">
        <h2>{say.facts}</h2>
        <CustomerFacts onboarding={onboarding} language={language} />
      </section>
      <section class="stack" id="messages">
        <h2>{say.messages}</h2>
        <OnboardingMessages onboarding={onboarding} language={language} />
        <Form action={`${address}/messages`} signedIn={ctx.state.signedIn} label={say.write}>
          <TextArea
            name="text"
            label={say.write}
            language={language}
            value={form.value('text')}
            error={form.error('text')}
          />
          <FormButtons>
            <Button variant="secondary">{say.send}</Button>
          </FormButtons>
        </Form>
      </section>
      <section class="stack" id="history">
        <h2>{say.history}</h2>
        <OnboardingHistory onboarding={onboarding} language={language} />
      </section>
      {canWithdraw && (
        <Disclosure summary={say.withdraw}>
          <p>{say.withdrawHelp}</p>
          <Form action={`${address}/withdraw`} signedIn={ctx.state.signedIn} label={say.withdraw}>
            <TextArea
              name="reason"
              label={say.withdrawReason}
              language={language}
              value={form.value('reason')}
              error={form.error('reason')}
              rows={3}
              isOptional
            />
            <FormButtons>
              <Button variant="danger">{say.withdraw}</Button>
            </FormButtons>
          </Form>
        </Disclosure>
      )}
    </div>,
  );
  withoutReferrer(ctx);
}

/** Where the customer goes from here. */
function CustomerLinks({
  onboarding: { state, order },
  address,
  language,
}: {
  readonly onboarding: Onboarding;
  readonly address: string;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).onboarding.page;
  if (order === null && (state === 'interest' || state === 'refused')) return null;
  return (
    <p class="row no-print">
      {state === 'agreed' && (
        <ButtonLink href={`${address}/order`} variant="primary">
          {say.toOrder}
        </ButtonLink>
      )}
      {state === 'ordered' && <ButtonLink href={`${address}/order`}>{say.changeOrder}</ButtonLink>}
      {order !== null && <ButtonLink href={`${address}/agreement`}>{say.toAgreement}</ButtonLink>}
      {state === 'active' && (
        <ButtonLink href="/workspace" variant="primary">
          {say.toWorkspace}
        </ButtonLink>
      )}
      {state === 'ended' && (
        <ButtonLink href={`${address}/export`} variant="primary" icon="download" download>
          {say.export}
        </ButtonLink>
      )}
    </p>
  );
}

function nextOf({ state, order }: Onboarding, language: UserLanguage): string {
  const { next } = wordsIn(language).onboarding.page;
  return state === 'ordered' ? next.ordered(order?.signer.name ?? '') : next[state];
}

/** What is known of the customer, as they gave it. */
export function CustomerFacts({
  onboarding: { interest, order, agreement },
  language,
}: {
  readonly onboarding: Onboarding;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).onboarding.page;
  const { contactName, contactEmail, telephone } = interest;
  return (
    <FactList
      facts={[
        { label: say.number, value: order?.organizationNumber ?? interest.organizationNumber },
        {
          label: say.contact,
          value: [contactName, contactEmail, telephone].filter((one) => one !== '').join(', '),
        },
        ...(agreement === null ? [] : [{ label: say.agreement, value: agreement }]),
        ...(order === null
          ? []
          : [
              {
                label: say.signer,
                value: `${order.signer.name}, ${order.signer.title}, ${order.signer.email}`,
              },
              {
                label: say.administrator,
                value: `${order.administrator.name}, ${order.administrator.email}`,
              },
            ]),
      ]}
    />
  );
}
