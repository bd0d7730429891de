import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Context } from '../http/context.ts';
import type { TileSource } from '../http/pages.ts';
import { vary } from '../http/vary.ts';
import { Frame } from './frame.tsx';
import type { Framed } from './framed.ts';

/** ASVS 5.0 §3.4: nothing inline, nothing from another host, but on pages with a map the background that is set. */
function contentSecurityPolicy(tiles: TileSource | undefined): string {
  const host = tiles === undefined ? '' : ` ${new URL(tiles.url).origin}`;
  return `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:${host}; font-src 'self'; connect-src 'self'${host}; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

const ownContent = contentSecurityPolicy(undefined);

/** Answers with a page. The status is the caller's to set. */
export function respond(ctx: Context, page: Framed, main: VNode): void {
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  ctx.set('Content-Language', page.language);
  // The frame says who is in.
  vary(ctx, 'Cookie');
  const { tiles } = ctx.state.pages.site;
  ctx.set(
    'Content-Security-Policy',
    page.hasMap && tiles ? contentSecurityPolicy(tiles) : ownContent,
  );
  ctx.set('Cross-Origin-Opener-Policy', 'same-origin');
  ctx.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  ctx.body = `<!doctype html>\n${renderToString(
    <Frame
      page={page}
      site={ctx.state.pages.site}
      address={ctx.url}
      signedIn={ctx.state.signedIn}
      notices={ctx.state.pages.notices?.(page.language) ?? []}
    >
      {main}
    </Frame>,
  )}\n`;
}
