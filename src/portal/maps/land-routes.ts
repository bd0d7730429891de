import { isFresh } from '../../http/conditional.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { Localized } from '../../kernel/issue.ts';
import { portalVersion } from '../portal-version.ts';
import { land } from './land.ts';
import { smallOutline } from './outline.ts';

/** Where the outlines are; another release, another address. */
export const landAddress = `/map/land-${portalVersion}.json`;

/** Where the land of still pictures is. */
export const outlineAddress = `/map/outline-${portalVersion}.svg`;

/** The outlines that maps are drawn on, made when they are first asked for. */
export function landRoutes(): readonly Route[] {
  return [
    fileRoute(landAddress, {
      id: 'get-land',
      summary: { sv: 'Kartans konturer', en: 'Outlines of the map' },
      mediaType: 'application/geo+json',
      make: () => JSON.stringify(land()),
    }),
    fileRoute(outlineAddress, {
      id: 'get-outline',
      summary: { sv: 'Små kartors konturer', en: 'Outlines of small maps' },
      mediaType: 'image/svg+xml',
      make: outlineFile,
    }),
  ];
}

/** A file that never changes: another release has another address. */
function fileRoute(
  path: string,
  {
    id,
    summary,
    mediaType,
    make,
  }: {
    readonly id: string;
    readonly summary: Localized;
    readonly mediaType: string;
    readonly make: () => string;
  },
): Route {
  let text: string | undefined;
  return defineRoute({
    method: 'GET',
    path,
    id,
    tag: 'portal',
    summary,
    access: 'public',
    responses: { 200: { description: { sv: 'Filen.', en: 'The file.' } } },
    handler: (ctx) => {
      ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
      if (isFresh(ctx, { etag: `"${portalVersion}"` })) return;
      text ??= make();
      ctx.set('Content-Type', `${mediaType}; charset=utf-8`);
      ctx.body = text;
    },
  });
}

/** The shapes alone: the page that uses them gives them their colours. */
function outlineFile(): string {
  const { neighbours, land } = smallOutline();
  return `<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="neighbours" d="${neighbours}"/><path id="land" d="${land}"/></defs></svg>`;
}
