import { askToChangeEmail, changeEmail, changePerson } from '../../accounts/change-person.ts';
import { erasePerson } from '../../accounts/close-account.ts';
import { exportPerson } from '../../accounts/export-person.ts';
import type { Context } from '../../http/context.ts';
import { languageCookie, pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm, setSessionCookie, signedInPerson } from '../../http/session.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Select } from '../components/select.tsx';
import { TextField } from '../components/text-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { pageRoute, postRoute, saidParameter, secretParameter } from './account-route.ts';
import { inBoth, waitFault } from './faults.ts';
import { proved } from './prove-page.tsx';

/** One's own account: what one is called, where letters go, and what is kept. */
export function profileRoutes(services: Services): readonly Route[] {
  const { accounts, context } = services;
  const access = 'person' as const;
  return [
    pageRoute({
      id: 'account',
      path: '/account',
      access,
      parameters: [saidParameter(['saved', 'email'])],
      handler: (ctx) => show(ctx, emptyForm(pageLanguage(ctx))),
    }),
    postRoute({
      id: 'account',
      path: '/account',
      access,
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const language = fields.get('language') === 'en' ? 'en' : 'sv';
        const name = fields.get('name') ?? '';
        const fault = await changePerson(accounts, signedInPerson(ctx), { name, language });
        if (fault !== undefined) return refuse(ctx, fields, [{ field: 'name', message: fault }]);
        // The pages follow the letters; the language can always be changed at the top of each page.
        const secure = context.base.startsWith('https:') ? '; Secure' : '';
        ctx.res.appendHeader(
          'Set-Cookie',
          `${languageCookie}=${language}; Path=/; SameSite=Lax; HttpOnly; Max-Age=31536000${secure}`,
        );
        seeOther(ctx, '/account?said=saved');
      },
    }),
    postRoute({
      id: 'account-email',
      path: '/account/email',
      access,
      handler: proved(services, '/account', async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const email = fields.get('email')?.trim() ?? '';
        const outcome = await askToChangeEmail(accounts, signedInPerson(ctx), email);
        switch (outcome.step) {
          case 'letter-sent':
            return show(ctx, emptyForm(pageLanguage(ctx)), email);
          case 'fault':
            return refuse(ctx, fields, [{ field: 'email', message: outcome.fault }]);
          case 'wait':
            return refuse(ctx, fields, [waitFault('email', outcome)]);
        }
      }),
    }),
    pageRoute({
      id: 'confirm-email',
      path: '/account/email/{secret}',
      access,
      parameters: [secretParameter],
      handler: (ctx) => showConfirm(ctx),
    }),
    postRoute({
      id: 'confirm-email',
      path: '/account/email/{secret}',
      access,
      parameters: [secretParameter],
      handler: async (ctx) => {
        await using _form = await readPostedForm(ctx);
        const held = await changeEmail(accounts, signedInPerson(ctx), ctx.params.secret ?? '');
        if (held) return seeOther(ctx, '/account?said=email');
        ctx.status = 410;
        const language = pageLanguage(ctx);
        const say = wordsIn(language).account.profile;
        accountPage(ctx, {
          title: say.emailTitle,
          at: 'profile',
          children: <Notice kind="warn" language={language} title={say.emailGone} />,
        });
      },
    }),
    pageRoute({
      id: 'account-data',
      path: '/account/data',
      access,
      handler: proved(services, '/account', async (ctx) => {
        const data = await exportPerson(accounts, signedInPerson(ctx).person);
        ctx.set('Content-Disposition', 'attachment; filename="datatorget-my-data.json"');
        ctx.set('Content-Type', 'application/json; charset=utf-8');
        ctx.body = `${JSON.stringify(data, null, 2)}\n`;
      }),
    }),
    postRoute({
      id: 'erase-account',
      path: '/account/erase',
      access,
      handler: proved(services, '/account', async (ctx) => {
        await using form = await readPostedForm(ctx);
        if (!form.fields.has('sure')) {
          const message = inBoth(({ profile }) => profile.eraseMissing);
          return refuse(ctx, form.fields, [{ field: 'sure', message }]);
        }
        const { actor, person } = signedInPerson(ctx);
        await erasePerson(accounts, actor, person.id);
        setSessionCookie(ctx, context.base, undefined);
        seeOther(ctx, '/sign-in?said=erased');
      }),
    }),
  ];
}

