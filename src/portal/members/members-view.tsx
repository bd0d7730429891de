import type { Member } from '../../accounts/person.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { RadioGroup } from '../components/radio-group.tsx';
import { Table } from '../components/table.tsx';
import { TextField } from '../components/text-field.tsx';
import type { FormState } from '../form-state.ts';
import { respond } from '../respond.tsx';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

const roles = ['administrator', 'editor', 'reader'] as const;

/** Draws the list of members, of invitations and of those who ask, and the form to invite. */
export async function showMembers(
  ctx: Context,
  services: Services,
  workspace: Workspace,
  form: FormState,
): Promise<void> {
  const { organization, signedIn, language, address } = workspace;
  const { store } = services.accounts;
  const say = wordsIn(language).members;
  const [people, invitations, requests] = await Promise.all([
    store.listMembers(organization.id),
    store.listInvitations(organization.id),
    store.listRequests(organization.id),
  ]);
  const base = `${address}/members`;
  const name = ctx.state.query.text('name') ?? '';
  const about =
    ctx.state.query.text('said') === 'removed'
      ? await removedMember(services, organization.id, name)
      : (invitations.find(({ id }) => id === name)?.email ?? name);
  respond(
    ctx,
    { title: `${say.title} – ${workspace.title}`, language, rail: workspace.rail('members') },
    <div class="stack roomy">
      <h1>{say.title}</h1>
      <Said ctx={ctx} workspace={workspace} about={about} />
      <ErrorSummary faults={form.faults} language={language} />
      {requests.length > 0 && (
        <section class="stack" aria-labelledby="requests">
          <h2 id="requests">{say.requests.title}</h2>
          <ul class="plain-list stack">
            {requests.map(({ id, name, email, message, created }) => (
              <li class="card stack" key={id}>
                <h3>
                  {name} <span class="quiet small">{email}</span>
                </h3>
                {message !== '' && <blockquote>{message}</blockquote>}
                <p class="quiet small">{formatDate(created, language)}</p>
                <div class="row">
                  <RoleForm
                    action={`${base}/requests/${id}/accept`}
                    workspace={workspace}
                    name={name}
                    current="editor"
                    button={say.requests.accept}
                  />
                  <ActionForm
                    action={`${base}/requests/${id}/refuse`}
                    signedIn={signedIn}
                    about={name}
                  >
                    {say.requests.refuse}
                  </ActionForm>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Table
        caption={say.table}
        hideCaption
        columns={[say.name, say.role, say.seen, say.remove].map((title) => ({ title }))}
        rows={people.map((member) => [
          <Name
            key="name"
            member={member}
            isYou={member.person === signedIn.person.id}
            say={say}
          />,
          <RoleForm
            key="role"
            action={`${base}/${member.person}/role`}
            workspace={workspace}
            name={member.name}
            current={member.role}
            button={say.change}
          />,
          member.seen === null ? say.never : formatDate(member.seen, language),
          <ActionForm
            key="remove"
            action={`${base}/${member.person}/remove`}
            signedIn={signedIn}
            about={member.name}
            variant="danger"
            size="small"
          >
            {say.remove}
          </ActionForm>,
        ])}
      />
      {invitations.length > 0 && (
        <section class="stack" aria-labelledby="invitations">
          <h2 id="invitations">{say.invitations.title}</h2>
          <ul class="plain-list stack">
            {invitations.map(({ id, email, role, expires }) => (
              <li class="row" key={id}>
                <span>
                  {email}, {say.roles[role]}, {say.invitations.until(formatDate(expires, language))}
                </span>
                <ActionForm
                  action={`${base}/invitations/${id}/withdraw`}
                  signedIn={signedIn}
                  about={email}
                  size="small"
                >
                  {say.invitations.withdraw}
                </ActionForm>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack" aria-labelledby="invite">
        <h2 id="invite">{say.invite.title}</h2>
        <p>{say.invite.lead}</p>
        <Form action={`${base}/invitations`} signedIn={signedIn}>
          <TextField
            name="email"
            type="email"
            label={say.email}
            language={language}
            value={form.value('email')}
            error={form.error('email')}
            autocomplete="off"
            inputMode="email"
            spellcheck={false}
          />
          <RadioGroup
            name="role"
            label={say.role}
            language={language}
            value={form.value('role') || 'editor'}
            choices={roles.map((role) => ({
              value: role,
              label: say.roles[role],
              help: say.rolesHelp[role],
            }))}
          />
          <FormButtons>
            <Button>{say.invite.submit}</Button>
          </FormButtons>
        </Form>
      </section>
    </div>,
  );
}

function Name({
  member: { name, email, disabled },
  isYou,
  say,
}: {
  readonly member: Member;
  readonly isYou: boolean;
  readonly say: ReturnType<typeof wordsIn>['members'];
}) {
  return (
    <>
      {name}
      {isYou && <span class="quiet"> ({say.you})</span>}
      {disabled !== null && <span class="quiet"> ({say.disabled})</span>}
      <span class="member-email">{email}</span>
    </>
  );
}

/** A role to choose, and a button: it works without a script. */
function RoleForm({
  action,
  workspace: { signedIn, language },
  name,
  current,
  button,
}: {
  readonly action: string;
  readonly workspace: Workspace;
  readonly name: string;
  readonly current: Member['role'];
  readonly button: string;
}) {
  const say = wordsIn(language).members;
  return (
    <form class="row role-form" method="post" action={action}>
      <CsrfField signedIn={signedIn} />
      <select class="ds-input" name="role" aria-label={`${say.role}: ${name}`}>
        {roles.map((one) => (
          <option key={one} value={one} selected={one === current}>
            {say.roles[one]}
          </option>
        ))}
      </select>
      <Button variant="secondary" size="small">
        {button}
        <span class="hidden-visually"> {name}</span>
      </Button>
    </form>
  );
}

/** What has just been done; a removal can be undone by inviting again. */
function Said({
  ctx,
  workspace,
  about,
}: {
  readonly ctx: Context;
  readonly workspace: Workspace;
  /** Whom it was about, by name or by address of mail; of somebody who was never here nothing is told. */
  readonly about: string | undefined;
}) {
  const { language } = workspace;
  const { query } = ctx.state;
  const text = about === undefined ? undefined : saidText(query.text('said'), about, language);
  if (about === undefined || text === undefined) return null;
  return (
    <Notice kind="good" language={language} title={text}>
      {query.text('said') === 'removed' && (
        <ActionForm
          action={`${workspace.address}/members/invitations`}
          signedIn={workspace.signedIn}
          fields={{ email: about, role: 'reader' }}
          size="small"
        >
          {wordsIn(language).members.undo}
        </ActionForm>
      )}
    </Notice>
  );
}

/** The address of somebody whom this organisation has removed, by id: others' addresses cannot be asked for here. */
async function removedMember(
  { accounts, audit }: Services,
  organization: string,
  person: string,
): Promise<string | undefined> {
  const [removal] = await audit.list({
    organizations: [organization],
    object: person,
    actions: ['member-removed'],
    limit: 1,
  });
  return removal === undefined ? undefined : (await accounts.store.findPerson(person))?.email;
}

function saidText(word: string | undefined, name: string, language: UserLanguage) {
  const say = wordsIn(language).members;
  switch (word) {
    case 'invited':
      return say.invite.sent(name);
    case 'withdrawn':
      return say.invitations.withdrawn;
    case 'accepted':
      return say.requests.accepted(name);
    case 'refused':
      return say.requests.refused;
    case 'changed':
      return say.changed(name);
    case 'removed':
      return say.removed(name);
    default:
      return undefined;
  }
}
