import type { Resource } from '../catalog/resource.ts';
import type { RecordContent } from '../profile/record.ts';
import { irisOf, stringOf, textsOf, thingsOf } from '../profile/rules/node-values.ts';
import { type MediaTypes, mediaTypes } from '../vocabularies/media-types.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { valueOfConcept, withBroader } from './concept-values.ts';
import type { FacetName } from './facets.ts';
import { formatGroupOf } from './format-groups.ts';
import type { SearchKind } from './index-document.ts';
import { ownerPlace } from './owner-place.ts';

/** What a record is counted and narrowed by. */

/** A record that is published, and no catalogue. */
export type SearchableRecord = Resource & { readonly kind: SearchKind };

type Facets = Partial<Readonly<Record<FacetName, readonly string[]>>>;

/** The values of every facet that the record has, but `year`, which engines count by the document's years. `facets.ts` says what values look like. */
export function recordFacets(
  record: SearchableRecord,
  {
    vocabularies,
    owner,
  }: {
    readonly vocabularies: Vocabularies;
    readonly owner: RecordContent;
  },
): Facets {
  const { content, kind } = record;
  const distributions = distributionsOf(content);
  const concepts = (facet: FacetName, iris: readonly string[]) =>
    iris.map((iri) => valueOfConcept(vocabularies, facet, iri));
  const trees = (facet: FacetName, iris: readonly string[]) =>
    iris.flatMap((iri) => withBroader(vocabularies, facet, iri));
  const everywhere = (property: string) =>
    [content, ...distributions].flatMap((node) => irisOf(node, property));
  const facets: Facets = {
    kind: [kind],
    organization: [record.organizationName],
    organizationType: concepts('organizationType', irisOf(owner, 'type')),
    theme: concepts('theme', irisOf(content, 'theme')),
    hvdCategory: trees('hvdCategory', irisOf(content, 'hvdCategory')),
    format: formatCodes(vocabularies, content).flatMap((code) => {
      const group = formatGroupOf(code);
      return [group, `${group}/${code}`];
    }),
    license: concepts('license', everywhere('license')),
    accessRights: concepts('accessRights', irisOf(content, 'accessRights')),
    conformsTo: irisOf(content, 'conformsTo'),
    language: concepts('language', everywhere('language')),
    frequency: concepts('frequency', irisOf(content, 'accrualPeriodicity')),
    place: trees('place', placesOf(vocabularies, content, owner)),
    keyword: textsOf(content, 'keyword').map(({ text }) => text.trim().toLowerCase()),
    resolution: [content, ...distributions].flatMap((node) =>
      resolutionClass(stringOf(node, 'spatialResolutionInMeters')),
    ),
  };
  return Object.fromEntries(
    Object.entries(facets)
      .map(
        ([name, values]) => [name, [...new Set(values)].filter((value) => value !== '')] as const,
      )
      .filter(([, values]) => values.length > 0),
  );
}

/** The record's distributions as far as they are described. */
export function distributionsOf(content: RecordContent): readonly RecordContent[] {
  return thingsOf(content, 'distribution').flatMap(({ node }) => (node ?? []) as RecordContent);
}

/**
 * Places by their IRIs, those that no list knows among them. What says nothing of its place is about the place of the municipality
 * or region that owns it; a box alone says nothing that a list could know.
 */
export function placesOf(
  vocabularies: Vocabularies,
  content: RecordContent,
  owner: RecordContent,
): readonly string[] {
  const stated = thingsOf(content, 'spatial').flatMap(({ iri, node }) =>
    iri !== undefined && node === undefined ? iri : [],
  );
  if (stated.length > 0) return stated;
  const place = ownerPlace(vocabularies, owner);
  return place === undefined ? [] : [place];
}

/** Codes of the file types of the distributions, and of a service: `CSV`. What no list knows is left out. */
export function formatCodes(vocabularies: Vocabularies, content: RecordContent): readonly string[] {
  const types = typesOf(vocabularies);
  const codes = [content, ...distributionsOf(content)]
    .flatMap((node) => formatsIn(node))
    .map((format) => types.fileTypeOf(format)?.split('/').at(-1) ?? '');
  return [...new Set(codes)].filter((code) => code !== '');
}

function formatsIn(node: RecordContent): readonly string[] {
  const { format, mediaType } = node;
  const stated = [format].flat().filter((one) => typeof one === 'string');
  if (stated.length > 0) return stated;
  return [mediaType].flat().filter((one) => typeof one === 'string');
}

const known = new WeakMap<Vocabularies, MediaTypes>();

function typesOf(vocabularies: Vocabularies): MediaTypes {
  const types = known.get(vocabularies) ?? mediaTypes(vocabularies);
  known.set(vocabularies, types);
  return types;
}

function resolutionClass(metres: string | undefined): readonly string[] {
  if (metres === undefined || !(Number(metres) > 0)) return [];
  return [['1', '10', '100', '1000'].find((most) => Number(metres) <= Number(most)) ?? 'more'];
}
