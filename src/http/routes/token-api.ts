import {
  listTokens,
  longestTokenLife,
  makeToken,
  revokeToken,
} from '../../accounts/manage-tokens.ts';
import { demandManaging } from '../../accounts/organization-of.ts';
import type { Token } from '../../accounts/token-store.ts';
import { findResource } from '../../catalog/find-resource.ts';
import type { Scope } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import { type Identified, listContent, pagingParameters, partReply } from '../paging.ts';
import { defineRoute, type MediaContent, type Parameter, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import { isText, readStrictFields } from '../strict-fields.ts';
import { answer, idParameter, object } from './member-api.ts';

const path = '/api/v1/tokens';
const scopes: readonly string[] = ['read', 'write', 'publish', 'administer'];

/** Access tokens of an organisation, for programs with a token that may administer it. A token can make none that may do more. */
export function tokenApiRoutes({ accounts, context }: Services): readonly Route[] {
  const common = { tag: 'tokens', access: 'bearer' } as const;
  /** Id of the organisation. @throws CatalogError for those who may not manage it. */
  const managed = async (ctx: Context, name: string): Promise<string> => {
    const { actor } = ctx.state;
    const { id } = await findResource(context.store, actor, 'organization', name);
    demandManaging(actor, id);
    return id;
  };
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path,
      id: 'list-tokens',
      summary: { sv: 'Lista åtkomstnycklar', en: 'List access tokens' },
      parameters: [organizationParameter, ...pagingParameters],
      responses: {
        200: {
          description: {
            sv: 'Nycklarna, utan det hemliga.',
            en: 'The tokens, without what is secret.',
          },
          content: { 'application/json': listContent(token) },
        },
      },
      problems: ['not-permitted', 'not-found'],
      handler: async (ctx) => {
        const name = ctx.state.query.text('organization') ?? '';
        const organization = await managed(ctx, name);
        const found = await listTokens(accounts, ctx.state.actor, organization);
        const tokens = found.map((one) => shown(one, name));
        answer(ctx, 200, partReply(ctx, context.base, tokens));
      },
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path,
      id: 'create-token',
      summary: { sv: 'Skapa en åtkomstnyckel', en: 'Make an access token' },
      description: {
        sv: 'Det hemliga visas i svaret och aldrig mer.',
        en: 'The secret is shown in the answer and never again.',
      },
      body: {
        description: { sv: 'Vad nyckeln får göra.', en: 'What the token may do.' },
        limit: 4096,
        content: { 'application/json': order },
      },
      responses: {
        201: {
          description: { sv: 'Nyckeln, med det hemliga.', en: 'The token, with its secret.' },
          content: { 'application/json': made },
          headers: { Location: { sv: 'Nyckelns adress.', en: 'The address of the token.' } },
        },
      },
      problems: ['not-permitted', 'not-found', 'invalid-record'],
      handler: async (ctx) => {
        const fields = await readStrictFields(ctx, 4096, {
          organization: isText(100),
          name: isText(100),
          scopes: (value) =>
            Array.isArray(value) &&
            value.length > 0 &&
            value.length <= scopes.length &&
            value.every((one) => typeof one === 'string' && scopes.includes(one)),
          days: (value) =>
            Number.isInteger(value) && Number(value) > 0 && Number(value) <= longestTokenLife,
        });
        const name = String(fields.organization);
        const organization = await managed(ctx, name);
        const { secret, token: kept } = await makeToken(accounts, ctx.state.actor, {
          organization,
          name: String(fields.name),
          scopes: fields.scopes as readonly Scope[],
          expires: new Date(accounts.now().getTime() + Number(fields.days) * day),
        });
        ctx.set('Location', `${context.base}${path}/${kept.id}`);
        answer(ctx, 201, { ...shown(kept, name), secret });
      },
    }),
    defineRoute({
      ...common,
      method: 'DELETE',
      path: `${path}/{id}`,
      id: 'revoke-token',
      summary: { sv: 'Återkalla en åtkomstnyckel', en: 'Revoke an access token' },
      parameters: [idParameter],
      responses: { 204: { description: { sv: 'Återkallad.', en: 'Revoked.' } } },
      problems: ['not-permitted', 'not-found'],
      handler: async (ctx) => {
        await revokeToken(accounts, ctx.state.actor, ctx.params.id ?? '');
        ctx.status = 204;
      },
    }),
  ];
}

function shown(
  { id, name, scopes: held, created, expires, lastUsed }: Omit<Token, 'hash'>,
  organization: string,
): Identified {
  return {
    id,
    name,
    organization,
    scopes: [...(held ?? scopes)],
    created,
    expires,
    lastUsed,
  };
}

const organizationParameter: Parameter = {
  name: 'organization',
  in: 'query',
  required: true,
  description: { sv: 'Organisationens namn.', en: 'The name of the organisation.' },
  schema: { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 100 },
  example: 'umea',
};

const text = { type: 'string' };
const scopeList = { type: 'array', minItems: 1, items: { type: 'string', enum: [...scopes] } };
const properties: Readonly<Record<string, JsonObject>> = {
  id: text,
  name: text,
  organization: text,
  scopes: scopeList,
  created: { type: 'string', format: 'date-time', example: '2026-11-23T12:00:00.000Z' },
  expires: { type: ['string', 'null'] },
  lastUsed: { type: ['string', 'null'] },
};

const example: JsonObject = {
  id: '0192f0c1-7f1c-7d1e-8d0e-0b5c1f6f0a01',
  name: 'Nattlig export',
  organization: 'umea',
  scopes: ['read', 'write'],
  created: '2026-11-23T12:00:00.000Z',
  expires: '2027-02-21T12:00:00.000Z',
  lastUsed: null,
};

const token: MediaContent = { schema: object(properties), example };

const made: MediaContent = {
  schema: object({ ...properties, secret: text }),
  example: { ...example, secret: 'dt_…' },
};

const order: MediaContent = {
  schema: object({
    organization: text,
    name: { type: 'string', maxLength: 100 },
    scopes: scopeList,
    days: { type: 'integer', minimum: 1, maximum: longestTokenLife },
  }),
  example: { organization: 'umea', name: 'Nattlig export', scopes: ['read', 'write'], days: 90 },
};
