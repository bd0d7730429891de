import { preferredCoding } from '../http/compress.ts';
import { isFresh } from '../http/conditional.ts';
import type { Context } from '../http/context.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { notFound } from '../http/router.ts';
import type { Services } from '../http/services.ts';
import { vary } from '../http/vary.ts';
import type { AssetFile } from './asset-files.ts';
import { findAsset } from './assets.ts';
import { judgingAsset } from './judging-asset.ts';
import type { PackedAsset } from './pack-asset.ts';

/** Style sheets, islands, the font, the icon and what browsers judge by, at addresses whose content never changes. */
export function assetRoutes({ context }: Pick<Services, 'context'>): readonly Route[] {
  const judging = judgingAsset(context.profile);
  return [
    defineRoute({
      method: 'GET',
      path: '/assets/{name}',
      id: 'get-asset',
      tag: 'portal',
      summary: { sv: 'En fil som sidor visas med', en: 'A file that pages are shown with' },
      parameters: [
        {
          name: 'name',
          in: 'path',
          description: { sv: 'Filens namn.', en: 'The name of the file.' },
          schema: { type: 'string', pattern: '^[a-zA-Z0-9-]+\\.[a-z0-9]+$', maxLength: 100 },
          example: 'main-0123456789.css',
        },
      ],
      access: 'public',
      responses: { 200: { description: { sv: 'Filen.', en: 'The file.' } } },
      problems: ['not-found'],
      handler: async (ctx) => {
        const name = ctx.params.name ?? '';
        const isJudging = `/assets/${name}` === judging.address;
        const asset = isJudging ? await judging.file() : await findAsset(name);
        if (asset === undefined) throw notFound();
        sendAsset(ctx, asset);
      },
    }),
  ];
}

/** Answers with a file whose address is never given to another. */
export function sendAsset(ctx: Context, asset: AssetFile | PackedAsset): void {
  ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
  ctx.set('Content-Type', asset.mediaType);
  // A worker obeys the policy of its own script: it may fetch from here and nowhere else.
  ctx.set('Content-Security-Policy', "default-src 'none'; script-src 'self'; connect-src 'self'");
  // Compressed forms have tags of their own (RFC 9110 §8.8.3.3), which conditional requests pass over.
  if (isFresh(ctx, { etag: `"${asset.name}"` })) return;
  if (!('br' in asset)) {
    ctx.body = asset.bytes;
    return;
  }
  vary(ctx, 'Accept-Encoding');
  const coding = preferredCoding(ctx.req.headers['accept-encoding'], packed);
  if (coding !== undefined) {
    ctx.set('Content-Encoding', coding);
    ctx.set('ETag', `"${asset.name}-${coding}"`);
    ctx.body = asset[coding];
    return;
  }
  ctx.body = asset.bytes;
}

/** Assets are packed once and for all, so the one that packs best comes first. */
const packed = ['br', 'gzip'] as const;
