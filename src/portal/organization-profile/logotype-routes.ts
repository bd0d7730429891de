import { notFound } from '../../catalog/find-resource.ts';
import { isFresh } from '../../http/conditional.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { nameParameter } from '../../http/routes/record-parameters.ts';
import type { Services } from '../../http/services.ts';

/** The pictures that organisations are known by, for everybody: made by us, and shown as pictures only. */
export function logotypeRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/organizations/{name}/logo.png',
      id: 'get-organization-logotype',
      tag: 'portal',
      summary: { sv: 'Organisationens logotyp', en: 'The logotype of the organisation' },
      parameters: [nameParameter],
      access: 'public',
      responses: { 200: { description: { sv: 'Bilden.', en: 'The picture.' } } },
      problems: ['not-found'],
      handler: async (ctx) => {
        const name = ctx.params.name ?? '';
        const organization = await services.context.store.findText('organization', name);
        const logotype =
          organization?.state === 'published'
            ? await services.publishing.publishing.logotypeOf(organization.id)
            : undefined;
        if (logotype === undefined) throw notFound('organization', name);
        ctx.set('Content-Type', 'image/png');
        ctx.set('Content-Disposition', 'inline; filename="logo.png"');
        ctx.set('Content-Security-Policy', "sandbox; default-src 'none'");
        ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
        ctx.set('Cache-Control', 'public, max-age=300');
        if (isFresh(ctx, { etag: `"${logotype.digest.slice(0, 32)}"`, modified: logotype.saved })) {
          return;
        }
        ctx.body = Buffer.from(logotype.png);
      },
    }),
  ];
}
