import { changeRole, removeMember } from '../../accounts/change-member.ts';
import { inviteMember } from '../../accounts/invite-member.ts';
import { demandManaging } from '../../accounts/organization-of.ts';
import type { MemberRole } from '../../accounts/person.ts';
import { findResource } from '../../catalog/find-resource.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import { type Identified, listContent, pagingParameters, partReply } from '../paging.ts';
import { defineRoute, type MediaContent, type Parameter, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import { isOneOf, isText, readStrictFields } from '../strict-fields.ts';
import { nameParameter } from './record-parameters.ts';

/** The people of an organisation, for programs with a token that may administer it. */
export function memberApiRoutes({ accounts, context }: Services): readonly Route[] {
  const path = '/api/v1/organizations/{name}/members';
  const common = { tag: 'members', access: 'bearer' } as const;
  /** Id of the organisation in the address. @throws CatalogError for those who may not manage it. */
  const managed = async (ctx: Context): Promise<string> => {
    const { actor } = ctx.state;
    const { id } = await findResource(context.store, actor, 'organization', ctx.params.name ?? '');
    demandManaging(actor, id);
    return id;
  };
  const shown = async (organization: string): Promise<readonly Identified[]> =>
    (await accounts.store.listMembers(organization)).map(
      ({ person: id, name, email, role, since, seen }) => ({ id, name, email, role, since, seen }),
    );
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path,
      id: 'list-members',
      summary: { sv: 'Lista medlemmar', en: 'List members' },
      parameters: [nameParameter, ...pagingParameters],
      responses: {
        200: {
          description: { sv: 'En sida av listan.', en: 'A page of the list.' },
          content: { 'application/json': listContent(member) },
        },
      },
      problems: ['not-permitted', 'not-found'],
      handler: async (ctx) => {
        const members = await shown(await managed(ctx));
        answer(ctx, 200, partReply(ctx, context.base, members));
      },
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path,
      id: 'invite-member',
      summary: { sv: 'Bjud in en medlem', en: 'Invite a member' },
      description: {
        sv: 'Ett brev med en länk skickas. Den som öppnar den blir medlem.',
        en: 'A letter with a link is sent. Whoever opens it becomes a member.',
      },
      parameters: [nameParameter],
      body: {
        description: { sv: 'Vem och som vad.', en: 'Who, and as what.' },
        limit: 4096,
        content: { 'application/json': invitation },
      },
      responses: {
        202: {
          description: { sv: 'Inbjudan.', en: 'The invitation.' },
          content: { 'application/json': invited },
          headers: { Location: { sv: 'Listan över medlemmar.', en: 'The list of members.' } },
        },
      },
      problems: ['not-permitted', 'not-found', 'invalid-record', 'state-conflict'],
      handler: async (ctx) => {
        const organization = await managed(ctx);
        const { email, role } = await readStrictFields(ctx, 4096, {
          email: isText(254),
          role: isRole,
        });
        const made = await inviteMember(accounts, ctx.state.actor, {
          organization,
          email: String(email),
          role: role as MemberRole,
          language: 'sv',
        });
        ctx.set('Location', `${context.base}${ctx.path}`);
        const { id, expires } = made;
        answer(ctx, 202, { id, email: made.email, role: made.role, expires });
      },
    }),
    defineRoute({
      ...common,
      method: 'PATCH',
      path: `${path}/{id}`,
      id: 'change-member',
      summary: { sv: 'Ge en medlem en annan roll', en: 'Give a member another role' },
      parameters: [nameParameter, idParameter],
      body: {
        description: { sv: 'Den nya rollen.', en: 'The new role.' },
        limit: 4096,
        content: {
          'application/json': {
            schema: object({ role: roleSchema }),
            example: { role: 'reader' },
          },
        },
      },
      responses: {
        200: {
          description: { sv: 'Medlemmen.', en: 'The member.' },
          content: { 'application/json': member },
        },
      },
      problems: ['not-permitted', 'not-found', 'last-administrator'],
      handler: async (ctx) => {
        const organization = await managed(ctx);
        const { role } = await readStrictFields(ctx, 4096, { role: isRole });
        const person = ctx.params.id ?? '';
        const which = { organization, person, role: role as MemberRole };
        await changeRole(accounts, ctx.state.actor, which);
        const members = await shown(organization);
        answer(ctx, 200, members.find(({ id }) => id === person) ?? {});
      },
    }),
    defineRoute({
      ...common,
      method: 'DELETE',
      path: `${path}/{id}`,
      id: 'remove-member',
      summary: { sv: 'Ta bort en medlem', en: 'Remove a member' },
      description: {
        sv: 'Åtkomstnycklar som medlemmen har skapat i organisationen slutar gälla i samma stund.',
        en: 'Tokens that the member has made in the organisation stop working in the same moment.',
      },
      parameters: [nameParameter, idParameter],
      responses: { 204: { description: { sv: 'Borttagen.', en: 'Removed.' } } },
      problems: ['not-permitted', 'not-found', 'last-administrator'],
      handler: async (ctx) => {
        const organization = await managed(ctx);
        const person = ctx.params.id ?? '';
        await removeMember(accounts, ctx.state.actor, { organization, person });
        ctx.status = 204;
      },
    }),
  ];
}

const roles = ['administrator', 'editor', 'reader'];
const isRole = isOneOf(roles);
const roleSchema = { type: 'string', enum: roles };
const id = '0192f0c1-7f1c-7d1e-8d0e-0b5c1f6f0a01';
const text = { type: 'string' };

const member: MediaContent = {
  schema: object({
    id: text,
    name: text,
    email: { type: 'string', format: 'email' },
    role: roleSchema,
    since: { type: 'string', format: 'date-time', example: '2026-11-23T12:00:00.000Z' },
    seen: { type: ['string', 'null'] },
  }),
  example: {
    id,
    name: 'Anna Ek',
    email: 'anna.ek@umea.se',
    role: 'editor',
    since: '2026-11-23T12:00:00.000Z',
    seen: null,
  },
};

const invitation: MediaContent = {
  schema: object({ email: { type: 'string', format: 'email' }, role: roleSchema }),
  example: { email: 'anna.ek@umea.se', role: 'editor' },
};

const invited: MediaContent = {
  schema: object({
    id: text,
    email: { type: 'string', format: 'email' },
    role: roleSchema,
    expires: { type: 'string', format: 'date-time', example: '2026-12-07T12:00:00.000Z' },
  }),
  example: { id, email: 'anna.ek@umea.se', role: 'editor', expires: '2026-12-07T12:00:00.000Z' },
};

/** The id of a person, a token, an invitation. */
export const idParameter: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: { sv: 'Id ur listan.', en: 'The id, from the list.' },
  schema: { type: 'string', pattern: '^[0-9a-f-]{36}$' },
  example: id,
};

/** An object of exactly these members. */
export function object(properties: Readonly<Record<string, JsonObject>>): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties: { ...properties },
  };
}

/** Answers with JSON. */
export function answer(ctx: Context, status: number, body: object): void {
  ctx.status = status;
  ctx.set('Content-Type', 'application/json; charset=utf-8');
  ctx.body = JSON.stringify(body);
}
