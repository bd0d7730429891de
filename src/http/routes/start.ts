import { findResource } from '../../catalog/find-resource.ts';
import { collections, type Kind } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Context } from '../context.ts';
import { preferredLanguage } from '../language.ts';
import { negotiate } from '../negotiate.ts';
import { listReply, pagingParameters } from '../paging.ts';
import { html, json } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import { vary } from '../vary.ts';
import { pageOf } from './record-lists.ts';
import { organizationParameter } from './record-parameters.ts';

/** The front door and plain lists of what is public, so that a person with a browser can walk to every record. */
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
    ...(['organization', 'dataset', 'series', 'service'] as const).map((kind) =>
      defineRoute({
        method: 'GET',
        path: `/${collections[kind]}`,
        id: `browse-${collections[kind]}`,
        tag: 'addresses',
        summary: { sv: 'Lista', en: 'List' },
        parameters: [...pagingParameters, organizationParameter],
        access: 'public',
        responses: { 200: { description: { sv: 'En sida.', en: 'A page.' } } },
        problems: ['not-found'],
        handler: (ctx) => browse(ctx, services, kind),
      }),
    ),
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

async function browse(ctx: Context, services: Services, kind: keyof typeof labels): Promise<void> {
  if (negotiate(ctx, [json, html]) === html) return ctx.state.pages.browse(ctx, kind);
  const { store, base } = services.context;
  const ownerName = ctx.state.query.text('organization');
  const owner =
    ownerName === undefined
      ? undefined
      : await findResource(store, ctx.state.actor, 'organization', ownerName);
  const selection = {
    kinds: [kind] as readonly Kind[],
    states: ['published'] as const,
    ...(owner === undefined ? {} : { organization: owner.id }),
  };
  const { records, after } = await pageOf(ctx, store, selection);
  const language = preferredLanguage(ctx.req.headers['accept-language']);
  vary(ctx, 'Accept-Language');
  const total = await store.count(selection);
  const items = records.map(({ name, iri, content }) => ({
    name,
    iri,
    title: titleOf(content, language) ?? name,
    href: `${base}/${collections[kind]}/${name}`,
  }));
  ctx.body = listReply(ctx, base, { items, total, after });
}
