import type { CatalogReader } from '../../catalog/catalog-store.ts';
import type { Iri } from '../../kernel/iri.ts';
import type { JsonValue } from '../../kernel/json.ts';
import { iris } from './json-values.ts';
import { recordLink } from './known-records.ts';

/** A service as much as a link to it needs. */
export interface ServingLink {
  readonly href: string;
  /** Language map. */
  readonly title: JsonValue | undefined;
}

/** The published services of an organisation (its id) that say they give a dataset (its IRI). */
export type OrganizationServices = (
  organization: string,
  dataset: Iri,
) => Promise<readonly ServingLink[]>;

/** Milliseconds for which an organisation's services are remembered, and how many organisations'. */
const memory = 10_000;
const mostRemembered = 2000;
/** Services of one organisation that are looked through. */
const most = 500;

/**
 * Which services give a dataset stands with the services alone, so those of its organisation are looked through, at most once in
 * ten seconds. @param now milliseconds of a clock that never goes back
 */
export function organizationServices(
  store: Pick<CatalogReader, 'list'>,
  now: () => number = () => performance.now(),
): OrganizationServices {
  interface Remembered {
    readonly until: number;
    readonly serving: Promise<ReadonlyMap<Iri, readonly ServingLink[]>>;
  }
  const remembered = new Map<string, Remembered>();
  return async (organization, dataset) => {
    let entry = remembered.get(organization);
    if (entry === undefined || entry.until < now()) {
      if (remembered.size >= mostRemembered) remembered.clear();
      entry = { until: now() + memory, serving: servingOf(store, organization) };
      remembered.set(organization, entry);
      entry.serving.catch(() => remembered.delete(organization));
    }
    return (await entry.serving).get(dataset) ?? [];
  };
}

async function servingOf(
  store: Pick<CatalogReader, 'list'>,
  organization: string,
): Promise<ReadonlyMap<Iri, readonly ServingLink[]>> {
  const services = await store.list({
    kinds: ['service'],
    organization,
    states: ['published'],
    limit: most,
  });
  const serving = new Map<Iri, ServingLink[]>();
  for (const service of services) {
    const link = { href: recordLink(service, 'sv').href, title: service.content.title };
    for (const iri of iris(service.content.servesDataset)) {
      const links = serving.get(iri);
      if (links === undefined) serving.set(iri, [link]);
      else links.push(link);
    }
  }
  return serving;
}
