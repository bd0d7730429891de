import { findResource } from '../../catalog/find-resource.ts';
import type { Resource } from '../../catalog/resource.ts';
import { markedSeries, organizationCatalog } from '../../feeds/organization-catalog.ts';
import { siteCatalog, siteCatalogPage, siteCatalogPages } from '../../feeds/site-catalog.ts';
import { snapshotStream } from '../../feeds/snapshot-stream.ts';
import { entityTag, isFresh } from '../conditional.ts';
import type { Context } from '../context.ts';
import { factsPage } from '../facts-page.ts';
import { subscriber } from '../forwarded.ts';
import { pageLanguage } from '../language.ts';
import { appendLink } from '../link.ts';
import { negotiate } from '../negotiate.ts';
import { negotiateProfile, type ProfileName } from '../negotiate-profile.ts';
import { html, json, type RdfRepresentation, rdf } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import { streamBody } from '../stream-body.ts';
import { vary } from '../vary.ts';
import { nameParameter, rdfParameters } from './record-parameters.ts';

/** Whole catalogues as RDF: what the national portal fetches, what CKAN pages through, and dumps of everything. */
export function catalogDocumentRoutes(services: Services): readonly Route[] {
  const responses = {
    200: { description: { sv: 'Katalogen som RDF.', en: 'The catalogue as RDF.' } },
  };
  const tag = 'catalogues';
  const pages = siteCatalogPages();
  return [
    defineRoute({
      method: 'GET',
      path: '/organizations/{name}/catalog',
      id: 'get-organization-catalog',
      tag,
      summary: {
        sv: 'En organisations hela katalog',
        en: 'The whole catalogue of one organisation',
      },
      suffixes: true,
      parameters: [nameParameter, ...rdfParameters],
      access: 'public',
      responses,
      problems: ['not-found'],
      handler: (ctx) => organization(ctx, services),
    }),
    defineRoute({
      method: 'GET',
      path: '/catalog',
      id: 'get-catalog-page',
      tag,
      summary: { sv: 'Alla organisationer, sida för sida', en: 'All organisations, page by page' },
      suffixes: true,
      parameters: [
        ...rdfParameters,
        {
          name: 'page',
          in: 'query',
          description: {
            sv: 'Sidans nummer, från 1; hundra poster på varje.',
            en: 'Number of the page, from 1; a hundred records on each.',
          },
          schema: { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1 },
          example: 1,
        },
      ],
      access: 'public',
      responses,
      handler: (ctx) => sitePage(ctx, services, pages),
    }),
    defineRoute({
      method: 'GET',
      path: '/dumps',
      id: 'list-dumps',
      tag,
      summary: { sv: 'Alla hela kataloger', en: 'All whole catalogues' },
      access: 'public',
      responses: { 200: { description: { sv: 'Listan.', en: 'The list.' } } },
      handler: (ctx) => listDumps(ctx, services),
    }),
    defineRoute({
      method: 'GET',
      path: '/dumps/catalog',
      id: 'get-dump',
      tag,
      summary: { sv: 'Allt i ett dokument', en: 'Everything in one document' },
      suffixes: true,
      parameters: rdfParameters,
      access: 'public',
      responses,
      handler: (ctx) => dump(ctx, services),
    }),
  ];
}

/** RDF/XML to whoever does not say: that is what the national portal reads. */
const forms: readonly RdfRepresentation[] = [
  ...rdf.filter((form) => form.syntax === 'rdf'),
  ...rdf.filter((form) => form.syntax !== 'rdf'),
];

/** The tag is the organisation's revision: a 304 reads no record. */
async function organization(ctx: Context, services: Services): Promise<void> {
  const { store } = services.context;
  const owner = await findResource(store, ctx.state.actor, 'organization', ctx.params.name ?? '');
  const revision = await store.organizationRevision(owner.id);
  await send(ctx, services, { revision, owner });
}

/** Everything in one document, by syntax: Swedish form and European. */
function listDumps(ctx: Context, { context: { base } }: Services): void {
  const items = forms.flatMap(({ mediaType, suffix }) => [
    { mediaType, profile: 'se', href: `${base}/dumps/catalog.${suffix}` },
    { mediaType, profile: 'eu', href: `${base}/dumps/catalog.${suffix}?profile=eu` },
  ]);
  if (negotiate(ctx, [json, html]) === json) {
    ctx.body = { items };
    return;
  }
  const language = pageLanguage(ctx);
  vary(ctx, 'Accept-Language');
  factsPage(ctx, {
    title: { sv: 'Allt i ett dokument', en: 'Everything in one document' }[language],
    language,
    rows: items.map(({ mediaType, profile, href }) => ({
      label: { se: 'DCAT-AP-SE 3.0.1', eu: 'DCAT-AP 3.0.1' }[profile] ?? profile,
      value: mediaType,
      href,
    })),
  });
}

async function dump(ctx: Context, services: Services): Promise<void> {
  await send(ctx, services, {
    revision: await services.context.store.revision(),
    owner: undefined,
  });
}

async function send(
  ctx: Context,
  services: Services,
  { revision, owner }: { readonly revision: number; readonly owner: Resource | undefined },
): Promise<void> {
  const { store, base, profile: plan } = services.context;
  const form = negotiate(ctx, forms);
  const profile = negotiateProfile(ctx);
  if (isFresh(ctx, { etag: entityTag(revision, form.suffix, profile, plan.plan.version) })) return;
  const leave = services.dumps.enter(subscriber(ctx.state.address));
  const pieces = snapshotStream(store, async function* (reader) {
    const writer = services.writers.document({
      syntax: form.syntax,
      profile,
      ...(profile === 'eu' ? { markedSeries: await markedSeries(reader, owner?.id) } : {}),
    });
    yield writer.open();
    if (owner === undefined)
      yield* siteCatalog(reader, writer, { base, title: services.site.title });
    // Read again: what the document says is of one moment, which is not before the revision in its tag.
    else yield* organizationCatalog(reader, writer, (await reader.findById(owner.id)) ?? owner);
    yield writer.close();
  });
  await streamBody(ctx, pieces, leave);
}

async function sitePage(
  ctx: Context,
  services: Services,
  pages: ReturnType<typeof siteCatalogPages>,
): Promise<void> {
  const { store, base, profile: plan } = services.context;
  const form = negotiate(ctx, forms);
  const profile = negotiateProfile(ctx);
  const page = ctx.state.query.integer('page') ?? 1;
  const revision = await store.revision();
  if (
    isFresh(ctx, {
      etag: entityTag(revision, String(page), form.suffix, profile, plan.plan.version),
    })
  )
    return;
  const address = (to: number) => pageAddress(ctx, base, profile, to);
  const title = services.site.title;
  ctx.body = await store.snapshot(async (reader) =>
    siteCatalogPage(
      reader,
      services.writers.document({
        syntax: form.syntax,
        profile,
        ...(profile === 'eu' ? { markedSeries: await markedSeries(reader) } : {}),
      }),
      { site: { base, title }, pages: await pages(reader), page, address },
    ),
  );
  appendLink(ctx, address(1), { rel: 'first' });
}

/** The address of another page with everything else as it was asked for. */
function pageAddress(ctx: Context, base: string, profile: ProfileName, page: number): string {
  const parameters = new URLSearchParams(ctx.state.query.search);
  if (profile !== 'se') parameters.set('profile', profile);
  parameters.set('page', String(page));
  return `${base}${ctx.path}?${parameters}`;
}
