import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import { nameParameter } from '../../http/routes/record-parameters.ts';
import type { Services } from '../../http/services.ts';
import { checkLinks } from './check-links.ts';
import { listPage } from './list-page.tsx';
import { overviewPage } from './overview-page.tsx';
import { listParameters } from './record-list.ts';

const organization: Parameter = { ...nameParameter, name: 'organization', example: 'umea' };

const page = { 200: { description: { sv: 'Sidan.', en: 'The page.' } } } as const;

/** The first pages of an organisation's workspace. */
export function workspaceRoutes(services: Services): readonly Route[] {
  const common = { method: 'GET', tag: 'portal', access: 'person', responses: page } as const;
  return [
    defineRoute({
      ...common,
      path: '/workspace/{organization}',
      id: 'workspace-overview',
      summary: { sv: 'Arbetsytans översikt', en: 'Overview of the workspace' },
      parameters: [
        organization,
        {
          name: 'done',
          in: 'query',
          description: { sv: 'Vad som just har gjorts.', en: 'What has just been done.' },
          schema: { type: 'string', enum: ['links'] },
          example: 'links',
        },
      ],
      problems: ['not-found'],
      handler: (ctx) => overviewPage(ctx, services),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: '/workspace/{organization}/check-links',
      id: 'workspace-check-links',
      summary: { sv: 'Kontrollera adresserna', en: 'Check the addresses' },
      parameters: [organization],
      responses: { 303: { description: { sv: 'Till översikten.', en: 'To the overview.' } } },
      problems: ['not-found', 'not-permitted', 'cross-site'],
      handler: (ctx) => checkLinks(ctx, services),
    }),
    defineRoute({
      ...common,
      path: '/workspace/{organization}/datasets',
      id: 'workspace-datasets',
      summary: { sv: 'Organisationens poster', en: 'The organisation’s records' },
      parameters: [organization, ...listParameters],
      problems: ['not-found'],
      handler: (ctx) => listPage(ctx, services),
    }),
  ];
}
