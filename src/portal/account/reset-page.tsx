import { askForReset, isResetLink, resetPassword } from '../../accounts/reset-password.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { isEmailAddress } from '../../kernel/email-address.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { pageRoute, postRoute, secretParameter } from './account-route.ts';
import { openDoor } from './door.ts';
import { inBoth, waitFault } from './faults.ts';
import { EmailField, NewPasswordField } from './person-fields.tsx';

/** A forgotten password: asking for a link, and choosing a new one by it. */
export function resetRoutes(services: Services): readonly Route[] {
  const { accounts } = services;
  const door = openDoor(services);
  return [
    pageRoute({
      id: 'reset',
      path: '/reset',
      access: 'public',
      handler: (ctx) => showForm(ctx, emptyForm(pageLanguage(ctx))),
    }),
    postRoute({
      id: 'reset',
      path: '/reset',
      access: 'public',
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const email = fields.get('email')?.trim() ?? '';
        const faults: FieldFault[] = [];
        if (!isEmailAddress(email)) {
          faults.push({ field: 'email', message: inBoth(({ signIn }) => signIn.missingEmail) });
        } else {
          const seconds = await askForReset(accounts, { email, visitor: door.visitor(ctx) });
          if (seconds === 0) return showSent(ctx, email);
          faults.push(waitFault('email', { seconds }));
        }
        ctx.status = 422;
        showForm(ctx, formState(fields, pageLanguage(ctx), faults));
      },
    }),
    pageRoute({
      id: 'choose-password',
      path: '/reset/{secret}',
      access: 'public',
      parameters: [secretParameter],
      handler: async (ctx) =>
        (await isResetLink(accounts, ctx.params.secret ?? ''))
          ? showChoose(ctx, [])
          : showGone(ctx),
    }),
    postRoute({
      id: 'choose-password',
      path: '/reset/{secret}',
      access: 'public',
      parameters: [secretParameter],
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const outcome = await resetPassword(accounts, {
          secret: ctx.params.secret ?? '',
          password: form.fields.get('password') ?? '',
          visitor: door.visitor(ctx),
        });
        const waits = door.pending.read(ctx) !== undefined;
        if (
          outcome.step !== 'fault' &&
          outcome.step !== 'expired' &&
          (await door.proceed(ctx, outcome, waits ? '/account/link' : '/workspace'))
        ) {
          return;
        }
        if (outcome.step !== 'fault') return showGone(ctx);
        ctx.status = 422;
        showChoose(ctx, [{ field: 'password', message: outcome.fault }]);
      },
    }),
  ];
}

function showForm(ctx: Context, form: FormState): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account;
  accountPage(ctx, {
    title: say.reset.title,
    children: (
      <>
        <p class="lead">{say.reset.lead}</p>
        <ErrorSummary faults={form.faults} language={language} />
        <Form action="/reset" signedIn={ctx.state.signedIn}>
          <EmailField form={form} language={language} />
          <FormButtons>
            <Button>{say.reset.submit}</Button>
            <a href="/sign-in">{say.signIn.submit}</a>
          </FormButtons>
        </Form>
      </>
    ),
  });
}

function showSent(ctx: Context, email: string): void {
  const say = wordsIn(pageLanguage(ctx)).account;
  accountPage(ctx, {
    title: say.reset.sentTitle,
    children: (
      <>
        <p class="lead">{say.reset.sent(email)}</p>
        <p>{say.register.notThere}</p>
      </>
    ),
  });
}

function showChoose(ctx: Context, faults: readonly FieldFault[]): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account;
  const form = formState(new Map(), language, faults);
  accountPage(ctx, {
    title: say.reset.title,
    children: (
      <>
        <p class="lead">{say.reset.chooseLead}</p>
        <ErrorSummary faults={form.faults} language={language} />
        <Form action={ctx.path} signedIn={ctx.state.signedIn}>
          <NewPasswordField form={form} language={language} />
          <FormButtons>
            <Button>{say.reset.choose}</Button>
          </FormButtons>
        </Form>
      </>
    ),
  });
}

function showGone(ctx: Context): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account.reset;
  ctx.status = 410;
  accountPage(ctx, {
    title: say.title,
    children: (
      <>
        <Notice kind="warn" language={language} title={say.gone} />
        <p>
          <a href="/reset">{say.submit}</a>
        </p>
      </>
    ),
  });
}