function refuse(
  ctx: Context,
  fields: ReadonlyMap<string, string>,
  faults: Parameters<typeof formState>[2],
): void {
  ctx.status = 422;
  show(ctx, formState(fields, pageLanguage(ctx), faults));
}

function show(ctx: Context, form: FormState, sentTo?: string): void {
  const language = pageLanguage(ctx);
  const words = wordsIn(language);
  const say = words.account;
  const signedIn = signedInPerson(ctx);
  const { person } = signedIn;
  const said = ctx.state.query.text('said');
  accountPage(ctx, {
    title: say.profile.title,
    at: 'profile',
    children: (
      <>
        {said === 'saved' && <Notice kind="good" language={language} title={say.profile.saved} />}
        {said === 'email' && (
          <Notice kind="good" language={language} title={say.profile.emailChanged} />
        )}
        {sentTo !== undefined && (
          <Notice kind="good" language={language} title={say.profile.emailSent(sentTo)} />
        )}
        <ErrorSummary faults={form.faults} language={language} />
        <section class="stack" aria-labelledby="personal">
          <h2 id="personal">{say.profile.personal}</h2>
          <Form action="/account" signedIn={signedIn}>
            <TextField
              name="name"
              label={say.fields.name}
              help={say.fields.nameHelp}
              language={language}
              value={form.error('name') === undefined ? person.name : form.value('name')}
              error={form.error('name')}
              autocomplete="name"
              maxLength={100}
            />
            <Select
              name="language"
              label={say.fields.language}
              help={say.profile.languageHelp}
              language={language}
              value={person.language}
              choices={[
                { value: 'sv', label: say.fields.swedish },
                { value: 'en', label: say.fields.english },
              ]}
            />
            <FormButtons>
              <Button>{words.forms.save}</Button>
            </FormButtons>
          </Form>
        </section>
        <section class="stack" aria-labelledby="mail">
          <h2 id="mail">{say.profile.email}</h2>
          <p>{say.profile.emailNow(person.email)}</p>
          <Form action="/account/email" signedIn={signedIn}>
            <TextField
              name="email"
              type="email"
              label={say.profile.newEmail}
              language={language}
              value={form.value('email')}
              error={form.error('email')}
              autocomplete="email"
              inputMode="email"
              spellcheck={false}
            />
            <FormButtons>
              <Button variant="secondary">{say.profile.changeEmail}</Button>
            </FormButtons>
          </Form>
        </section>
        <section class="stack" aria-labelledby="data">
          <h2 id="data">{say.profile.data}</h2>
          <p>{say.profile.dataHelp}</p>
          <p>
            <ButtonLink href="/account/data" icon="download">
              {say.profile.export}
            </ButtonLink>
          </p>
        </section>
        <section class="stack" aria-labelledby="erase">
          <h2 id="erase">{say.profile.erase}</h2>
          <p>{say.profile.eraseHelp}</p>
          <Form action="/account/erase" signedIn={signedIn}>
            <Checkbox name="sure" label={say.profile.eraseConfirm} error={form.error('sure')} />
            <FormButtons>
              <Button variant="danger">{say.profile.erase}</Button>
            </FormButtons>
          </Form>
        </section>
      </>
    ),
  });
}

function showConfirm(ctx: Context): void {
  const say = wordsIn(pageLanguage(ctx)).account.profile;
  accountPage(ctx, {
    title: say.emailTitle,
    at: 'profile',
    children: (
      <Form action={ctx.path} signedIn={ctx.state.signedIn}>
        <FormButtons>
          <Button>{say.emailConfirm}</Button>
        </FormButtons>
      </Form>
    ),
  });
}
