import type { NodeObject } from '../profile/record.ts';
import { has, irisOf } from '../profile/rules/node-values.ts';
import type { MediaTypes } from '../vocabularies/media-types.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { machineReadable, nonProprietary } from './format-lists.ts';
import { isKnownLicence } from './known-licences.ts';
import type { LinkLookup } from './link-state.ts';
import type { MetricId } from './metrics.ts';

/** Whether metrics hold, for one dataset or one distribution. "Metadata quality assessment methodology", data.europa.eu. */

export interface Found {
  readonly holds: boolean;
  /** `assumed`: nobody has asked the address. */
  readonly sureness: 'known' | 'assumed';
}

export type Measured = Partial<Readonly<Record<MetricId, Found>>>;

export interface Surroundings {
  readonly vocabularies: Vocabularies;
  readonly mediaTypes: MediaTypes;
  readonly links: LinkLookup;
}

const accessRight = 'http://publications.europa.eu/resource/authority/access-right/';

/** What is measured on the dataset. `follows`: whether the record follows DCAT-AP. */
export function measureDataset(record: NodeObject, follows: boolean): Measured {
  const rights = irisOf(record, 'accessRights');
  return {
    keywordAvailability: known(has(record, 'keyword')),
    categoryAvailability: known(has(record, 'theme')),
    spatialAvailability: known(has(record, 'spatial')),
    temporalAvailability: known(has(record, 'temporal')),
    dcatApCompliance: known(follows),
    accessRightsAvailability: known(rights.length > 0),
    accessRightsVocabularyAlignment: known(rights.some((iri) => iri.startsWith(accessRight))),
    contactPointAvailability: known(has(record, 'contactPoint')),
    publisherAvailability: known(has(record, 'publisher')),
    dateIssuedAvailability: known(has(record, 'issued')),
    dateModifiedAvailability: known(has(record, 'modified')),
  };
}

/** What is measured on a distribution. A media type as format is both, as the Swedish profile writes formats so. */
export function measureDistribution(node: NodeObject, around: Surroundings): Measured {
  const { links, vocabularies } = around;
  const formats = formatsOf(node, around);
  const licences = irisOf(node, 'license');
  const download = irisOf(node, 'downloadUrl');
  return {
    accessUrlStatusCode: reached(irisOf(node, 'accessUrl'), links),
    downloadUrlAvailability: known(download.length > 0),
    downloadUrlStatusCode: reached(download, links),
    formatAvailability: known(has(node, 'format')),
    mediaTypeAvailability: known(formats.hasMediaType),
    formatMediaTypeVocabularyAlignment: known(formats.inFileTypes && formats.inMediaTypes),
    formatMediaTypeNonProprietary: known(formats.codes.some((code) => nonProprietary.has(code))),
    formatMediaTypeMachineInterpretable: known(
      formats.codes.some((code) => machineReadable.has(code)),
    ),
    licenceAvailability: known(licences.length > 0 || has(node, 'license')),
    knownLicence: known(licences.some((iri) => isKnownLicence(vocabularies, iri))),
    rightsAvailability: known(has(node, 'rights')),
    byteSizeAvailability: known(has(node, 'byteSize')),
    dateIssuedAvailability: known(has(node, 'issued')),
    dateModifiedAvailability: known(has(node, 'modified')),
  };
}

/** Short names of the file types that a distribution states: `CSV`. */
export function fileTypesOf(
  node: NodeObject,
  around: Pick<Surroundings, 'mediaTypes'>,
): readonly string[] {
  return formatsOf(node, around).codes;
}

function formatsOf(node: NodeObject, { mediaTypes }: Pick<Surroundings, 'mediaTypes'>) {
  const formats = strings(node.format);
  const stated = strings(node.mediaType);
  const types = [...stated, ...formats.filter((one) => one.includes('/'))];
  const found = [...stated, ...formats].flatMap((one) => mediaTypes.fileTypeOf(one) ?? []);
  return {
    codes: found.map((iri) => iri.slice(iri.lastIndexOf('/') + 1)),
    hasMediaType: types.length > 0,
    inFileTypes: formats.some((one) => mediaTypes.fileTypeOf(one) !== undefined),
    inMediaTypes: types.some((one) => mediaTypes.mediaTypeIriOf(one) !== undefined),
  };
}

/** Of several addresses the best counts. Nobody having asked is told from nobody answering. */
function reached(urls: readonly string[], links: LinkLookup): Found {
  const states = urls.map(links);
  if (states.includes('answers')) return known(true);
  if (states.includes('own')) return { holds: true, sureness: 'assumed' };
  return { holds: false, sureness: states.includes('unknown') ? 'assumed' : 'known' };
}

function known(holds: boolean): Found {
  return { holds, sureness: 'known' };
}

function strings(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === 'string' && one.trim() !== '') as string[];
}
