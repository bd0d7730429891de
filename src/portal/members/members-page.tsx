import { changeRole, removeMember } from '../../accounts/change-member.ts';
import { inviteMember, withdrawInvitation } from '../../accounts/invite-member.ts';
import { approveRequest, refuseRequest } from '../../accounts/join-organization.ts';
import type { MemberRole } from '../../accounts/person.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { isEmailAddress } from '../../kernel/email-address.ts';
import { pageRoute, postRoute, saidParameter } from '../account/account-route.ts';
import { emptyForm, formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { idParameter, nameParameter, organizationParameter } from './members-route.ts';
import { showMembers } from './members-view.tsx';

const said = ['invited', 'withdrawn', 'accepted', 'refused', 'changed', 'removed'] as const;
type Said = (typeof said)[number];

/** The people of an organisation, to those who decide who they are. */
export function membersRoutes(services: Services): readonly Route[] {
  const { accounts } = services;
  const root = '/workspace/{organization}/members';
  const open = (ctx: Context) => openWorkspace(ctx, services, 'manage-members');
  /** A form that does one thing and goes back to the list. */
  const post = (
    id: string,
    path: string,
    work: (
      workspace: Workspace,
      fields: ReadonlyMap<string, string>,
      id: string,
    ) => Promise<readonly [said: Said, name: string]>,
  ): Route =>
    postRoute({
      id,
      path: root + path,
      access: 'person',
      parameters: [organizationParameter, ...(path.includes('{id}') ? [idParameter] : [])],
      handler: async (ctx) => {
        const workspace = await open(ctx);
        await using form = await readPostedForm(ctx);
        const [word, name] = await work(workspace, form.fields, ctx.params.id ?? '');
        back(ctx, workspace, word, name);
      },
    });
  return [
    pageRoute({
      id: 'members',
      path: root,
      access: 'person',
      parameters: [organizationParameter, saidParameter(said), nameParameter],
      handler: async (ctx) => {
        const workspace = await open(ctx);
        await showMembers(ctx, services, workspace, emptyForm(workspace.language));
      },
    }),
    postRoute({
      id: 'invite-member',
      path: `${root}/invitations`,
      access: 'person',
      parameters: [organizationParameter],
      handler: async (ctx) => {
        const workspace = await open(ctx);
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const email = fields.get('email')?.trim() ?? '';
        if (!isEmailAddress(email)) {
          ctx.status = 422;
          const message = {
            sv: wordsIn('sv').members.invite.missingEmail,
            en: wordsIn('en').members.invite.missingEmail,
          };
          const state = formState(fields, workspace.language, [{ field: 'email', message }]);
          return showMembers(ctx, services, workspace, state);
        }
        const { id } = await inviteMember(accounts, workspace.signedIn.actor, {
          organization: workspace.organization.id,
          email,
          role: roleIn(fields),
          language: pageLanguage(ctx),
        });
        back(ctx, workspace, 'invited', id);
      },
    }),
    post('withdraw-invitation', '/invitations/{id}/withdraw', async (workspace, _fields, id) => {
      const { signedIn, organization } = workspace;
      await withdrawInvitation(accounts, signedIn.actor, { organization: organization.id, id });
      return ['withdrawn', ''];
    }),
    post('accept-request', '/requests/{id}/accept', async (workspace, fields, id) => {
      const name = await askerOf(workspace, id);
      await approveRequest(accounts, workspace.signedIn.actor, id, roleIn(fields));
      return ['accepted', name];
    }),
    post('refuse-request', '/requests/{id}/refuse', async (workspace, _fields, id) => {
      await askerOf(workspace, id);
      await refuseRequest(accounts, workspace.signedIn.actor, id);
      return ['refused', ''];
    }),
    post('change-role', '/{id}/role', async ({ signedIn, organization }, fields, person) => {
      const which = { organization: organization.id, person, role: roleIn(fields) };
      await changeRole(accounts, signedIn.actor, which);
      return ['changed', (await accounts.store.findPerson(person))?.name ?? ''];
    }),
    post('remove-member', '/{id}/remove', async ({ signedIn, organization }, _fields, person) => {
      await removeMember(accounts, signedIn.actor, { organization: organization.id, person });
      // By the id: an address of mail does not belong in addresses, which are logged and kept in histories.
      return ['removed', person];
    }),
  ];

  /** Who asked, when it was this organisation that they asked. @throws HttpProblem `not-found`. */
  async function askerOf({ organization }: Workspace, id: string): Promise<string> {
    const requests = await accounts.store.listRequests(organization.id);
    const found = requests.find((request) => request.id === id);
    if (found === undefined) throw notFound();
    return found.name;
  }
}

function back(ctx: Context, { address }: Workspace, word: Said, name: string): void {
  const about = name === '' ? '' : `&name=${encodeURIComponent(name)}`;
  seeOther(ctx, `${address}/members?said=${word}${about}`);
}

/** The role that a form chose; what is none is the least. */
function roleIn(fields: ReadonlyMap<string, string>): MemberRole {
  const role = fields.get('role');
  return role === 'administrator' || role === 'editor' ? role : 'reader';
}
