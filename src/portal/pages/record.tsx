import type { Pages } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import { FactsMain } from '../facts.tsx';
import { recordFacts } from '../record-facts.ts';
import { datasetView } from '../records/dataset-view.ts';
import { organizationServices } from '../records/organization-services.ts';
import { structuredDataset } from '../records/structured-data.ts';
import { surroundings, viewingOf } from '../records/surroundings.ts';
import { respond } from '../respond.tsx';
import { DatasetMain } from './dataset.tsx';
import { recordFrame } from './record-frame.ts';

/** A record of any kind: each kind's own page stands beside this file. */
export function recordPage(services: Services): Pages['record'] {
  const servicesOf = organizationServices(services.context.store);
  return async (ctx, shown) => {
    const { language } = shown;
    const viewing = await viewingOf(services, shown);
    const around = await surroundings(ctx, services, shown, viewing, servicesOf);
    if (shown.resource.kind === 'dataset') {
      const view = datasetView(shown, viewing);
      const jsonLd = structuredDataset(
        shown.content,
        { view, address: services.context.base + view.path },
        viewing,
      );
      const frame = recordFrame(view, around, language);
      respond(
        ctx,
        { ...frame, jsonLd },
        <DatasetMain view={view} around={around} language={language} />,
      );
      return;
    }
    const page = { ...recordFacts(services.context.profile, shown), canonical: ctx.path, way: [] };
    respond(ctx, page, <FactsMain {...page} />);
  };
}
