import type { Context } from './context.ts';

/** Answers with JSON text as it is, without Koa's guesses about its type. */
export function sendJson(ctx: Context, text: string, mediaType = 'application/json'): void {
  ctx.res.setHeader('Content-Type', mediaType);
  ctx.body = text;
}
