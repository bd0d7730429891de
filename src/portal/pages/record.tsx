import type { VNode } from 'preact';
import type { Context } from '../../http/context.ts';
import type { Pages, RecordPage } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import { SearchUnavailable } from '../../search/search-index.ts';
import type { Framed } from '../framed.ts';
import { lookOf } from '../organization-profile/organization-brand.tsx';
import { datasetView } from '../records/dataset-view.ts';
import { declaredFacts } from '../records/declared-facts.ts';
import type { DescribedView } from '../records/described-view.ts';
import { type Gathering, gather } from '../records/gathering.ts';
import { membersElsewhere } from '../records/members-elsewhere.ts';
import { organizationServices } from '../records/organization-services.ts';
import { organizationView } from '../records/organization-view.ts';
import { byTime, seriesMembers } from '../records/series-members.ts';
import { seriesView } from '../records/series-view.ts';
import { serviceView } from '../records/service-view.ts';
import { similarRecords } from '../records/similar-records.ts';
import { structuredDataset } from '../records/structured-data.ts';
import { surroundings, viewingOf } from '../records/surroundings.ts';
import { respond } from '../respond.tsx';
import { DatasetMain } from './dataset.tsx';
import { OrganizationMain } from './organization.tsx';
import { recordFrame } from './record-frame.ts';
import { SeriesMain } from './series.tsx';
import { ServiceMain } from './service.tsx';

/** A record of any kind, or one of its versions: each kind's own page stands beside this file. */
export function recordPage(services: Services): Pages['record'] {
  const { store, base } = services.context;
  const neighbours = {
    servicesOf: organizationServices(store),
    similarTo: similarRecords(services.search),
  };
  const membersOf = seriesMembers(store);

  async function drawn(ctx: Context, shown: RecordPage): Promise<readonly [Framed, VNode]> {
    const { language, content, resource } = shown;
    const viewing = await viewingOf(services, shown);
    const around = await surroundings(ctx, services, shown, viewing, neighbours);
    const common = { around, language };
    const declared = await declaredFacts(services, shown);
    const answeredFor = <T extends DescribedView>(view: T): T => ({
      ...view,
      responsibility: [...declared, ...view.responsibility],
    });
    switch (resource.kind) {
      case 'dataset': {
        const view = answeredFor(datasetView(shown, viewing));
        const jsonLd = structuredDataset(content, { view, address: base + view.path }, viewing);
        return [
          { ...recordFrame(view, around, language), jsonLd },
          <DatasetMain key="main" view={view} {...common} />,
        ];
      }
      case 'series': {
        const view = answeredFor(seriesView(shown, viewing));
        const members = await membersOf(resource.organization, content['@id']);
        const others = await membersElsewhere(services, {
          iri: content['@id'],
          title: view.title.text,
          organization: resource.organizationName,
          language,
        });
        const publishers = await services.organizationTitles(
          others.flatMap(({ organization }) => organization ?? []),
        );
        return [
          recordFrame(view, around, language),
          <SeriesMain
            key="main"
            view={view}
            members={[...members, ...others].sort(byTime)}
            publishers={publishers}
            {...common}
          />,
        ];
      }
      case 'service': {
        const view = answeredFor(serviceView(shown, viewing));
        return [
          recordFrame(view, around, language),
          <ServiceMain key="main" view={view} {...common} />,
        ];
      }
      case 'organization':
      case 'catalog': {
        const view = organizationView(shown, viewing);
        const gathering = await sharedBy(services, shown);
        const look = await lookOf(services.publishing.publishing, resource.organization);
        return [
          recordFrame(view, around, language),
          <OrganizationMain key="main" view={view} gathering={gathering} look={look} {...common} />,
        ];
      }
    }
  }

  return async (ctx, shown) => respond(ctx, ...(await drawn(ctx, shown)));
}

/** What an organisation shares; undefined when search does not answer, as the page is more than that. */
async function sharedBy(
  services: Services,
  { resource, language }: RecordPage,
): Promise<Gathering | undefined> {
  try {
    return await gather(services, {
      filters: { organization: [resource.name] },
      facets: ['theme', 'format'],
      language,
      size: 6,
    });
  } catch (error) {
    if (error instanceof SearchUnavailable) return undefined;
    throw error;
  }
}
