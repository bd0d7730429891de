import { collections } from '../catalog/resource.ts';
import { titleOf } from '../catalog/title-of.ts';
import { pageLanguage } from '../http/language.ts';
import type { Pages } from '../http/pages.ts';
import type { Services } from '../http/services.ts';
import { FactsMain } from './facts.tsx';
import { framePages } from './frame-pages.tsx';
import { kindWords } from './kind-words.ts';
import type { Portal } from './load-portal.ts';
import { recordFacts } from './record-facts.ts';
import { respond } from './respond.tsx';

/** The pages for readers, drawn on the server. */
export function createPortal(services: Services): Portal {
  const { context, site } = services;
  const pages: Pages = {
    ...framePages(),
    async start(ctx) {
      const language = pageLanguage(ctx);
      const page = {
        title: site.title,
        language,
        rows: [],
        links: (['organization', 'dataset', 'series', 'service'] as const).map((kind) => ({
          text: kindWords[kind][language],
          href: `/${collections[kind]}`,
        })),
      };
      respond(ctx, page, <FactsMain {...page} />);
    },
    async browse(ctx, kind) {
      const language = pageLanguage(ctx);
      const records = await context.store.list({
        kinds: [kind],
        states: ['published'],
        limit: 100,
      });
      const page = {
        title: kindWords[kind][language],
        language,
        rows: [],
        links: records.map(({ name, content }) => ({
          text: titleOf(content, language) ?? name,
          href: `/${collections[kind]}/${name}`,
        })),
      };
      respond(ctx, page, <FactsMain {...page} />);
    },
    async record(ctx, shown) {
      const page = recordFacts(context.profile, shown);
      respond(ctx, page, <FactsMain {...page} />);
    },
  };
  return { pages, routes: [] };
}
