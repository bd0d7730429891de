import type { OidcFailure } from '../../accounts/oidc/oidc-failure.ts';
import { signIn, signOut } from '../../accounts/sign-in.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm, setSessionCookie } from '../../http/session.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { TextField } from '../components/text-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { nextParameter, pageRoute, postRoute, saidParameter } from './account-route.ts';
import { openDoor, withNext } from './door.ts';
import { EmailField } from './person-fields.tsx';

/** What can be told above the form. */
const said = [
  'out',
  'password',
  'erased',
  'stale',
  'refused',
  'down',
  'invalid',
  'closed',
  'no-account',
];

/** Signing in by e-mail and password, and the ways to the others; signing out. */
export function signInRoutes(services: Services): readonly Route[] {
  const { accounts, context } = services;
  const door = openDoor(services);
  return [
    pageRoute({
      id: 'sign-in',
      path: '/sign-in',
      access: 'public',
      parameters: [
        nextParameter,
        saidParameter(said),
        {
          name: 'provider',
          in: 'query',
          description: { sv: 'Vilken leverantör det gällde.', en: 'Which provider it was about.' },
          schema: { type: 'string', maxLength: 40 },
        },
      ],
      handler: (ctx) => {
        const next = door.next(ctx.state.query.text('next'));
        // Whoever is in already goes on.
        if (ctx.state.signedIn !== undefined && ctx.state.query.text('said') === undefined) {
          return seeOther(ctx, next);
        }
        show(ctx, services, { next, form: emptyForm(pageLanguage(ctx)) });
      },
    }),
    postRoute({
      id: 'sign-in',
      path: '/sign-in',
      access: 'public',
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const language = pageLanguage(ctx);
        const { fields } = form;
        const next = door.next(fields.get('next'));
        const email = fields.get('email') ?? '';
        const password = fields.get('password') ?? '';
        const missing = missingOf(email, password);
        if (missing.length > 0) {
          ctx.status = 422;
          return show(ctx, services, { next, form: formState(fields, language, missing) });
        }
        const outcome = await signIn(accounts, { email, password, visitor: door.visitor(ctx) });
        if (await door.proceed(ctx, outcome, next)) return;
        ctx.status = outcome.step === 'wait' ? 429 : 422;
        if (outcome.step === 'wait') ctx.set('Retry-After', String(outcome.seconds));
        const text = { sv: refusal(outcome, 'sv'), en: refusal(outcome, 'en') };
        const faults = [{ field: 'password', message: text }];
        show(ctx, services, { next, form: formState(fields, language, faults) });
      },
    }),
    postRoute({
      id: 'sign-out',
      path: '/sign-out',
      access: 'public',
      handler: async (ctx) => {
        await using _form = await readPostedForm(ctx);
        const { signedIn } = ctx.state;
        if (signedIn !== undefined) await signOut(accounts, signedIn);
        setSessionCookie(ctx, context.base, undefined);
        // What the editor kept of words that were not saved yet goes with the session. ASVS 5.0 §14.3.1.
        ctx.set('Clear-Site-Data', '"storage"');
        seeOther(ctx, '/sign-in?said=out');
      },
    }),
  ];
}

function missingOf(email: string, password: string) {
  const [sv, en] = [wordsIn('sv').account.signIn, wordsIn('en').account.signIn];
  return [
    ...(email.trim() === ''
      ? [{ field: 'email', message: { sv: sv.missingEmail, en: en.missingEmail } }]
      : []),
    ...(password === ''
      ? [{ field: 'password', message: { sv: sv.missingPassword, en: en.missingPassword } }]
      : []),
  ];
}

function refusal(outcome: Awaited<ReturnType<typeof signIn>>, language: UserLanguage): string {
  const say = wordsIn(language).account.signIn;
  return outcome.step === 'wait' ? say.wait(outcome.seconds) : say.wrong;
}

function show(
  ctx: Context,
  { providers }: Services,
  { next, form }: { readonly next: string; readonly form: FormState },
): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account;
  accountPage(ctx, {
    title: say.signIn.title,
    islands: ['passkey'],
    children: (
      <>
        <Said ctx={ctx} providers={providers} language={language} />
        <ErrorSummary faults={form.faults} language={language} />
        <Form action="/sign-in" signedIn={ctx.state.signedIn}>
          <input type="hidden" name="next" value={next} />
          <EmailField form={form} language={language} autocomplete="username webauthn" />
          <TextField
            name="password"
            type="password"
            label={say.fields.password}
            language={language}
            error={form.error('password')}
            autocomplete="current-password webauthn"
          />
          <FormButtons>
            <Button>{say.signIn.submit}</Button>
            <a href="/reset">{say.signIn.forgotten}</a>
          </FormButtons>
        </Form>
        <div
          class="stack"
          data-passkey="sign-in"
          data-next={next}
          data-failed={say.signIn.passkeyFailed}
          hidden
        >
          <div>
            <Button type="button" variant="secondary" icon="lock">
              {say.signIn.passkey}
            </Button>
          </div>
          <p role="status" class="field-error" />
        </div>
        {providers.length > 0 && (
          <section class="stack" aria-labelledby="others">
            <h2 id="others">{say.signIn.others}</h2>
            <ul class="plain-list stack">
              {providers.map(({ settings: { name, label } }) => (
                <li key={name}>
                  <ButtonLink href={withNext(`/sign-in/with/${name}`, next)}>
                    {say.signIn.with(label)}
                  </ButtonLink>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>
          {say.signIn.noAccount} <a href="/register">{say.signIn.register}</a>
        </p>
      </>
    ),
  });
}

/** What has just happened, above the form. */
function Said({
  ctx,
  providers,
  language,
}: {
  readonly ctx: Context;
  readonly providers: Services['providers'];
  readonly language: UserLanguage;
}) {
  const { signIn: say, providers: sayOf, profile } = wordsIn(language).account;
  const { query } = ctx.state;
  const word = query.text('said');
  const known = providers.find(({ settings }) => settings.name === query.text('provider'));
  const provider = known?.settings.label ?? sayOf.someone;
  const failures: Readonly<Record<OidcFailure, string>> = {
    stale: sayOf.stale,
    refused: sayOf.refused(provider),
    down: sayOf.down(provider),
    invalid: sayOf.invalid(provider),
  };
  switch (word) {
    case 'out':
      return <Notice kind="good" language={language} title={say.signedOut} />;
    case 'password':
      return <Notice kind="good" language={language} title={say.passwordChanged} />;
    case 'erased':
      return <Notice kind="good" language={language} title={profile.erased} />;
    case 'closed':
      return <Notice kind="warn" language={language} title={sayOf.closed} />;
    case 'no-account':
      return <Notice kind="warn" language={language} title={sayOf.noAccount(provider)} />;
    case 'stale':
    case 'refused':
    case 'down':
    case 'invalid':
      return <Notice kind="warn" language={language} title={failures[word]} />;
    default:
      return query.text('next') === undefined ? null : <p class="lead">{say.ended}</p>;
  }
}
