import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Context } from '../http/context.ts';
import type { UserLanguage } from '../kernel/issue.ts';

/** What the frame of a page needs to know. */
export interface Framed {
  readonly title: string;
  readonly language: UserLanguage;
}

/** ASVS 5.0 §3.4: nothing inline, nothing from another host. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Answers with a page. The status is the caller's to set. */
export function respond(ctx: Context, { title, language }: Framed, main: VNode): void {
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  ctx.set('Content-Language', language);
  ctx.set('Content-Security-Policy', contentSecurityPolicy);
  ctx.set('Cross-Origin-Opener-Policy', 'same-origin');
  ctx.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  ctx.body = `<!doctype html>\n${renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        <main>{main}</main>
      </body>
    </html>,
  )}\n`;
}
