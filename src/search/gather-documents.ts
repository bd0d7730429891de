import { setImmediate } from 'node:timers/promises';
import type { CatalogReader } from '../catalog/catalog-store.ts';
import { findAllByIri } from '../catalog/find-all-by-iri.ts';
import { classOf, type Resource } from '../catalog/resource.ts';
import type { LanguageMap } from '../kernel/language-map.ts';
import type { Profile } from '../profile/profile.ts';
import { irisOf } from '../profile/rules/node-values.ts';
import type { IndexDocument } from './index-document.ts';
import { isSearchable, makeIndexDocument } from './make-index-document.ts';
import type { SearchableRecord } from './record-facets.ts';
import { languageMapOf } from './record-texts.ts';

/** What documents are made with. */
export interface DocumentSource {
  readonly store: CatalogReader;
  readonly profile: Profile;
  /** Completeness of a description of the class, 0–100. */
  readonly quality: (profile: Profile, record: Resource['content'], className: string) => number;
  /** Hears of a record that no document can be made of, which is a fault of ours: it is left out, and the others go on. */
  readonly refused: (id: string, error: unknown) => void;
}

/** Documents made before others get their turn: about three milliseconds. */
const breath = 8;

/**
 * The documents of those of the records that may be found. A document shows the record, its owner's names and its series' titles,
 * so its revision is the newest of theirs.
 */
export async function gatherDocuments(
  source: DocumentSource,
  records: readonly Resource[],
): Promise<readonly IndexDocument[]> {
  const searchable = records.filter(isSearchable);
  const owners = await ownersOf(source.store, searchable);
  const series = await seriesOf(source.store, searchable);
  const documents: IndexDocument[] = [];
  for (const [index, record] of searchable.entries()) {
    if (index % breath === breath - 1) await setImmediate();
    const owner = record.kind === 'organization' ? record : owners.get(record.organization);
    if (owner === undefined) continue;
    const memberOf = irisOf(record.content, 'inSeries').flatMap((iri) => series.get(iri) ?? []);
    try {
      documents.push(documentOf(source, record, owner, memberOf));
    } catch (error) {
      source.refused(record.id, error);
    }
  }
  return documents;
}

function documentOf(
  { profile, quality }: DocumentSource,
  record: SearchableRecord,
  owner: Resource,
  memberOf: readonly Resource[],
): IndexDocument {
  const titles: readonly LanguageMap[] = memberOf
    .filter(({ state }) => state === 'published')
    .map(({ content }) => languageMapOf(content, 'title'));
  const document = makeIndexDocument(record, {
    profile,
    owner,
    quality: quality(profile, record.content, classOf[record.kind]),
    series: titles,
  });
  const revision = Math.max(
    record.revision,
    owner.revision,
    ...memberOf.map((one) => one.revision),
  );
  return { ...document, revision };
}

async function ownersOf(
  store: CatalogReader,
  records: readonly SearchableRecord[],
): Promise<ReadonlyMap<string, Resource>> {
  const ids = [...new Set(records.map(({ organization }) => organization))];
  const found = await Promise.all(ids.map((id) => store.findById(id)));
  return new Map(found.flatMap((owner) => (owner === undefined ? [] : [[owner.id, owner]])));
}

async function seriesOf(
  store: CatalogReader,
  records: readonly SearchableRecord[],
): Promise<ReadonlyMap<string, Resource>> {
  const iris = [...new Set(records.flatMap(({ content }) => irisOf(content, 'inSeries')))];
  const found = await findAllByIri(store, iris);
  return new Map(found.map((resource) => [resource.iri, resource]));
}
