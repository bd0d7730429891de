import { acceptAsNewPerson, acceptInvitation } from '../../accounts/accept-invitation.ts';
import { findInvitation, type OpenInvitation } from '../../accounts/invite-member.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { pageRoute, postRoute, secretParameter } from './account-route.ts';
import { openDoor, withNext } from './door.ts';
import { NameField, NewPasswordField, SettledEmailField } from './person-fields.tsx';

/** An invitation by its link: taken by the account it is for, or with a new one. */
export function invitationRoutes(services: Services): readonly Route[] {
  const { accounts } = services;
  const door = openDoor(services);
  const route = {
    path: '/invitations/{secret}',
    access: 'public',
    parameters: [secretParameter],
  } as const;
  return [
    pageRoute({
      ...route,
      id: 'invitation',
      handler: async (ctx) => {
        const open = await findInvitation(accounts, ctx.params.secret ?? '');
        if (open === undefined) return showGone(ctx);
        show(ctx, open, emptyForm(pageLanguage(ctx)));
      },
    }),
    postRoute({
      ...route,
      id: 'invitation',
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const { signedIn } = ctx.state;
        const language = pageLanguage(ctx);
        const secret = ctx.params.secret ?? '';
        const open = await findInvitation(accounts, secret);
        if (open === undefined) return showGone(ctx);
        const workspace = `/workspace/${open.organization.name}`;
        if (signedIn !== undefined) {
          await acceptInvitation(accounts, signedIn, secret);
          return seeOther(ctx, workspace);
        }
        const outcome = await acceptAsNewPerson(accounts, {
          secret,
          name: fields.get('name') ?? '',
          password: fields.get('password') ?? '',
          language,
          visitor: door.visitor(ctx),
        });
        if (outcome.step === 'done') return door.enter(ctx, outcome, workspace);
        if (outcome.step === 'expired') return seeOther(ctx, ctx.path);
        ctx.status = 422;
        show(ctx, open, formState(fields, language, outcome.faults));
      },
    }),
  ];
}

function show(ctx: Context, open: OpenInvitation, form: FormState): void {
  const language = pageLanguage(ctx);
  const words = wordsIn(language);
  const say = words.account;
  const { invitation, organization, hasAccount } = open;
  const title = organization.title[language];
  const { signedIn } = ctx.state;
  const isTheirs = signedIn?.person.emailKey === invitation.emailKey;
  accountPage(ctx, {
    title: say.invitation.title(title),
    children: (
      <>
        <p class="lead">{say.invitation.lead(title, words.workspace.roles[invitation.role])}</p>
        <ErrorSummary faults={form.faults} language={language} />
        {signedIn !== undefined && !isTheirs && (
          <Notice kind="warn" language={language} title={say.invitation.other(invitation.email)} />
        )}
        {isTheirs && (
          <Form action={ctx.path} signedIn={signedIn}>
            <FormButtons>
              <Button>{say.invitation.accept}</Button>
            </FormButtons>
          </Form>
        )}
        {signedIn === undefined && hasAccount && (
          <>
            <p>{say.invitation.signIn(invitation.email)}</p>
            <p>
              <ButtonLink href={withNext('/sign-in', ctx.path)} variant="primary">
                {say.signIn.submit}
              </ButtonLink>
            </p>
          </>
        )}
        {signedIn === undefined && !hasAccount && (
          <Form action={ctx.path} signedIn={undefined}>
            <p>{say.invitation.newAccount}</p>
            <SettledEmailField email={invitation.email} language={language} />
            <NameField form={form} language={language} />
            <NewPasswordField form={form} language={language} isFirst />
            <FormButtons>
              <Button>{say.invitation.create}</Button>
            </FormButtons>
          </Form>
        )}
      </>
    ),
  });
}

function showGone(ctx: Context): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account;
  ctx.status = 410;
  accountPage(ctx, {
    title: say.organizations.joinTitle,
    children: (
      <>
        <Notice kind="warn" language={language} title={say.invitation.gone} />
        <p>
          <a href="/account/organizations">{say.organizations.ask}</a>
        </p>
      </>
    ),
  });
}
