import { seeAs } from '../../accounts/sessions.ts';
import type { SignedIn } from '../../accounts/signed-in.ts';
import type { Resource } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm, signedInPerson } from '../../http/session.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { openMatter } from '../../onboarding/open-matter.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Select } from '../components/select.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { respond } from '../respond.tsx';
import { formatNumber, formatRecent } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openOperator } from './open-operator.ts';

const root = '/operator/organizations';
const pageSize = 100;
const roles = ['administrator', 'editor', 'reader'] as const;

/** All organisations: state, people, when something last happened; and the way to see pages as one of their people. */
export async function organizationsPage(ctx: Context, services: Services): Promise<void> {
  const { signedIn, language } = openOperator(ctx);
  const words = wordsIn(language);
  const say = words.operator.organizations;
  const after = ctx.state.query.text('after');
  const found = await services.context.store.list({
    kinds: ['organization'],
    states: ['published', 'withdrawn'],
    limit: pageSize,
    ...(after === undefined ? {} : { after }),
  });
  const closed = new Set(await services.onboarding.store.closedOrganizations());
  const rows = await Promise.all(
    found.map((one) => rowOf(one, services, { signedIn, language, isClosed: closed.has(one.id) })),
  );
  const title = (one: Resource) => titleOf(one.content, language) ?? one.name;
  respond(
    ctx,
    { title: say.title, language, rail: { of: 'operator', at: 'organizations' } },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      {found.length === 0 ? (
        <EmptyState title={say.none} />
      ) : (
        <>
          <Table
            caption={say.title}
            hideCaption
            columns={[
              { title: say.name },
              { title: say.state },
              { title: say.members, isNumber: true },
              { title: say.changed },
              { title: say.matter },
              { title: say.log },
            ]}
            rows={rows}
          />
          {found.length === pageSize && (
            <p>
              <a href={`${root}?after=${found.at(-1)?.id ?? ''}`} rel="next">
                {say.more}
              </a>
            </p>
          )}
          <h2>{say.seeAs}</h2>
          <p>{say.seeAsHelp}</p>
          <Form action="/operator/see-as" signedIn={signedIn} label={say.seeAs}>
            <Select
              name="organization"
              label={say.whose}
              language={language}
              choices={found.map((one) => ({ value: one.name, label: title(one) }))}
            />
            <Select
              name="role"
              label={say.role}
              language={language}
              choices={roles.map((role) => ({ value: role, label: words.workspace.roles[role] }))}
            />
            <FormButtons>
              <Button variant="secondary">{say.begin}</Button>
            </FormButtons>
          </Form>
        </>
      )}
    </div>,
  );
}

async function rowOf(
  organization: Resource,
  { accounts, audit, onboarding, context }: Services,
  {
    signedIn,
    language,
    isClosed,
  }: {
    readonly signedIn: SignedIn;
    readonly language: UserLanguage;
    readonly isClosed: boolean;
  },
) {
  const say = wordsIn(language).operator.organizations;
  const { id, name, content } = organization;
  const title = titleOf(content, language) ?? name;
  const [members, [last], matter] = await Promise.all([
    accounts.store.listMembers(id),
    audit.list({ organizations: [id], limit: 1 }),
    onboarding.store.findByOrganization(id),
  ]);
  return [
    <a key="name" href={`/workspace/${name}`}>
      {title}
    </a>,
    <Tag key="state" tone={isClosed ? 'warn' : 'good'} icon={isClosed ? 'lock' : 'check'}>
      {isClosed ? say.closed : say.active}
    </Tag>,
    formatNumber(members.length, language),
    last === undefined ? say.never : formatRecent(last.at, language, context.now()),
    matter === undefined ? (
      <ActionForm
        key="matter"
        action={`${root}/${id}/matter`}
        signedIn={signedIn}
        size="small"
        about={title}
      >
        {say.open}
      </ActionForm>
    ) : (
      <a href={`/operator/onboarding/${matter.id}`}>{say.open}</a>
    ),
    <a key="log" href={`/operator/log?object=${id}`}>
      {say.log}
    </a>,
  ];
}

/** Leads to where an organisation is paused, resumed and ended; opens a matter for it when it came in without one. @throws HttpProblem `not-found`. */
export async function postMatterOf(ctx: Context, { context, onboarding }: Services): Promise<void> {
  const { actor } = openOperator(ctx).signedIn;
  await using _form = await readPostedForm(ctx);
  const organization = await context.store.findById(ctx.params.id ?? '');
  if (organization?.kind !== 'organization') throw notFound();
  const { id } = await openMatter(onboarding, { actor, organization });
  seeOther(ctx, `/operator/onboarding/${id}`);
}

/** Begins to see pages as somebody of an organisation, reading only. @throws HttpProblem `not-found`. */
export async function postSeeAs(ctx: Context, { accounts, context }: Services): Promise<void> {
  const { signedIn } = openOperator(ctx);
  await using form = await readPostedForm(ctx);
  const name = form.fields.get('organization') ?? '';
  const organization = await context.store.find('organization', name);
  const role = roles.find((one) => one === form.fields.get('role'));
  if (organization === undefined || role === undefined) throw notFound();
  await seeAs(accounts, signedIn, { organization: organization.id, role });
  seeOther(ctx, `/workspace/${name}`);
}

/** Ends it. Whoever sees as somebody else is no operator meanwhile, so nobody is asked for that right. */
export async function postEndSeeAs(ctx: Context, { accounts }: Services): Promise<void> {
  await using _form = await readPostedForm(ctx);
  await seeAs(accounts, signedInPerson(ctx), null);
  seeOther(ctx, root);
}
