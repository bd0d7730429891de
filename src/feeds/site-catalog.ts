import type { CatalogReader } from '../catalog/catalog-store.ts';
import { classOf, type Resource } from '../catalog/resource.ts';
import type { Iri } from '../kernel/iri.ts';
import type { RecordContent } from '../profile/record.ts';
import type { Statement } from '../rdf/n-triples-line.ts';
import type { DocumentWriter } from '../rdf/write-document.ts';
import { catalogContent, organizationCatalog, recordBatches } from './organization-catalog.ts';
import { type PageIndex, pageIndexes } from './page-index.ts';
import { referredAgents } from './referred-agents.ts';

/**
 * All organisations as one document: a root catalogue that has the organisations' catalogues as its parts, one level deep.
 * DCAT-AP-SE, harvesting, on several catalogues in one source; hydra paging as ckanext-dcat does it.
 */
export interface Site {
  readonly base: Iri;
  readonly title: string;
}

const records = ['dataset', 'series', 'service'] as const;

/** The whole site, streamed organisation by organisation. */
export async function* siteCatalog(
  reader: CatalogReader,
  writer: DocumentWriter,
  site: Site,
): AsyncGenerator<string> {
  const organizations: Resource[] = [];
  for await (const batch of recordBatches(reader, {
    kinds: ['organization'],
    states: ['published'],
  })) {
    organizations.push(...batch);
  }
  const parts: Iri[] = [];
  for (const organization of organizations) {
    parts.push((await catalogContent(reader, organization))['@id']);
  }
  yield rootCatalog(writer, site, parts);
  for (const organization of organizations)
    yield* organizationCatalog(reader, writer, organization);
}

/** Datasets on a page of `/catalog`, as ckanext-dcat has it. */
export const pageSize = 100;

/** Looks up the pages of `/catalog`; one for all requests, since it remembers. */
export const siteCatalogPages = (): ((reader: CatalogReader) => Promise<PageIndex>) =>
  pageIndexes({ kinds: records }, pageSize);

/**
 * One page of everything: so many records, the catalogues they stand in, their organisations, and hydra's links to the
 * pages beside it. A page past the end is empty.
 */
export async function siteCatalogPage(
  reader: CatalogReader,
  writer: DocumentWriter,
  {
    site,
    pages,
    page,
    address,
  }: {
    readonly site: Site;
    readonly pages: PageIndex;
    readonly page: number;
    readonly address: (page: number) => Iri;
  },
): Promise<string> {
  const { total, last } = pages;
  const after = pages.after(page);
  const found =
    after === undefined
      ? []
      : await reader.list({ kinds: records, states: ['published'], after, limit: pageSize });
  const owners = new Map<string, Resource[]>();
  for (const record of found) {
    const members = owners.get(record.organizationName);
    if (members === undefined) owners.set(record.organizationName, [record]);
    else members.push(record);
  }
  let text = writer.open();
  let described = '';
  const agents = new Set<Iri>();
  const parts: Iri[] = [];
  for (const [name, members] of owners) {
    const organization = await reader.find('organization', name);
    if (organization === undefined) continue;
    const catalog = await catalogContent(reader, organization);
    parts.push(catalog['@id']);
    agents.add(organization.iri);
    described +=
      writer.catalog(catalog, membersOf(members)) + writer.record(organization.content, 'Agent');
  }
  const contents = found.map(({ content }) => content);
  for (const { content } of await referredAgents(reader, contents, agents)) {
    described += writer.record(content, 'Agent');
  }
  text += rootCatalog(writer, site, parts) + described;
  for (const record of found) text += writer.record(record.content, classOf[record.kind]);
  return text + writer.statements(hydra({ page, last, total, address })) + writer.close();
}

function membersOf(members: readonly Resource[]): {
  dataset: readonly Iri[];
  service: readonly Iri[];
} {
  return {
    dataset: members.filter((one) => one.kind !== 'service').map((one) => one.iri),
    service: members.filter((one) => one.kind === 'service').map((one) => one.iri),
  };
}

function rootCatalog(writer: DocumentWriter, { base, title }: Site, parts: readonly Iri[]): string {
  const publisher = `${base}/#publisher`;
  const content: RecordContent = {
    '@id': `${base}/catalog`,
    '@type': 'Catalog',
    title: { sv: title, en: title },
    description: {
      sv: `Alla datamängder som organisationerna på ${title} delar.`,
      en: `All datasets that the organisations on ${title} share.`,
    },
    publisher,
    license: 'http://creativecommons.org/publicdomain/zero/1.0/',
    homepage: `${base}/`,
    themeTaxonomy: ['http://publications.europa.eu/resource/authority/data-theme'],
    ...(parts.length > 0 ? { hasPart: [...parts] } : {}),
  };
  const agent: RecordContent = {
    '@id': publisher,
    '@type': ['Organization', 'Agent'],
    name: { sv: title, en: title },
    type: 'http://purl.org/adms/publishertype/NonProfitOrganisation',
    homepage: [`${base}/`],
  };
  return writer.catalog(content) + writer.record(agent, 'Agent');
}

const hydraTerms = 'http://www.w3.org/ns/hydra/core#';
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Paging in both the older and the newer hydra words, as ckanext-dcat writes them. */
function* hydra({
  page,
  last,
  total,
  address,
}: {
  readonly page: number;
  readonly last: number;
  readonly total: number;
  readonly address: (page: number) => Iri;
}): Generator<Statement> {
  const subject = address(page);
  yield { subject, predicate: rdfType, object: { iri: `${hydraTerms}PagedCollection` } };
  yield { subject, predicate: `${hydraTerms}totalItems`, object: { value: String(total) } };
  yield { subject, predicate: `${hydraTerms}itemsPerPage`, object: { value: String(pageSize) } };
  const links: [string, number][] = [
    ['first', 1],
    ['last', last],
  ];
  if (page < last) links.push(['next', page + 1]);
  if (page > 1) links.push(['previous', Math.min(page - 1, last)]);
  for (const [name, to] of links) {
    for (const term of [name, `${name}Page`]) {
      yield { subject, predicate: `${hydraTerms}${term}`, object: { value: address(to) } };
    }
  }
}
