import { collections } from '../../catalog/resource.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { isBrowsing, searchAddress } from '../../http/search-address.ts';
import type { Services } from '../../http/services.ts';
import { SearchBuilding, SearchUnavailable } from '../../search/search-index.ts';
import type { Framed } from '../framed.ts';
import { respond } from '../respond.tsx';
import { emptyAdvice } from '../search/empty-advice.ts';
import { runSearch, type SearchPlace } from '../search/run-search.ts';
import type { Searched } from '../search/searched.ts';
import { wordsIn } from '../words/words.ts';
import { SearchAway, SearchMain } from './search-main.tsx';

/** The search among all that is published, or among the records of one kind. While the engine is away the page says so, with 503. */
export function searchPage(
  services: Services,
): (ctx: Context, place: SearchPlace) => Promise<void> {
  return async (ctx, place) => {
    try {
      const searched = await runSearch(services, ctx, { place });
      const advice =
        searched.result.total === 0 ? await emptyAdvice(services.search, searched) : [];
      respond(
        ctx,
        framed(searched, place),
        <SearchMain
          place={place}
          searched={searched}
          advice={advice}
          now={new Date()}
          tiles={services.site.tiles}
        />,
      );
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) throw error;
      away(ctx, place, error);
    }
  };
}

/** What the page is called and where it is followed. Only the plain list is for search engines: searches are endless. */
function framed({ path, request, result, language }: Searched, place: SearchPlace): Framed {
  const say = wordsIn(language).search;
  const title = request.text === '' ? say.title[place] : say.titled(request.text);
  return {
    title,
    language,
    description: say.description,
    section: 'datasets',
    hasSearch: true,
    ...(isBrowsing(request) && result.total > 0
      ? { canonical: searchAddress(path, request, { page: request.page ?? 1 }) }
      : {}),
    alternates: [
      {
        href: searchAddress(`${path}.atom`, request),
        mediaType: 'application/atom+xml',
        title: say.feedTitle(title),
      },
      {
        href: searchAddress(`${path}.jsonfeed`, request),
        mediaType: 'application/feed+json',
        title: say.feedTitle(title),
      },
    ],
    hasMap: true,
    islands: ['search'],
  };
}

function away(ctx: Context, place: SearchPlace, error: SearchUnavailable): void {
  const language = pageLanguage(ctx);
  const isBuilding = error instanceof SearchBuilding;
  ctx.status = 503;
  ctx.set('Retry-After', isBuilding ? '5' : '60');
  respond(
    ctx,
    { title: wordsIn(language).search.title[place], language, section: 'datasets' },
    <SearchAway
      place={place}
      address={ctx.url || `/${collections[place]}`}
      language={language}
      isBuilding={isBuilding}
      progress={isBuilding ? error.progress : undefined}
    />,
  );
}
