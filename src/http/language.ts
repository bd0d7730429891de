import type { UserLanguage } from '../kernel/issue.ts';
import type { Context } from './context.ts';
import { vary } from './vary.ts';

/** The cookie that remembers a reader's choice of language. It holds `sv` or `en` and nothing else. */
export const languageCookie = 'language';

/**
 * The language of a page: what its address says (`?lang=en`), else what the reader has chosen before (a cookie), else what
 * the browser asks for. Says so in `Vary`. A language that the address says is kept for the visit, so that links need not carry it.
 */
export function pageLanguage(ctx: Context): UserLanguage {
  const asked = ctx.state.query.text('lang');
  const chosen = ctx.cookies.get(languageCookie);
  if (asked === 'sv' || asked === 'en') {
    if (chosen !== asked) keepForVisit(ctx, asked);
    return asked;
  }
  vary(ctx, 'Accept-Language');
  vary(ctx, 'Cookie');
  if (chosen === 'sv' || chosen === 'en') return chosen;
  return preferredLanguage(ctx.req.headers['accept-language']);
}

/** In a cookie that is gone with the browser's session, in a reply that is for this reader alone. */
function keepForVisit(ctx: Context, language: UserLanguage): void {
  const secure = ctx.state.pages.site.base.startsWith('https:') ? '; Secure' : '';
  ctx.res.appendHeader(
    'Set-Cookie',
    `${languageCookie}=${language}; Path=/; SameSite=Lax; HttpOnly${secure}`,
  );
  // What is kept by nobody stays so.
  if (!String(ctx.res.getHeader('Cache-Control')).includes('no-store'))
    ctx.res.setHeader('Cache-Control', 'private, no-cache');
}

/**
 * The reader's language, of the two we write: the one with the higher quality in `Accept-Language`, Swedish when neither is
 * asked for. RFC 9110 §12.5.4, with RFC 4647's basic filtering (`en-GB` asks for English).
 */
export function preferredLanguage(header: string | undefined): UserLanguage {
  if (header === undefined) return 'sv';
  let swedish = -1;
  let english = -1;
  let any = -1;
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.split(';');
    const quality = qualityOf(parameters);
    const language = tag.trim().toLowerCase();
    if (language === 'sv' || language.startsWith('sv-')) swedish = Math.max(swedish, quality);
    else if (language === 'en' || language.startsWith('en-')) english = Math.max(english, quality);
    else if (language === '*') any = quality;
  }
  return (english < 0 ? any : english) > (swedish < 0 ? any : swedish) ? 'en' : 'sv';
}

/** The `q` among a range's parameters, 1 when absent or not a number. RFC 9110 §12.4.2. */
export function qualityOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const match = /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(parameter);
    if (match !== null) return Math.min(1, Number(match[1]));
  }
  return 1;
}
