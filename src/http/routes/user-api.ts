import { disablePerson, enablePerson } from '../../accounts/close-account.ts';
import type { Person } from '../../accounts/person.ts';
import { demand } from '../../catalog/policy.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { listContent, listReply, pageRequest, pagingParameters } from '../paging.ts';
import { defineRoute, type MediaContent, type Route } from '../route.ts';
import { notFound } from '../router.ts';
import type { Services } from '../services.ts';
import { readStrictFields } from '../strict-fields.ts';
import { answer, idParameter, object } from './member-api.ts';

const path = '/api/v1/users';

/** People with accounts, for operators. */
export function userApiRoutes({ accounts, context }: Services): readonly Route[] {
  const common = { tag: 'users', access: 'bearer' } as const;
  const { store } = accounts;
  const found = async (id: string): Promise<Person> => {
    const person = await store.findPerson(id);
    if (person === undefined) throw notFound();
    return person;
  };
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path,
      id: 'list-users',
      summary: { sv: 'Lista konton', en: 'List accounts' },
      parameters: [
        {
          name: 'q',
          in: 'query',
          description: {
            sv: 'Del av namn eller e-post.',
            en: 'Part of a name or an address of mail.',
          },
          schema: { type: 'string', maxLength: 200 },
          example: 'ek',
        },
        ...pagingParameters,
      ],
      responses: {
        200: {
          description: { sv: 'En sida av listan.', en: 'A page of the list.' },
          content: { 'application/json': listContent(user) },
        },
      },
      problems: ['not-permitted'],
      handler: async (ctx) => {
        demand(ctx.state.actor, 'operate');
        const { limit, after } = pageRequest(ctx);
        const text = ctx.state.query.text('q')?.toLowerCase();
        const people = await store.listPeople({
          limit: limit + 1,
          ...(after === undefined ? {} : { after }),
          ...(text === undefined ? {} : { text }),
        });
        const items = people.slice(0, limit);
        const reply = listReply(ctx, context.base, {
          items: items.map(shown),
          total: await store.countPeople(text),
          after: people.length > limit ? items.at(-1)?.id : undefined,
        });
        answer(ctx, 200, reply);
      },
    }),
    defineRoute({
      ...common,
      method: 'GET',
      path: `${path}/{id}`,
      id: 'get-user',
      summary: { sv: 'Läs ett konto', en: 'Read an account' },
      parameters: [idParameter],
      responses: {
        200: {
          description: { sv: 'Kontot.', en: 'The account.' },
          content: { 'application/json': user },
        },
      },
      problems: ['not-permitted', 'not-found'],
      handler: async (ctx) => {
        demand(ctx.state.actor, 'operate');
        answer(ctx, 200, shown(await found(ctx.params.id ?? '')));
      },
    }),
    defineRoute({
      ...common,
      method: 'PATCH',
      path: `${path}/{id}`,
      id: 'patch-user',
      summary: { sv: 'Stäng eller öppna ett konto', en: 'Close or open an account' },
      description: {
        sv: 'Ett konto som stängs förlorar sina inloggningar och åtkomstnycklar i samma stund.',
        en: 'An account that is closed loses its sessions and tokens in the same moment.',
      },
      parameters: [idParameter],
      body: {
        description: { sv: 'Om kontot är stängt.', en: 'Whether the account is closed.' },
        limit: 4096,
        content: {
          'application/json': {
            schema: object({ isDisabled: { type: 'boolean' } }),
            example: { isDisabled: true },
          },
        },
      },
      responses: {
        200: {
          description: { sv: 'Kontot.', en: 'The account.' },
          content: { 'application/json': user },
        },
      },
      problems: ['not-permitted', 'not-found', 'last-administrator'],
      handler: async (ctx) => {
        const { actor } = ctx.state;
        demand(actor, 'operate');
        const { isDisabled } = await readStrictFields(ctx, 4096, {
          isDisabled: (value) => typeof value === 'boolean',
        });
        const id = ctx.params.id ?? '';
        await (isDisabled === true
          ? disablePerson(accounts, actor, id)
          : enablePerson(accounts, actor, id));
        answer(ctx, 200, shown(await found(id)));
      },
    }),
  ];
}

function shown({
  id,
  name,
  email,
  language,
  isOperator,
  disabled,
  created,
  seen,
}: Person): JsonObject {
  return { id, name, email, language, isOperator, isDisabled: disabled !== null, created, seen };
}

const user: MediaContent = {
  schema: object({
    id: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string', format: 'email' },
    language: { type: 'string', enum: ['sv', 'en'] },
    isOperator: { type: 'boolean' },
    isDisabled: { type: 'boolean' },
    created: { type: 'string', format: 'date-time', example: '2026-11-23T12:00:00.000Z' },
    seen: { type: ['string', 'null'] },
  }),
  example: {
    id: '0192f0c1-7f1c-7d1e-8d0e-0b5c1f6f0a01',
    name: 'Anna Ek',
    email: 'anna.ek@umea.se',
    language: 'sv',
    isOperator: false,
    isDisabled: false,
    created: '2026-11-23T12:00:00.000Z',
    seen: null,
  },
};
