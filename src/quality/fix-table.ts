import type { Localized } from '../kernel/issue.ts';
import type { MetricId } from './metrics.ts';

/** What a person can do to get more points: one thing to do, and all the metrics that it mends. */
export interface FixRow {
  readonly id: string;
  /** The first must be unmet; the others are gained with it when they are unmet too. */
  readonly metrics: readonly [MetricId, ...MetricId[]];
  /** The property to go to; empty for the record as a whole. */
  readonly property: string;
  readonly text: Localized;
}

/** In this order each metric is taken by the first fix that mends it. */
export const fixTable: readonly FixRow[] = [
  row(
    'keyword',
    ['keywordAvailability'],
    'keyword',
    'skriv några nyckelord',
    'write some keywords',
  ),
  row('theme', ['categoryAvailability'], 'theme', 'välj en kategori', 'choose a theme'),
  row(
    'spatial',
    ['spatialAvailability'],
    'spatial',
    'ange vilken plats det handlar om',
    'state the place that it is about',
  ),
  row('temporal', ['temporalAvailability'], 'temporal', 'ange tidsperiod', 'state the period'),
  row(
    'contact',
    ['contactPointAvailability'],
    'contactPoint',
    'ange en kontakt',
    'state a contact',
  ),
  row('publisher', ['publisherAvailability'], 'publisher', 'ange utgivare', 'state the publisher'),
  row(
    'access-rights',
    ['accessRightsAvailability', 'accessRightsVocabularyAlignment'],
    'accessRights',
    'ange åtkomsträttigheter',
    'state the access rights',
  ),
  row(
    'access-rights-list',
    ['accessRightsVocabularyAlignment'],
    'accessRights',
    'välj åtkomsträttigheter ur listan',
    'choose the access rights from the list',
  ),
  row(
    'access-answers',
    ['accessUrlStatusCode'],
    'accessUrl',
    'se till att webbadressen svarar',
    'see to it that the address answers',
  ),
  row(
    'download',
    ['downloadUrlAvailability', 'downloadUrlStatusCode'],
    'downloadUrl',
    'ange adressen där filen hämtas',
    'state the address that the file is fetched from',
  ),
  row(
    'download-answers',
    ['downloadUrlStatusCode'],
    'downloadUrl',
    'se till att adressen för nedladdning svarar',
    'see to it that the download address answers',
  ),
  row(
    'format',
    [
      'formatAvailability',
      'mediaTypeAvailability',
      'formatMediaTypeVocabularyAlignment',
      'formatMediaTypeNonProprietary',
      'formatMediaTypeMachineInterpretable',
    ],
    'format',
    'ange format, helst ett öppet som CSV',
    'state the format, an open one such as CSV if you can',
  ),
  row(
    'media-type',
    ['mediaTypeAvailability', 'formatMediaTypeVocabularyAlignment'],
    'format',
    'välj format ur listan, så att det blir en medietyp',
    'choose the format from the list, so that it is a media type',
  ),
  row(
    'format-list',
    ['formatMediaTypeVocabularyAlignment'],
    'format',
    'välj ett format ur listan',
    'choose a format from the list',
  ),
  row(
    'open-format',
    ['formatMediaTypeNonProprietary', 'formatMediaTypeMachineInterpretable'],
    'format',
    'välj ett öppet format, till exempel CSV, och lägg data i det',
    'choose an open format, such as CSV, and offer the data in it',
  ),
  row(
    'machine-format',
    ['formatMediaTypeMachineInterpretable'],
    'format',
    'välj ett format som program kan läsa, till exempel CSV, och lägg data i det',
    'choose a format that programs can read, such as CSV, and offer the data in it',
  ),
  row(
    'license',
    ['licenceAvailability', 'knownLicence'],
    'license',
    'välj en licens, till exempel CC0',
    'choose a licence, such as CC0',
  ),
  row(
    'known-license',
    ['knownLicence'],
    'license',
    'välj en licens som är känd i Europa, till exempel CC0',
    'choose a licence that is known in Europe, such as CC0',
  ),
  row(
    'rights',
    ['rightsAvailability'],
    'rights',
    'skriv villkoren för att använda data',
    'write the terms of use',
  ),
  row(
    'byte-size',
    ['byteSizeAvailability'],
    'byteSize',
    'ange filens storlek',
    'state the size of the file',
  ),
  row(
    'issued',
    ['dateIssuedAvailability'],
    'issued',
    'ange när data gavs ut',
    'state when the data was issued',
  ),
  row(
    'modified',
    ['dateModifiedAvailability'],
    'modified',
    'ange när data senast ändrades',
    'state when the data last changed',
  ),
  row(
    'faults',
    ['dcatApCompliance'],
    '',
    'rätta det som bryter mot profilen',
    'mend what breaks the profile',
  ),
];

function row(
  id: string,
  metrics: FixRow['metrics'],
  property: string,
  sv: string,
  en: string,
): FixRow {
  return { id, metrics, property, text: { sv, en } };
}
