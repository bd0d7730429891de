import { createSitemap } from '../../feeds/sitemap.ts';
import { entityTag, isFresh } from '../conditional.ts';
import type { Context } from '../context.ts';
import { defineRoute, type Route } from '../route.ts';
import { notFound } from '../router.ts';
import type { Services } from '../services.ts';
import { llmsText, robotsText } from '../site-texts.ts';

/** What search engines and language models are told: where everything is, and that they may read it. */
export function sitemapRoutes(services: Services): readonly Route[] {
  const { base, profile, store } = services.context;
  const themes = profile.vocabularies
    .get('data-theme')
    .concepts.map(({ code }) => `/themes/${code}`);
  const sitemap = createSitemap(store, base, [...sitePaths, ...themes]);
  const common = { method: 'GET', tag: 'about', access: 'public' } as const;
  /** Answers with what is made of the store at its newest revision, or 304. */
  const answer = async (ctx: Context, make: () => Promise<string | undefined>) => {
    if (isFresh(ctx, { etag: entityTag(await store.revision(), 'sitemap') })) return;
    const text = await make();
    if (text === undefined) throw notFound();
    ctx.set('Content-Type', 'application/xml; charset=utf-8');
    ctx.body = text;
  };
  const text = (ctx: Context, mediaType: string, content: string) => {
    ctx.set('Content-Type', `${mediaType}; charset=utf-8`);
    ctx.set('Cache-Control', 'public, max-age=3600');
    ctx.body = content;
  };
  return [
    defineRoute({
      ...common,
      path: '/sitemap.xml',
      id: 'get-sitemap',
      summary: { sv: 'Alla sidor, i delar', en: 'All pages, in parts' },
      responses: { 200: { description: { sv: 'Delarna.', en: 'The parts.' } } },
      handler: (ctx) => answer(ctx, () => sitemap.index()),
    }),
    defineRoute({
      ...common,
      path: '/sitemaps/{part}.xml',
      id: 'get-sitemap-part',
      summary: { sv: 'En månads sidor', en: 'The pages of a month' },
      parameters: [
        {
          name: 'part',
          in: 'path',
          description: { sv: 'Månad och nummer.', en: 'Month and number.' },
          schema: { type: 'string', pattern: '^(?:\\d{4}-\\d{2}|site)-[1-9]\\d{0,3}$' },
          example: '2026-11-1',
        },
      ],
      responses: { 200: { description: { sv: 'Adresserna.', en: 'The addresses.' } } },
      problems: ['not-found'],
      handler: (ctx) => {
        const [, month = '', number = ''] = /^(.+)-(\d+)$/.exec(ctx.params.part ?? '') ?? [];
        return answer(ctx, () => sitemap.part(month, Number(number)));
      },
    }),
    defineRoute({
      ...common,
      path: '/robots.txt',
      id: 'get-robots',
      summary: { sv: 'Vad robotar får läsa', en: 'What robots may read' },
      responses: { 200: { description: { sv: 'RFC 9309.', en: 'RFC 9309.' } } },
      handler: (ctx) => text(ctx, 'text/plain', robotsText(base)),
    }),
    defineRoute({
      ...common,
      path: '/llms.txt',
      id: 'get-llms',
      summary: { sv: 'För språkmodeller', en: 'For language models' },
      responses: { 200: { description: { sv: 'Text i Markdown.', en: 'Text in Markdown.' } } },
      handler: (ctx) => text(ctx, 'text/markdown', llmsText(base, services.site.title)),
    }),
  ];
}

/** Public pages that are no records. */
const sitePaths: readonly string[] = [
  '/',
  '/datasets',
  '/series',
  '/services',
  '/organizations',
  '/standards',
  '/about',
  '/developers',
  '/tillganglighetsredogorelse',
  '/schemas/dcat-ap-se',
  '/vocabularies',
];
