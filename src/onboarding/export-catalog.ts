import type { CatalogReader } from '../catalog/catalog-store.ts';
import { classOf, type Kind, type Resource } from '../catalog/resource.ts';
import type { Iri } from '../kernel/iri.ts';
import type { DocumentWriter } from '../rdf/write-document.ts';

const keysAtOnce = 1000;
const recordsAtOnce = 50;

/**
 * An organisation's whole catalogue as pieces of one RDF document, with drafts and what has been withdrawn: what is exported when it leaves.
 * What others are served is `organizationCatalog` of feeds.
 */
export async function* exportCatalog(
  reader: CatalogReader,
  writer: DocumentWriter,
  organization: Resource,
): AsyncGenerator<string> {
  yield writer.open();
  const catalog = await reader.find('catalog', organization.name);
  if (catalog !== undefined) {
    yield writer.catalog(catalog.content, {
      dataset: await irisOf(reader, organization.id, ['dataset', 'series']),
      service: await irisOf(reader, organization.id, ['service']),
    });
  }
  yield writer.record(organization.content, 'Agent');
  for (let after: string | undefined; ; ) {
    const records = await reader.list({
      ...selection(organization.id, ['dataset', 'series', 'service']),
      limit: recordsAtOnce,
      ...(after === undefined ? {} : { after }),
    });
    for (const { content, kind } of records) yield writer.record(content, classOf[kind]);
    if (records.length < recordsAtOnce) break;
    after = records.at(-1)?.id;
  }
  yield writer.close();
}

async function irisOf(
  reader: CatalogReader,
  organization: string,
  kinds: readonly Kind[],
): Promise<readonly Iri[]> {
  const iris: Iri[] = [];
  for (let after: string | undefined; ; ) {
    const keys = await reader.listKeys({
      ...selection(organization, kinds),
      limit: keysAtOnce,
      ...(after === undefined ? {} : { after }),
    });
    iris.push(...keys.map(({ iri }) => iri));
    if (keys.length < keysAtOnce) return iris;
    after = keys.at(-1)?.id;
  }
}

function selection(organization: string, kinds: readonly Kind[]) {
  return {
    kinds,
    organization,
    states: ['draft', 'published', 'withdrawn'],
    draftsOf: [organization],
  } as const;
}
