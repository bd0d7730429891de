import { addressOf } from '../../catalog/catalog-context.ts';
import { findResource } from '../../catalog/find-resource.ts';
import { collections, type Kind } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import { textIn } from '../../kernel/language-map.ts';
import type { Context } from '../context.ts';
import { preferredLanguage } from '../language.ts';
import { negotiate } from '../negotiate.ts';
import { listReply, pageReply, pagingParameters } from '../paging.ts';
import { html, json } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import { isSearch, readSearchRequest, searchParameters } from '../search-parameters.ts';
import { searchedKinds } from '../searched-kinds.ts';
import type { Services } from '../services.ts';
import { vary } from '../vary.ts';
import { answerFeed, atomFeed, jsonFeedForm } from './feeds.ts';
import { pageOf } from './record-lists.ts';

/** `/datasets`, `/series`, `/services` and `/organizations`: the search page for people, a short list for programs, feeds for both. */
export function searchListRoutes(services: Services): readonly Route[] {
  return (['organization', 'dataset', 'series', 'service'] as const).map((kind) =>
    defineRoute({
      method: 'GET',
      path: `/${collections[kind]}`,
      suffixes: true,
      id: `browse-${collections[kind]}`,
      tag: 'addresses',
      summary: { sv: 'Lista och sök', en: 'List and search' },
      parameters: [...searchParameters, ...pagingParameters],
      access: 'public',
      responses: {
        200: {
          description: { sv: 'En sida, eller ett flöde.', en: 'A page, or a feed.' },
        },
      },
      problems: ['not-found', 'search-unavailable'],
      handler: (ctx) => list(ctx, services, kind),
    }),
  );
}

const forms = [json, html, atomFeed, jsonFeedForm];

async function list(
  ctx: Context,
  services: Services,
  kind: Exclude<Kind, 'catalog'>,
): Promise<void> {
  const form = negotiate(ctx, forms, false);
  if (form === html) return ctx.state.pages.browse(ctx, kind);
  if (form !== json) return answerFeed(ctx, services, { kind, form });
  vary(ctx, 'Accept-Language');
  ctx.body = await (isSearch(ctx) ? found(ctx, services, kind) : listed(ctx, services, kind));
}

/** What a program gets of each: enough to choose by. */
interface ListItem {
  readonly kind: Kind;
  readonly name: string;
  readonly iri: string;
  readonly title: string;
}

async function found(ctx: Context, services: Services, kind: Exclude<Kind, 'catalog'>) {
  const { base } = services.context;
  const request = readSearchRequest(ctx, { kinds: searchedKinds[kind], facets: [] });
  const { hits, total, next = null } = await services.search.search(request);
  const items = hits.map(({ shown }) =>
    itemOf(base, { ...shown, title: textIn(shown.title, [request.language]) ?? shown.name }),
  );
  return pageReply(ctx, base, { items, total, next });
}

/** The whole list or an organisation's, from the store. */
async function listed(ctx: Context, services: Services, kind: Kind) {
  const { store, base } = services.context;
  const ownerName = ctx.state.query.text('organization');
  const owner =
    ownerName === undefined
      ? undefined
      : await findResource(store, ctx.state.actor, 'organization', ownerName);
  const selection = {
    kinds: [kind],
    states: ['published'] as const,
    ...(owner === undefined ? {} : { organization: owner.id }),
  };
  const [{ records, after }, total] = await Promise.all([
    pageOf(ctx, store, selection),
    store.count(selection),
  ]);
  const language = preferredLanguage(ctx.req.headers['accept-language']);
  const items = records.map(({ name, iri, content }) =>
    itemOf(base, { kind, name, iri, title: titleOf(content, language) ?? name }),
  );
  return listReply(ctx, base, { items, total, after });
}

function itemOf(base: string, { kind, name, iri, title }: ListItem) {
  return { name, iri, title, href: addressOf(base, kind, name) };
}
