import type { ComponentChildren } from 'preact';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { IslandName } from '../asset-entries.ts';
import { respond } from '../respond.tsx';
import type { AccountPlace } from '../workspace/rails.ts';

/** Draws a page of signing in, or with `at` one of one's own account. No cache keeps it, and its address goes to nobody. */
export function accountPage(
  ctx: Context,
  {
    title,
    at,
    islands = [],
    children,
  }: {
    readonly title: string;
    readonly at?: AccountPlace;
    readonly islands?: readonly IslandName[];
    readonly children: ComponentChildren;
  },
): void {
  const language = pageLanguage(ctx);
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('X-Robots-Tag', 'noindex');
  respond(
    ctx,
    { title, language, islands, ...(at === undefined ? {} : { rail: { of: 'account', at } }) },
    <div class={at === undefined ? 'stack roomy door' : 'stack roomy'}>
      <h1>{title}</h1>
      {children}
    </div>,
  );
  // Secrets of links stand in addresses.
  ctx.set('Referrer-Policy', 'no-referrer');
}
