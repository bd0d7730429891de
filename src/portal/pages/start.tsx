import { collections } from '../../catalog/resource.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Pages } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import { FactsMain } from '../facts.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';

/** The front door. */
export function startPage({ site }: Services): Pages['start'] {
  return async (ctx) => {
    const language = pageLanguage(ctx);
    const page = {
      title: site.title,
      language,
      canonical: '/',
      hasSearch: true,
      rows: [],
      links: (['organization', 'dataset', 'series', 'service'] as const).map((kind) => ({
        text: wordsIn(language).kinds.many[kind],
        href: `/${collections[kind]}`,
      })),
    };
    respond(ctx, page, <FactsMain {...page} />);
  };
}
