import type { Kind } from '../src/catalog/resource.ts';
import type { Iri } from '../src/kernel/iri.ts';
import type { RecordContent } from '../src/profile/record.ts';
import { completeness } from '../src/quality/completeness.ts';
import type { IndexDocument, SearchKind } from '../src/search/index-document.ts';
import { isSearchable, makeIndexDocument } from '../src/search/make-index-document.ts';
import { profile, readSample } from '../test/sample/read-sample.ts';
import { indexDocuments, swedishDataset } from './swedish-catalogue.ts';

/**
 * The catalogue that relevance is judged on: the sample, and ten thousand datasets as Swedish publishers could have described them.
 * Each has a name that the judged list can say what is meant by: a generated one that of its place and its kind (`umea-bathing-places`).
 */

const generated = 10_000;

export interface JudgedDocument {
  readonly name: string;
  readonly document: IndexDocument;
}

const kinds: Readonly<Record<string, SearchKind>> = {
  Dataset: 'dataset',
  DatasetSeries: 'series',
  DataService: 'service',
};

export async function relevanceCatalogue(): Promise<readonly JudgedDocument[]> {
  return [...(await sampleDocuments()), ...generatedDocuments()];
}

async function sampleDocuments(): Promise<readonly JudgedDocument[]> {
  const files = await readSample();
  return files.flatMap(({ name, records }) => {
    const catalog = records.find(({ className }) => className === 'Catalog');
    const owner = { name: name.replace('.ttl', ''), content: publisherOf(catalog?.content) };
    return records.flatMap(({ className, iri, content }) => {
      const kind = kinds[className];
      if (kind === undefined) return [];
      const last = iri.split('/').at(-1) ?? '';
      return document({
        kind,
        className,
        name: kind === 'dataset' ? last : `${kind}-${last}`,
        content,
        owner,
      });
    });
  });
}

function publisherOf(catalog: RecordContent | undefined): RecordContent {
  const publisher = catalog?.publisher;
  if (typeof publisher !== 'object' || publisher === null || Array.isArray(publisher)) {
    throw new Error('A catalogue of the sample does not describe its publisher.');
  }
  return publisher as RecordContent;
}

function generatedDocuments(): readonly JudgedDocument[] {
  return [...indexDocuments(generated)].map((document, number) => {
    const { publisher, kind } = swedishDataset(number);
    return { name: slug(`${publisher.place.prefLabel.sv} ${kind.english}`), document };
  });
}

function document({
  kind,
  className,
  name,
  content,
  owner,
}: {
  readonly kind: SearchKind;
  readonly className: string;
  readonly name: string;
  readonly content: RecordContent;
  readonly owner: { readonly name: string; readonly content: RecordContent };
}): readonly JudgedDocument[] {
  const resource = {
    id: name,
    kind: kind as Kind,
    organization: owner.name,
    organizationName: owner.name,
    name,
    iri: `https://data.example.se/datasets/${name}` as Iri,
    state: 'published' as const,
    version: 1,
    revision: 1,
    content,
    digest: '',
    created: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-01T00:00:00.000Z',
    published: '2026-01-01T00:00:00.000Z',
  };
  if (!isSearchable(resource)) return [];
  const quality = completeness(profile, content, className);
  return [{ name, document: makeIndexDocument(resource, { profile, owner, quality, series: [] }) }];
}

function slug(text: string): string {
  const ascii = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return ascii.replace(/[^a-z0-9]+/g, '-');
}
