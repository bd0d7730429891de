import { defineRoute, type Route } from '../../http/route.ts';
import { nameParameter } from '../../http/routes/record-parameters.ts';
import type { Services } from '../../http/services.ts';
import { datasetQuality } from './dataset-quality.tsx';
import { organizationQualityPage, qualityPage } from './standing-page.tsx';

/** Pages of how good descriptions are. */
export function qualityPageRoutes(services: Services): readonly Route[] {
  const common = {
    method: 'GET',
    tag: 'addresses',
    responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
  } as const;
  return [
    defineRoute({
      ...common,
      path: '/quality',
      id: 'quality-page',
      summary: { sv: 'Metadatakvalitet', en: 'Metadata quality' },
      access: 'public',
      handler: (ctx) => qualityPage(ctx, services),
    }),
    defineRoute({
      ...common,
      path: '/organizations/{name}/quality',
      id: 'organization-quality-page',
      summary: {
        sv: 'En organisations metadatakvalitet',
        en: 'Metadata quality of an organisation',
      },
      parameters: [nameParameter],
      access: 'public',
      problems: ['not-found'],
      handler: (ctx) => organizationQualityPage(ctx, services),
    }),
    defineRoute({
      ...common,
      path: '/datasets/{name}/quality',
      suffixes: true,
      id: 'dataset-quality-page',
      summary: { sv: 'En datamängds metadatakvalitet', en: 'Metadata quality of a dataset' },
      parameters: [nameParameter],
      access: 'optional',
      problems: ['not-found'],
      handler: (ctx) => datasetQuality(ctx, services),
    }),
  ];
}
