import { collections } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Pages } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import { FactsMain } from '../facts.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';

/** The records of a kind, each a link. */
export function browsePage({ context }: Services): Pages['browse'] {
  return async (ctx, kind) => {
    const language = pageLanguage(ctx);
    const records = await context.store.list({ kinds: [kind], states: ['published'], limit: 100 });
    const page = {
      title: wordsIn(language).kinds.many[kind],
      language,
      way: [],
      canonical: ctx.path,
      rows: [],
      links: records.map(({ name, content }) => ({
        text: titleOf(content, language) ?? name,
        href: `/${collections[kind]}/${name}`,
      })),
    };
    respond(ctx, page, <FactsMain {...page} />);
  };
}
