import type { Context } from '../../http/context.ts';
import { notFound } from '../../http/router.ts';
import { linkHash } from '../../kernel/link-secret.ts';

/** Pages whose address is a secret: kept by nobody, told to nobody. */

/** The hash of the secret in the address. @throws HttpProblem `not-found` for what cannot be one. */
export function hashInAddress(ctx: Context): string {
  keepSecret(ctx);
  const hash = linkHash(ctx.params.secret ?? '');
  if (hash === undefined) throw notFound();
  return hash;
}

/** No cache keeps the page and no other site hears its address. A page without a canonical address is not indexed. */
export function keepSecret(ctx: Context): void {
  ctx.set('Cache-Control', 'no-store');
  ctx.set('X-Robots-Tag', 'noindex, nofollow');
}

/** After `respond`: the address stays out of `Referer`, on this site too. */
export function withoutReferrer(ctx: Context): void {
  ctx.set('Referrer-Policy', 'no-referrer');
}
