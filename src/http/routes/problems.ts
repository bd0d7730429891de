import { factsPage } from '../facts-page.ts';
import { pageLanguage } from '../language.ts';
import { negotiate } from '../negotiate.ts';
import { isProblemCode, problems } from '../problem-table.ts';
import { sendJson } from '../reply.ts';
import { defineRoute, type Route } from '../route.ts';
import { notFound } from '../router.ts';
import { vary } from '../vary.ts';

const representations = [
  { mediaType: 'text/html', suffix: 'html', contentType: 'text/html; charset=utf-8' },
  { mediaType: 'application/json', suffix: 'json' },
] as const;

/** The page that a problem's `type` leads to, for people and for programs. RFC 9457 §3.1.1. */
export function problemRoutes(base: string): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/problems/{code}',
      suffixes: true,
      id: 'get-problem',
      tag: 'about',
      summary: { sv: 'Vad ett fel betyder', en: 'What a problem means' },
      access: 'public',
      parameters: [
        {
          name: 'code',
          in: 'path',
          description: { sv: 'Felets kod.', en: 'The code of the problem.' },
          schema: { type: 'string', pattern: '^[a-z-]+$' },
          example: 'not-found',
        },
      ],
      responses: { 200: { description: { sv: 'Förklaringen.', en: 'The explanation.' } } },
      handler: (ctx) => {
        const code = ctx.params.code ?? '';
        if (!isProblemCode(code)) throw notFound();
        const { status, title, help } = problems[code];
        ctx.res.setHeader('Cache-Control', 'public, max-age=3600');
        if (negotiate(ctx, representations).suffix === 'json') {
          sendJson(
            ctx,
            JSON.stringify({ type: `${base}/problems/${code}`, code, status, title, help }),
          );
          return;
        }
        const language = pageLanguage(ctx);
        vary(ctx, 'Accept-Language');
        factsPage(ctx, {
          title: title[language],
          language,
          rows: [
            { label: { sv: 'Kod', en: 'Code' }[language], value: code },
            { label: { sv: 'HTTP-status', en: 'HTTP status' }[language], value: String(status) },
            {
              label: { sv: 'Vad du kan göra', en: 'What you can do' }[language],
              value: help[language],
            },
          ],
          links: [
            {
              text: { sv: 'Till startsidan', en: 'To the start page' }[language],
              href: `${base}/`,
            },
          ],
        });
      },
    }),
  ];
}
