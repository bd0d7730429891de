import { nameFrom } from '../../catalog/names.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import { domainOf } from '../../kernel/email-address.ts';
import type { Onboarding } from '../../onboarding/onboarding.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { nameOf } from '../../onboarding/onboarding-letters.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FactList } from '../components/fact-list.tsx';
import { emptyForm, type FormState } from '../form-state.ts';
import { openOperator } from '../operator/open-operator.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { showAgreement } from './agreement-page.tsx';
import { CustomerFacts } from './customer-page.tsx';
import { MatterActions } from './matter-actions.tsx';
import { MatterWriting } from './matter-writing.tsx';
import { OnboardingHistory, OnboardingMessages } from './onboarding-history.tsx';
import { OnboardingPath } from './onboarding-path.tsx';
import { StateTag } from './state-tag.tsx';

const rail = { of: 'operator', at: 'onboarding' } as const;

/** One matter of the queue, with what the operator can do about it. */
export function matterPage(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const onboarding = await matterOf(ctx, context);
    await showMatter(
      ctx,
      context,
      onboarding,
      emptyForm(pageLanguage(ctx), beginnings(onboarding)),
    );
  };
}

/** What was ordered and signed, as the customer sees it. */
export function matterAgreementPage(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const onboarding = await matterOf(ctx, context);
    showAgreement(ctx, onboarding, { back: `/operator/onboarding/${onboarding.id}`, rail });
  };
}

/** The matter that the address names. @throws HttpProblem `not-found`. */
export async function matterOf(
  ctx: Context,
  { store }: Pick<OnboardingContext, 'store'>,
): Promise<Onboarding> {
  openOperator(ctx);
  const found = await store.find(ctx.params.id ?? '');
  if (found === undefined) throw notFound();
  return found;
}

/** What fields that the operator fills in begin with. */
export function beginnings(onboarding: Onboarding): Readonly<Record<string, string>> {
  // An address says "umea", not "umea-kommun".
  const short = nameOf(onboarding).replace(/s?\s+(?:kommun|stad)$|^region\s+(?=gotland)/i, '');
  return {
    name: onboarding.state === 'signed' ? nameFrom(short, '') : '',
    agreement: onboarding.agreement ?? '',
  };
}

/** Draws the matter, with what was typed when something could not be done. */
export async function showMatter(
  ctx: Context,
  { catalog }: OnboardingContext,
  onboarding: Onboarding,
  form: FormState,
): Promise<void> {
  const language = pageLanguage(ctx);
  const words = wordsIn(language).onboarding;
  const say = words.matter;
  const { interest, order, organization, state } = onboarding;
  const made = organization === null ? undefined : await catalog.store.findById(organization);
  const title = nameOf(onboarding);
  respond(
    ctx,
    { title, language, rail },
    <div class="stack wide">
      <div class="stack tight">
        <h1>{title}</h1>
        <p>
          <StateTag state={state} language={language} />
        </p>
      </div>
      <ErrorSummary faults={form.faults} language={language} />
      <OnboardingPath state={state} language={language} />
      <section class="stack" id="todo">
        <h2>{say.todo}</h2>
        <MatterActions
          onboarding={onboarding}
          organization={made}
          form={form}
          base={catalog.base}
          signedIn={ctx.state.signedIn}
          language={language}
        />
      </section>
      <section class="stack" id="facts">
        <h2>{words.page.facts}</h2>
        <FactList
          facts={[
            { label: say.domain, value: <strong>{domainOf(interest.contactEmail)}</strong> },
            ...(made === undefined
              ? []
              : [
                  {
                    label: say.organization,
                    value: <a href={`/organizations/${made.name}`}>{made.name}</a>,
                  },
                ]),
          ]}
        />
        <CustomerFacts onboarding={onboarding} language={language} />
        <p class="row">
          {order !== null && (
            <ButtonLink href={`/operator/onboarding/${onboarding.id}/agreement`}>
              {words.page.toAgreement}
            </ButtonLink>
          )}
          {organization !== null && (
            <ButtonLink
              href={`/operator/onboarding/${onboarding.id}/export`}
              icon="download"
              download
            >
              {words.page.export}
            </ButtonLink>
          )}
        </p>
      </section>
      <section class="stack" id="messages">
        <h2>{words.page.messages}</h2>
        <OnboardingMessages onboarding={onboarding} language={language} notes />
        <MatterWriting
          onboarding={onboarding}
          form={form}
          signedIn={ctx.state.signedIn}
          language={language}
        />
      </section>
      <section class="stack" id="history">
        <h2>{words.page.history}</h2>
        <OnboardingHistory onboarding={onboarding} language={language} />
      </section>
    </div>,
  );
}
