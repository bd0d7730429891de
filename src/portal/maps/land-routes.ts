import { isFresh } from '../../http/conditional.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { portalVersion } from '../portal-version.ts';
import { land } from './land.ts';

/** Where the outlines are; another release, another address. */
export const landAddress = `/map/land-${portalVersion}.json`;

let text: string | undefined;

/** The outlines that the map that can be moved is drawn on, made when they are first asked for. */
export function landRoutes(): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: landAddress,
      id: 'get-land',
      tag: 'portal',
      summary: { sv: 'Kartans konturer', en: 'Outlines of the map' },
      access: 'public',
      responses: { 200: { description: { sv: 'GeoJSON.', en: 'GeoJSON.' } } },
      handler: (ctx) => {
        ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
        if (isFresh(ctx, { etag: `"${portalVersion}"` })) return;
        text ??= JSON.stringify(land());
        ctx.set('Content-Type', 'application/geo+json; charset=utf-8');
        ctx.body = text;
      },
    }),
  ];
}
