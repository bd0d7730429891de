import type { Context } from './context.ts';

/** Says that the reply depends on this request header. RFC 9110 §12.5.5. Koa's own parses the header anew each time. */
export function vary(ctx: Context, field: string): void {
  const { res } = ctx;
  const header = res.getHeader('Vary');
  if (header === undefined) res.setHeader('Vary', field);
  else if (!`, ${String(header)},`.includes(`, ${field},`))
    res.setHeader('Vary', `${String(header)}, ${field}`);
}
