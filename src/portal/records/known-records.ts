import type { CatalogReader } from '../../catalog/catalog-store.ts';
import { findAllByIri } from '../../catalog/find-all-by-iri.ts';
import { collections, type Resource } from '../../catalog/resource.ts';
import type { Iri } from '../../kernel/iri.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../../kernel/json.ts';
import type { RecordContent } from '../../profile/record.ts';
import { shownText } from './shown-text.ts';
import type { RecordLink } from './viewing.ts';

/** No record points at more of ours than this without being a list that people do not read. */
const most = 500;

/** Values that are no records: addresses of files and pages, terms of vocabularies, statements outside the profile. */
const passedOver: ReadonlySet<string> = new Set([
  '@id',
  '@type',
  'accessUrl',
  'downloadUrl',
  'license',
  'format',
  'mediaType',
  'theme',
  'accessRights',
  'language',
  'accrualPeriodicity',
  'applicableLegislation',
  'hvdCategory',
  'availability',
  'status',
  'extra',
  'endpointUrl',
  'endpointDescription',
  'landingPage',
  'page',
  'homepage',
  'contactPoint',
  'conformsTo',
  'spatial',
  'temporal',
]);

/**
 * The published records of ours that a description points at, as links, by their IRI.
 * @param passed IRIs that need not be asked for
 */
export async function knownRecords(
  store: Pick<CatalogReader, 'findManyByIri'>,
  content: RecordContent,
  language: UserLanguage,
  passed: readonly Iri[] = [],
): Promise<ReadonlyMap<Iri, RecordLink>> {
  const iris = new Set<Iri>();
  for (const [key, value] of Object.entries(content)) {
    if (!passedOver.has(key)) collect(value, iris);
  }
  for (const iri of [content['@id'], ...passed]) iris.delete(iri);
  const found = iris.size === 0 ? [] : await findAllByIri(store, [...iris]);
  return new Map(
    found
      .filter(({ state }) => state === 'published')
      .map((record) => [record.iri, recordLink(record, language)]),
  );
}

/** A record as a link to its page. A catalogue's page is its organisation's. */
export function recordLink(
  { kind, name, content }: Pick<Resource, 'kind' | 'name' | 'content'>,
  language: UserLanguage,
): RecordLink {
  return {
    title: shownText(content.title ?? content.name, language) ?? { text: name },
    href: `/${collections[kind === 'catalog' ? 'organization' : kind]}/${name}`,
  };
}

function collect(value: JsonValue | undefined, iris: Set<Iri>): void {
  if (iris.size >= most) return;
  if (typeof value === 'string') {
    if (/^(?:https?|urn):/.test(value)) iris.add(value);
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, iris);
  } else if (isJsonObject(value)) {
    for (const [key, one] of Object.entries(value)) if (!passedOver.has(key)) collect(one, iris);
  }
}
