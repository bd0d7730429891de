import type { CatalogReader, DraftOwners } from '../catalog/catalog-store.ts';
import { classOf, type Kind, type Resource } from '../catalog/resource.ts';
import type { Iri } from '../kernel/iri.ts';
import type { RecordContent } from '../profile/record.ts';
import type { DocumentWriter } from '../rdf/write-document.ts';
import { referredAgents } from './referred-agents.ts';

/**
 * Everything that one organisation has published, as pieces of one RDF document: the catalogue with all its members, the
 * organisation as an agent, then every record. DCAT-AP-SE, harvesting: one unpaged document that describes whatever it names.
 */

/** Commission Implementing Regulation (EU) 2023/138, as its mark is written. */
const highValue = 'http://data.europa.eu/eli/reg_impl/2023/138/oj';

const keysAtOnce = 1000;
const recordsAtOnce = 50;
/** Characters. Small pieces die young: large ones gather as garbage while a long document is written. */
const pieceLength = 16 * 1024;

/** Pieces between `open` and `close` of the writer. Memory is bounded by a batch, whatever the catalogue's size. */
export async function* organizationCatalog(
  reader: CatalogReader,
  writer: DocumentWriter,
  organization: Resource,
  { drafts = false }: { readonly drafts?: boolean } = {},
): AsyncGenerator<string> {
  const states = drafts ? (['published', 'draft'] as const) : (['published'] as const);
  const selection = {
    organization: organization.id,
    states,
    ...(drafts ? { draftsOf: [organization.id] } : {}),
  };
  const catalog = await catalogContent(reader, organization, drafts);
  const datasets = keyBatches(reader, { ...selection, kinds: ['dataset', 'series'] });
  const services = keyBatches(reader, { ...selection, kinds: ['service'] });
  yield writer.catalog(catalog, {
    dataset: (await datasets.next()).value ?? [],
    service: (await services.next()).value ?? [],
  });
  for await (const keys of datasets) yield writer.members(catalog['@id'], { dataset: keys });
  for await (const keys of services) yield writer.members(catalog['@id'], { service: keys });
  const described = new Set([organization.iri]);
  const agents = async (contents: readonly RecordContent[]): Promise<string> => {
    let written = '';
    for (const { content } of await referredAgents(reader, contents, described)) {
      written += writer.record(content, 'Agent');
    }
    return written;
  };
  let text = writer.record(organization.content, 'Agent') + (await agents([catalog]));
  for await (const records of recordBatches(reader, {
    ...selection,
    kinds: ['dataset', 'series', 'service'],
  })) {
    text += await agents(records.map(({ content }) => content));
    for (const record of records) {
      text += writer.record(record.content, classOf[record.kind]);
      if (text.length < pieceLength) continue;
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

/** IRIs of the organisation's series with the mark of high-value datasets, which `eu` documents list otherwise. */
export async function markedSeries(
  reader: CatalogReader,
  organization?: string,
): Promise<ReadonlySet<Iri>> {
  const marked = new Set<Iri>();
  const selection = {
    kinds: ['series'] as const,
    states: ['published'] as const,
    ...(organization === undefined ? {} : { organization }),
  };
  for await (const records of recordBatches(reader, selection)) {
    for (const { iri, content } of records) {
      if ([content.applicableLegislation].flat().includes(highValue)) marked.add(iri);
    }
  }
  return marked;
}

/**
 * The organisation's catalogue as others may see it: an import may have left a description that is not yet valid, and then
 * the last one that was published stands. @throws Error when there is none: a fault of ours.
 */
export async function catalogContent(
  reader: CatalogReader,
  organization: Resource,
  drafts = false,
): Promise<RecordContent> {
  const catalog = await reader.find('catalog', organization.name);
  if (catalog === undefined) throw new Error(`${organization.name} has no catalogue.`);
  if (drafts || catalog.state === 'published') return catalog.content;
  for (let before = catalog.version; before > 0; ) {
    const versions = await reader.versions(catalog.id, { before, limit: 20 });
    const published = versions.find((version) => version.state === 'published');
    if (published !== undefined) return published.content;
    before = versions.at(-1)?.version ?? 0;
  }
  throw new Error(`${organization.name} has no published catalogue.`);
}

interface Selection {
  readonly kinds: readonly Kind[];
  readonly organization?: string;
  readonly states: readonly Resource['state'][];
  readonly draftsOf?: DraftOwners;
}

async function* keyBatches(
  reader: CatalogReader,
  selection: Selection,
): AsyncGenerator<readonly Iri[], undefined> {
  for (let after: string | undefined; ; ) {
    const keys = await reader.listKeys({
      ...selection,
      limit: keysAtOnce,
      ...(after === undefined ? {} : { after }),
    });
    if (keys.length > 0) yield keys.map((key) => key.iri);
    if (keys.length < keysAtOnce) return undefined;
    after = keys.at(-1)?.id;
  }
}

/** Records in the order of their ids, a batch at a time. */
export async function* recordBatches(
  reader: CatalogReader,
  selection: Selection,
): AsyncGenerator<readonly Resource[]> {
  for (let after: string | undefined; ; ) {
    const records = await reader.list({
      ...selection,
      limit: recordsAtOnce,
      ...(after === undefined ? {} : { after }),
    });
    if (records.length > 0) yield records;
    if (records.length < recordsAtOnce) return;
    after = records.at(-1)?.id;
  }
}
