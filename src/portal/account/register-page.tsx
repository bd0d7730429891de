import { confirmEmail, findConfirmation, register } from '../../accounts/register.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { TextField } from '../components/text-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { pageRoute, postRoute, secretParameter } from './account-route.ts';
import { openDoor } from './door.ts';
import { inBoth, waitFault } from './faults.ts';
import { EmailField, NameField, NewPasswordField, SettledEmailField } from './person-fields.tsx';

/** Making an account of one's own, and confirming it by the link in the letter and the password. */
export function registerRoutes(services: Services): readonly Route[] {
  const { accounts } = services;
  const door = openDoor(services);
  return [
    pageRoute({
      id: 'register',
      path: '/register',
      access: 'public',
      handler: (ctx) => showForm(ctx, emptyForm(pageLanguage(ctx))),
    }),
    postRoute({
      id: 'register',
      path: '/register',
      access: 'public',
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const language = pageLanguage(ctx);
        const { fields } = form;
        const read = (name: string) => fields.get(name) ?? '';
        const outcome = await register(accounts, {
          email: read('email'),
          name: read('name'),
          password: read('password'),
          language,
          visitor: door.visitor(ctx),
        });
        if (outcome.step === 'letter-sent') return showSent(ctx, read('email').trim());
        ctx.status = outcome.step === 'wait' ? 429 : 422;
        const faults = outcome.step === 'wait' ? [waitFault('email', outcome)] : outcome.faults;
        showForm(ctx, formState(fields, language, faults));
      },
    }),
    pageRoute({
      id: 'confirm-account',
      path: '/register/{secret}',
      access: 'public',
      parameters: [secretParameter],
      handler: async (ctx) => {
        const found = await findConfirmation(accounts, ctx.params.secret ?? '');
        if (found === undefined) return showGone(ctx);
        showConfirm(ctx, found.email, []);
      },
    }),
    postRoute({
      id: 'confirm-account',
      path: '/register/{secret}',
      access: 'public',
      parameters: [secretParameter],
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const secret = ctx.params.secret ?? '';
        const found = await findConfirmation(accounts, secret);
        const password = form.fields.get('password') ?? '';
        const outcome = await confirmEmail(accounts, secret, password, door.visitor(ctx));
        if (outcome.step === 'done') {
          // What waited to be tied to an account is asked for first; others find an organisation.
          const waits = door.pending.read(ctx) !== undefined;
          return door.enter(ctx, outcome, waits ? '/account/link' : '/account/organizations');
        }
        if (outcome.step === 'expired' || found === undefined) return showGone(ctx);
        ctx.status = outcome.step === 'wait' ? 429 : 422;
        showConfirm(ctx, found.email, [
          outcome.step === 'wait'
            ? waitFault('password', outcome)
            : { field: 'password', message: inBoth(({ prove }) => prove.wrong) },
        ]);
      },
    }),
  ];
}

function showForm(ctx: Context, form: FormState): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account;
  accountPage(ctx, {
    title: say.register.title,
    children: (
      <>
        <p class="lead">{say.register.lead}</p>
        <ErrorSummary faults={form.faults} language={language} />
        <Form action="/register" signedIn={ctx.state.signedIn}>
          <NameField form={form} language={language} />
          <EmailField form={form} language={language} />
          <NewPasswordField form={form} language={language} isFirst />
          <FormButtons>
            <Button>{say.register.submit}</Button>
          </FormButtons>
        </Form>
        <p>
          {say.register.haveAccount} <a href="/sign-in">{say.signIn.submit}</a>
        </p>
      </>
    ),
  });
}

function showSent(ctx: Context, email: string): void {
  const say = wordsIn(pageLanguage(ctx)).account.register;
  accountPage(ctx, {
    title: say.sentTitle,
    children: (
      <>
        <p class="lead">{say.sent(email)}</p>
        <p>{say.notThere}</p>
      </>
    ),
  });
}

function showConfirm(ctx: Context, email: string, faults: readonly FieldFault[]): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account;
  const form = formState(new Map(), language, faults);
  accountPage(ctx, {
    title: say.register.confirmTitle,
    children: (
      <>
        <p class="lead">{say.register.confirmLead}</p>
        <ErrorSummary faults={form.faults} language={language} />
        <Form action={ctx.path} signedIn={ctx.state.signedIn}>
          <SettledEmailField email={email} language={language} />
          <TextField
            name="password"
            type="password"
            label={say.fields.password}
            language={language}
            error={form.error('password')}
            autocomplete="current-password"
          />
          <FormButtons>
            <Button>{say.register.confirm}</Button>
          </FormButtons>
        </Form>
      </>
    ),
  });
}

function showGone(ctx: Context): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account;
  ctx.status = 410;
  accountPage(ctx, {
    title: say.register.confirmTitle,
    children: (
      <>
        <Notice kind="warn" language={language} title={say.register.gone} />
        <p class="row">
          <a href="/register">{say.register.submit}</a> <a href="/sign-in">{say.signIn.submit}</a>
        </p>
      </>
    ),
  });
}
