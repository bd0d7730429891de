import { pageLanguage } from '../../http/language.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { CatalogError } from '../../kernel/errors.ts';
import { gather } from '../records/gathering.ts';
import { respond } from '../respond.tsx';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { GatheringSections } from './gathering.tsx';

/** The page of each theme: what is newest in it, and who shares it. */
export function themeRoutes(services: Services): readonly Route[] {
  const scheme = services.context.profile.vocabularies.get('data-theme');
  return [
    defineRoute({
      method: 'GET',
      path: '/themes/{code}',
      id: 'show-theme',
      tag: 'addresses',
      summary: { sv: 'Ett tema', en: 'A theme' },
      parameters: [
        {
          name: 'code',
          in: 'path',
          required: true,
          description: { sv: 'Temats kod i EU:s lista.', en: "The theme's code in the EU's list." },
          schema: { type: 'string', pattern: '^[A-Za-z_]{2,20}$' },
          example: 'ENVI',
        },
      ],
      access: 'public',
      responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
      problems: ['not-found'],
      handler: async (ctx) => {
        const language = pageLanguage(ctx);
        const code = (ctx.params.code ?? '').toUpperCase();
        const concept = scheme.concepts.find((one) => one.code === code);
        if (concept === undefined) {
          const { sv, en } = { sv: wordsIn('sv').record.noTheme, en: wordsIn('en').record.noTheme };
          throw new CatalogError('not-found', { sv, en });
        }
        const words = wordsIn(language);
        const filters = { theme: [code] };
        const gathering = await gather(services, {
          filters,
          facets: ['organization', 'format'],
          language,
          size: 9,
        });
        const title = concept.prefLabel[language];
        const count = words.record.recordsCount(
          gathering.total,
          formatNumber(gathering.total, language),
        );
        const page = {
          title,
          language,
          description: words.record.themeIntro(count, title),
          canonical: `/themes/${code}`,
          section: 'datasets' as const,
          way: [{ text: words.kinds.many.dataset, href: '/datasets' }],
          alternates: [feedOf(`theme=${code}`)],
        };
        respond(
          ctx,
          page,
          <article class="record">
            <header class="record-head">
              <p class="record-kind">{words.record.theme}</p>
              <h1>{title}</h1>
              <p class="lead">{count}</p>
            </header>
            <GatheringSections
              gathering={gathering}
              filters={filters}
              language={language}
              titles={[
                ['organization', words.record.byOrganization],
                ['format', words.record.byFormat],
              ]}
            />
          </article>,
        );
      },
    }),
  ];
}

/** The feed of the same search. */
export function feedOf(query: string): { readonly href: string; readonly mediaType: string } {
  return { href: `/datasets.atom?${query}`, mediaType: 'application/atom+xml' };
}
