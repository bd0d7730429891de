import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Onboarding, Order, Signature } from '../../onboarding/onboarding.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Tag } from '../components/tag.tsx';
import type { Framed } from '../framed.ts';
import { respond } from '../respond.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { customerOf } from './customer-page.tsx';
import { withoutReferrer } from './secret-page.ts';

/** The agreement for the customer: the exact text, who signed it and when. Made to be printed. */
export function agreementPage(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const onboarding = await customerOf(ctx, context);
    showAgreement(ctx, onboarding, { back: `/join/${ctx.params.secret ?? ''}` });
    withoutReferrer(ctx);
  };
}

/** Draws the agreement. @throws HttpProblem `not-found` when nothing has been ordered. */
export function showAgreement(
  ctx: Context,
  { order, signature, earlier }: Onboarding,
  { back, rail }: { readonly back: string; readonly rail?: NonNullable<Framed['rail']> },
): void {
  if (order === null) throw notFound();
  const language = pageLanguage(ctx);
  const say = wordsIn(language).onboarding.agreement;
  respond(
    ctx,
    { title: say.title, language, ...(rail === undefined ? {} : { rail }) },
    <div class="stack wide text">
      <h1>{say.title}</h1>
      <p class="no-print">
        {say.print} <a href={back}>{say.back}</a>
      </p>
      <SignedText order={order} signature={signature} language={language} />
      {earlier.length > 0 && (
        <div class="no-print">
          <Disclosure summary={say.earlier}>
            {earlier.map((one) => (
              <SignedText
                key={one.order.placed}
                order={one.order}
                signature={one.signature}
                language={language}
              />
            ))}
          </Disclosure>
        </div>
      )}
    </div>,
  );
}

/** The document as it is hashed, letter by letter, with its signature below. */
export function SignedText({
  order: { document },
  signature,
  language,
}: {
  readonly order: Order;
  readonly signature: Signature | null;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).onboarding.agreement;
  const methods: Readonly<Record<string, string>> = say.methods;
  return (
    <>
      <div class="agreement" lang={document.language}>
        {document.text}
      </div>
      {signature === null ? (
        <p>
          <Tag tone="warn" icon="clock">
            {say.unsigned}
          </Tag>{' '}
          <span class="small quiet hash">
            {say.sha256}: <code>{document.sha256}</code>
          </span>
        </p>
      ) : (
        <section class="stack">
          <h2>{say.signed}</h2>
          <FactList
            facts={[
              { label: say.by, value: `${signature.name}, ${signature.title}, ${signature.email}` },
              {
                label: say.at,
                value: <time dateTime={signature.at}>{formatTime(signature.at, language)}</time>,
              },
              { label: say.method, value: methods[signature.method] ?? signature.method },
              { label: say.sha256, value: <code>{signature.sha256}</code> },
            ]}
          />
        </section>
      )}
    </>
  );
}
