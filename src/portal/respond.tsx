import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Context } from '../http/context.ts';
import { Frame } from './frame.tsx';
import type { Framed } from './framed.ts';

/** ASVS 5.0 §3.4: nothing inline, nothing from another host. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Answers with a page. The status is the caller's to set. */
export function respond(ctx: Context, page: Framed, main: VNode): void {
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  ctx.set('Content-Language', page.language);
  ctx.set('Content-Security-Policy', contentSecurityPolicy);
  ctx.set('Cross-Origin-Opener-Policy', 'same-origin');
  ctx.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  ctx.body = `<!doctype html>\n${renderToString(
    <Frame page={page} site={ctx.state.pages.site} address={ctx.url}>
      {main}
    </Frame>,
  )}\n`;
}
