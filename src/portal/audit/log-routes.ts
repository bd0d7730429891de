import { answerAudit, auditForms } from '../../http/audit-export.ts';
import { auditParameters, auditQuery } from '../../http/audit-query.ts';
import type { Context } from '../../http/context.ts';
import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { openOperator } from '../operator/open-operator.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { RailPlace } from '../workspace/rails.ts';
import { showLog } from './log-page.tsx';

/** The log of each organisation for its administrators, and of everything for operators. */
export function logRoutes(services: Services): readonly Route[] {
  const workspace = async (ctx: Context): Promise<Place> => {
    const { organization, address, rail } = await openWorkspace(ctx, services, 'read-audit');
    return { organizations: [organization.id], address: `${address}/log`, rail: rail('log') };
  };
  const operator = async (ctx: Context): Promise<Place> => {
    openOperator(ctx);
    return {
      organizations: undefined,
      address: '/operator/log',
      rail: { of: 'operator', at: 'log' },
    };
  };
  return [
    ...routesOf(services, 'workspace', '/workspace/{organization}/log', workspace),
    ...routesOf(services, 'operator', '/operator/log', operator),
  ];
}

interface Place {
  readonly organizations: readonly string[] | undefined;
  readonly address: string;
  readonly rail: RailPlace;
}

const beforeParameter: Parameter = {
  name: 'before',
  in: 'query',
  description: { sv: 'Händelser med lägre nummer.', en: 'Events with a lower number.' },
  schema: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  example: 100,
};

const formParameter: Parameter = {
  name: 'form',
  in: 'query',
  required: true,
  description: { sv: 'Vilken form.', en: 'Which form.' },
  schema: { type: 'string', enum: auditForms.map(({ suffix }) => suffix) },
  example: 'csv',
};

function routesOf(
  services: Services,
  whose: string,
  path: string,
  open: (ctx: Context) => Promise<Place>,
): readonly Route[] {
  const common = {
    method: 'GET',
    tag: 'portal',
    access: 'person',
    problems: ['not-found'],
  } as const;
  return [
    defineRoute({
      ...common,
      path,
      id: `${whose}-log`,
      summary: { sv: 'Logg', en: 'Log' },
      parameters: [...auditParameters, beforeParameter],
      responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
      handler: async (ctx) => showLog(ctx, services, await open(ctx)),
    }),
    defineRoute({
      ...common,
      path: `${path}/export`,
      id: `${whose}-log-export`,
      summary: { sv: 'Ladda ner loggen', en: 'Download the log' },
      parameters: [...auditParameters, formParameter],
      responses: { 200: { description: { sv: 'Filen.', en: 'The file.' } } },
      handler: async (ctx) => {
        const { organizations } = await open(ctx);
        const wanted = ctx.state.query.text('form');
        const form = auditForms.find(({ suffix }) => suffix === wanted) ?? auditForms[0];
        await answerAudit(ctx, services, form, { ...auditQuery(ctx), organizations });
      },
    }),
  ];
}
