import type { Context } from '../http/context.ts';
import { languageCookie } from '../http/language.ts';
import { defineRoute, type Route } from '../http/route.ts';

const yearInSeconds = 31_536_000;

/** The switch of language, for readers without scripts: remembers the choice in a cookie and leads back to where they were. */
export function languageRoutes(base: string): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/language',
      id: 'choose-language',
      tag: 'portal',
      summary: { sv: 'Byt språk på sidorna', en: 'Change the language of the pages' },
      parameters: [
        {
          name: 'to',
          in: 'query',
          required: true,
          description: { sv: 'Språket.', en: 'The language.' },
          schema: { type: 'string', enum: ['sv', 'en'] },
          example: 'en',
        },
        {
          name: 'back',
          in: 'query',
          description: { sv: 'Sidan att komma tillbaka till.', en: 'The page to come back to.' },
          schema: { type: 'string', maxLength: 8000 },
          example: '/datasets?q=bad',
        },
      ],
      access: 'public',
      responses: { 303: { description: { sv: 'Tillbaka.', en: 'Back.' } } },
      handler: (ctx) => choose(ctx, base),
    }),
  ];
}

function choose(ctx: Context, base: string): void {
  const { query } = ctx.state;
  const secure = base.startsWith('https:') ? '; Secure' : '';
  ctx.set(
    'Set-Cookie',
    `${languageCookie}=${query.text('to')}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax; HttpOnly${secure}`,
  );
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Location', ownAddress(query.text('back') ?? '/', base));
  ctx.status = 303;
  ctx.body = '';
}

/**
 * The address when it is a path of ours, else the start page: whoever follows a link of ours is never led to another site
 * (ASVS 5.0 §3.7.2). Browsers read `//host`, `/\host` and addresses with control characters as other sites.
 */
export function ownAddress(address: string, base: string): string {
  const origin = new URL(base).origin;
  const isPath = /^\/(?![/\\])/.test(address) && !/[\\\p{Cc}]/u.test(address);
  const url = isPath && URL.canParse(address, origin) ? new URL(address, origin) : undefined;
  if (url === undefined || url.origin !== origin || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search;
}
