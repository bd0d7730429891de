import type { Middleware } from './context.ts';

/**
 * Headers on every reply, problems included. Data may be read from any site (`Access-Control-Allow-Origin`), but is never run,
 * framed or guessed at. Pages replace the policy with their own and add what only pages need (`html.ts`). ASVS 5.0 §3.4.
 */
export function securityHeaders(base: string): Middleware {
  const headers: readonly (readonly [string, string])[] = [
    ['Access-Control-Allow-Origin', '*'],
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox"],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ['X-Content-Type-Options', 'nosniff'],
    ...(base.startsWith('https:')
      ? [['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] as const]
      : []),
  ];
  return (ctx, next) => {
    for (const [name, value] of headers) ctx.res.setHeader(name, value);
    return next();
  };
}
