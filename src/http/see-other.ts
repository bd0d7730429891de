import type { Context } from './context.ts';

/** Shows what a form has led to: 303 to a page of ours, so that a reload sends nothing again. RFC 9110 §15.4.4. */
export function seeOther(ctx: Context, path: string): void {
  ctx.status = 303;
  ctx.set('Location', path);
  ctx.body = '';
}
