import { leaveOrganization } from '../../accounts/change-member.ts';
import { askToJoin, longestMessage, withdrawRequest } from '../../accounts/join-organization.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm, signedInPerson } from '../../http/session.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Select } from '../components/select.tsx';
import { TextArea } from '../components/text-area.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { organizationParameter } from '../members/members-route.ts';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { pageRoute, postRoute, saidParameter } from './account-route.ts';
import { inBoth } from './faults.ts';

/** As many organisations as the list to choose from holds: more than Sweden has of regions and municipalities. */
const most = 1000;

/** Which organisations one belongs to, asking to join one, and leaving. */
export function ownOrganizationsRoutes(services: Services): readonly Route[] {
  const { accounts, context } = services;
  const access = 'person' as const;
  const root = '/account/organizations';
  const named = async (name: string) => {
    const found = await context.store.find('organization', name);
    if (found === undefined || found.state === 'withdrawn') throw notFound();
    return found;
  };
  return [
    pageRoute({
      id: 'own-organizations',
      path: root,
      access,
      parameters: [saidParameter(['asked', 'left', 'withdrawn'])],
      handler: (ctx) => show(ctx, services, emptyForm(pageLanguage(ctx))),
    }),
    postRoute({
      id: 'ask-to-join',
      path: root,
      access,
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const name = fields.get('organization') ?? '';
        if (name === '') {
          ctx.status = 422;
          const message = inBoth(({ organizations }) => organizations.missing);
          const faults = [{ field: 'organization', message }];
          return show(ctx, services, formState(fields, pageLanguage(ctx), faults));
        }
        const { id } = await named(name);
        const message = fields.get('message') ?? '';
        await askToJoin(accounts, signedInPerson(ctx), { organization: id, message });
        seeOther(ctx, `${root}?said=asked`);
      },
    }),
    postRoute({
      id: 'withdraw-request',
      path: `${root}/{organization}/withdraw`,
      access,
      parameters: [organizationParameter],
      handler: async (ctx) => {
        await using _form = await readPostedForm(ctx);
        const signedIn = signedInPerson(ctx);
        const { id } = await named(ctx.params.organization ?? '');
        for (const request of await accounts.store.listRequestsOf(signedIn.person.id)) {
          if (request.organization === id) await withdrawRequest(accounts, signedIn, request.id);
        }
        seeOther(ctx, root);
      },
    }),
    postRoute({
      id: 'leave-organization',
      path: `${root}/{organization}/leave`,
      access,
      parameters: [organizationParameter],
      handler: async (ctx) => {
        await using _form = await readPostedForm(ctx);
        const { id } = await named(ctx.params.organization ?? '');
        await leaveOrganization(accounts, signedInPerson(ctx), id);
        seeOther(ctx, `${root}?said=left`);
      },
    }),
  ];
}

async function show(ctx: Context, { accounts, context }: Services, form: FormState): Promise<void> {
  const language = pageLanguage(ctx);
  const words = wordsIn(language);
  const say = words.account.organizations;
  const signedIn = signedInPerson(ctx);
  const { memberships, person } = signedIn;
  const all = await context.store.list({
    kinds: ['organization'],
    states: ['published'],
    limit: most,
  });
  const title = (content: Parameters<typeof titleOf>[0], name: string) =>
    titleOf(content, language) ?? name;
  const known = new Map(
    all.map((one) => [one.id, { name: one.name, title: title(one.content, one.name) }]),
  );
  const own = new Set(memberships.map(({ organization }) => organization));
  const requests = await accounts.store.listRequestsOf(person.id);
  const asked = new Set(requests.map(({ organization }) => organization));
  const choices = [...known]
    .filter(([id]) => !own.has(id) && !asked.has(id))
    .map(([, { name, title: label }]) => ({ value: name, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'));
  const said = ctx.state.query.text('said');
  accountPage(ctx, {
    title: say.title,
    at: 'organizations',
    children: (
      <>
        {said === 'asked' && <Notice kind="good" language={language} title={say.asked} />}
        {said === 'left' && <Notice kind="good" language={language} title={say.leftOne} />}
        <ErrorSummary faults={form.faults} language={language} />
        {memberships.length === 0 ? (
          <EmptyState title={say.none} />
        ) : (
          <ul class="plain-list stack">
            {memberships.map(({ organization, role }) => (
              <li class="row" key={organization}>
                <span>
                  <a href={`/workspace/${known.get(organization)?.name}`}>
                    {known.get(organization)?.title}
                  </a>{' '}
                  {say.as(words.workspace.roles[role])}
                </span>
                <ActionForm
                  action={`/account/organizations/${known.get(organization)?.name}/leave`}
                  signedIn={signedIn}
                  about={known.get(organization)?.title ?? ''}
                  size="small"
                >
                  {say.leave}
                </ActionForm>
              </li>
            ))}
          </ul>
        )}
        {requests.length > 0 && (
          <section class="stack" aria-labelledby="waiting">
            <h2 id="waiting">{say.waiting}</h2>
            <ul class="plain-list stack">
              {requests.map(({ id, organization, created }) => (
                <li class="row" key={id}>
                  <span>
                    {known.get(organization)?.title}, {say.askedAt(formatDate(created, language))}
                  </span>
                  <ActionForm
                    action={`/account/organizations/${known.get(organization)?.name}/withdraw`}
                    signedIn={signedIn}
                    about={known.get(organization)?.title ?? ''}
                    size="small"
                  >
                    {say.withdraw}
                  </ActionForm>
                </li>
              ))}
            </ul>
          </section>
        )}
        <JoinForm choices={choices} form={form} ctx={ctx} language={language} />
      </>
    ),
  });
}

function JoinForm({
  choices,
  form,
  ctx,
  language,
}: {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly form: FormState;
  readonly ctx: Context;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language);
  const say = words.account.organizations;
  return (
    <section class="stack" aria-labelledby="join">
      <h2 id="join">{say.joinTitle}</h2>
      <p>
        {say.joinLead} <a href="/join">{say.interest}</a>
      </p>
      <Form action="/account/organizations" signedIn={ctx.state.signedIn}>
        <Select
          name="organization"
          label={words.account.fields.organization}
          language={language}
          value={form.value('organization')}
          error={form.error('organization')}
          choices={[{ value: '', label: say.choose }, ...choices]}
        />
        <TextArea
          name="message"
          label={words.account.fields.message}
          help={say.messageHelp}
          language={language}
          value={form.value('message')}
          rows={3}
          maxLength={longestMessage}
          isOptional
        />
        <FormButtons>
          <Button>{say.ask}</Button>
        </FormButtons>
      </Form>
    </section>
  );
}
