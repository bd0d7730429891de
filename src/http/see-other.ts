import type { Context } from './context.ts';

/** Shows what a form has led to: 303 to a page of ours, kept by no cache, so that a reload sends nothing again. RFC 9110 §15.4.4. */
export function seeOther(ctx: Context, path: string): void {
  ctx.status = 303;
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Location', path);
  ctx.body = '';
}
