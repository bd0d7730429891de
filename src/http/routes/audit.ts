import { findResource } from '../../catalog/find-resource.ts';
import { demand, may } from '../../catalog/policy.ts';
import { answerAudit, auditForms } from '../audit-export.ts';
import { auditParameters, auditQuery } from '../audit-query.ts';
import type { Context } from '../context.ts';
import { negotiate } from '../negotiate.ts';
import { defineRoute, type Route } from '../route.ts';
import type { Services } from '../services.ts';

/** The audit for programs: administrators read their own organisation's, operators all of it. */
export function auditRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/audit',
      id: 'get-audit',
      tag: 'audit',
      summary: { sv: 'Hämta loggen', en: 'Get the audit' },
      description: {
        sv: 'Allt som har gjorts, det senaste först, som JSON-rader eller CSV. Administratörer får sin egen organisations händelser, driftansvariga allas.',
        en: 'Everything that was done, newest first, as JSON lines or CSV. Administrators get the events of their own organisation, operators all.',
      },
      access: 'bearer',
      parameters: [
        {
          name: 'organization',
          in: 'query',
          description: {
            sv: 'Bara händelser i den organisationen.',
            en: 'Only events of that organisation.',
          },
          schema: { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 100 },
          example: 'umea',
        },
        ...auditParameters,
      ],
      responses: {
        200: {
          description: { sv: 'Händelserna.', en: 'The events.' },
          content: {
            'application/x-ndjson': { schema: { type: 'string' }, example: line },
            'text/csv': { schema: { type: 'string' }, example: row },
          },
        },
      },
      problems: ['not-permitted', 'not-found', 'not-acceptable'],
      handler: (ctx) => getAudit(ctx, services),
    }),
  ];
}

const line = `{"number":7,"at":"2026-11-23T12:00:00.000Z","actor":{"kind":"person","id":"01980000-0000-7000-8000-000000000001","name":"Eva Ek"},"action":"record-published","object":{"kind":"dataset","id":"01980000-0000-7000-8000-000000000002","name":"Badplatser"},"after":{"state":"published","version":2}}\n`;
const row = `number,at,organization,actor kind,actor id,actor,action,object kind,object id,object,before,after,address,request,hash\r\n`;

async function getAudit(ctx: Context, services: Services): Promise<void> {
  const organizations = await readable(ctx, services);
  const form = negotiate(ctx, auditForms);
  await answerAudit(ctx, services, form, { ...auditQuery(ctx), organizations });
}

/** Ids of the organisations whose events are to be told; undefined: all. @throws CatalogError `not-permitted`, `not-found`. */
async function readable(
  ctx: Context,
  { context }: Services,
): Promise<readonly string[] | undefined> {
  const { actor } = ctx.state;
  const name = ctx.state.query.text('organization');
  if (name !== undefined) {
    const { id } = await findResource(context.store, actor, 'organization', name);
    demand(actor, 'read-audit', id);
    return [id];
  }
  if (may(actor, 'operate')) return undefined;
  const grants = actor.kind === 'anonymous' ? [] : actor.grants;
  const own = grants.flatMap(({ organization }) => organization ?? []);
  const allowed = own.filter((id) => may(actor, 'read-audit', id));
  if (allowed.length === 0) demand(actor, 'read-audit', own[0]);
  return allowed;
}
