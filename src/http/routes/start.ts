import { collections } from '../../catalog/resource.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Context } from '../context.ts';
import { negotiate } from '../negotiate.ts';
import { html, json } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import type { Services } from '../services.ts';

/** The front door. */
export function startRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/',
      id: 'start',
      tag: 'addresses',
      summary: { sv: 'Startsidan', en: 'The start page' },
      access: 'public',
      responses: { 200: { description: { sv: 'Startsidan.', en: 'The start page.' } } },
      handler: (ctx) => start(ctx, services),
    }),
  ];
}

const labels: Readonly<
  Record<'organization' | 'dataset' | 'series' | 'service', Readonly<Record<UserLanguage, string>>>
> = {
  organization: { sv: 'Organisationer', en: 'Organisations' },
  dataset: { sv: 'Datamängder', en: 'Datasets' },
  series: { sv: 'Datamängdsserier', en: 'Dataset series' },
  service: { sv: 'Datatjänster', en: 'Data services' },
};

async function start(ctx: Context, { context, site }: Services): Promise<void> {
  const { store } = context;
  const states = ['published'] as const;
  const kinds = Object.keys(labels) as (keyof typeof labels)[];
  const counts = await Promise.all(kinds.map((kind) => store.count({ kinds: [kind], states })));
  const form = negotiate(ctx, [json, html]);
  if (form === json) {
    ctx.body = {
      title: site.title,
      ...Object.fromEntries(
        kinds.map((kind, index) => [
          collections[kind],
          { total: counts[index], href: `${context.base}/api/v1/${collections[kind]}` },
        ]),
      ),
      apiDocumentation: `${context.base}/api/v1/openapi.json`,
      catalog: `${context.base}/catalog.rdf`,
    };
    return;
  }
  await ctx.state.pages.start(ctx);
}
