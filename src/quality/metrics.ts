import type { Localized } from '../kernel/issue.ts';

/**
 * What data.europa.eu measures descriptions by, and what each is worth: 405 points. "Metadata quality assessment methodology",
 * data.europa.eu; ids are those of the vocabulary `https://piveau.eu/ns/voc#`.
 */

export const dimensions = [
  'findability',
  'accessibility',
  'interoperability',
  'reusability',
  'contextuality',
] as const;
export type Dimension = (typeof dimensions)[number];

export interface Metric {
  readonly id: MetricId;
  readonly dimension: Dimension;
  /** What it is measured on. `either`: the chosen distribution, else the dataset. */
  readonly level: 'dataset' | 'distribution' | 'either';
  /** The property that has to be right, as records call it. */
  readonly property: string;
  readonly points: number;
  readonly label: Localized;
}

/** As `[id, dimension, level, property, points, Swedish, English]`. */
const rows = [
  [
    'keywordAvailability',
    'findability',
    'dataset',
    'keyword',
    30,
    'Nyckelord finns',
    'Keywords are given',
  ],
  [
    'categoryAvailability',
    'findability',
    'dataset',
    'theme',
    30,
    'Kategori finns',
    'A theme is given',
  ],
  [
    'spatialAvailability',
    'findability',
    'dataset',
    'spatial',
    20,
    'Plats finns',
    'A place is given',
  ],
  [
    'temporalAvailability',
    'findability',
    'dataset',
    'temporal',
    20,
    'Tidsperiod finns',
    'A period is given',
  ],
  [
    'accessUrlStatusCode',
    'accessibility',
    'distribution',
    'accessUrl',
    50,
    'Webbadressen svarar',
    'The address answers',
  ],
  [
    'downloadUrlAvailability',
    'accessibility',
    'distribution',
    'downloadUrl',
    20,
    'Adress för nedladdning finns',
    'A download address is given',
  ],
  [
    'downloadUrlStatusCode',
    'accessibility',
    'distribution',
    'downloadUrl',
    30,
    'Adressen för nedladdning svarar',
    'The download address answers',
  ],
  [
    'formatAvailability',
    'interoperability',
    'distribution',
    'format',
    20,
    'Format finns',
    'A format is given',
  ],
  [
    'mediaTypeAvailability',
    'interoperability',
    'distribution',
    'mediaType',
    10,
    'Medietyp finns',
    'A media type is given',
  ],
  [
    'formatMediaTypeVocabularyAlignment',
    'interoperability',
    'distribution',
    'format',
    10,
    'Format och medietyp står i EU:s listor',
    'Format and media type are in the lists',
  ],
  [
    'formatMediaTypeNonProprietary',
    'interoperability',
    'distribution',
    'format',
    20,
    'Formatet är öppet',
    'The format is open',
  ],
  [
    'formatMediaTypeMachineInterpretable',
    'interoperability',
    'distribution',
    'format',
    20,
    'Formatet är maskinläsbart',
    'The format is machine-readable',
  ],
  [
    'dcatApCompliance',
    'interoperability',
    'dataset',
    '',
    30,
    'Beskrivningen följer DCAT-AP',
    'The description follows DCAT-AP',
  ],
  [
    'licenceAvailability',
    'reusability',
    'distribution',
    'license',
    20,
    'Licens finns',
    'A licence is given',
  ],
  [
    'knownLicence',
    'reusability',
    'distribution',
    'license',
    10,
    'Licensen är känd i Europa',
    'The licence is known in Europe',
  ],
  [
    'accessRightsAvailability',
    'reusability',
    'dataset',
    'accessRights',
    10,
    'Åtkomsträttigheter finns',
    'Access rights are given',
  ],
  [
    'accessRightsVocabularyAlignment',
    'reusability',
    'dataset',
    'accessRights',
    5,
    'Åtkomsträttigheterna står i EU:s lista',
    'The access rights are in the EU’s list',
  ],
  [
    'contactPointAvailability',
    'reusability',
    'dataset',
    'contactPoint',
    20,
    'Kontakt finns',
    'A contact is given',
  ],
  [
    'publisherAvailability',
    'reusability',
    'dataset',
    'publisher',
    10,
    'Utgivare finns',
    'A publisher is given',
  ],
  [
    'rightsAvailability',
    'contextuality',
    'distribution',
    'rights',
    5,
    'Villkor finns',
    'A statement of rights is given',
  ],
  [
    'byteSizeAvailability',
    'contextuality',
    'distribution',
    'byteSize',
    5,
    'Filstorlek finns',
    'A file size is given',
  ],
  [
    'dateIssuedAvailability',
    'contextuality',
    'either',
    'issued',
    5,
    'Utgivningsdatum finns',
    'A date of issue is given',
  ],
  [
    'dateModifiedAvailability',
    'contextuality',
    'either',
    'modified',
    5,
    'Ändringsdatum finns',
    'A date of change is given',
  ],
] as const;

export type MetricId = (typeof rows)[number][0];

export const metrics: readonly Metric[] = rows.map(
  ([id, dimension, level, property, points, sv, en]) => ({
    id,
    dimension,
    level,
    property,
    points,
    label: { sv, en },
  }),
);

/** What a perfect description gets. */
export const mostPoints: number = metrics.reduce((sum, { points }) => sum + points, 0);

/** What a perfect description gets in each dimension. */
export const mostOf: Readonly<Record<Dimension, number>> = Object.fromEntries(
  dimensions.map((name) => [
    name,
    metrics.reduce((sum, { dimension, points }) => sum + (dimension === name ? points : 0), 0),
  ]),
) as Record<Dimension, number>;

/** What the dimensions are called. */
export const dimensionLabels: Readonly<Record<Dimension, Localized>> = {
  findability: { sv: 'Upptäckbarhet', en: 'Findability' },
  accessibility: { sv: 'Åtkomlighet', en: 'Accessibility' },
  interoperability: { sv: 'Interoperabilitet', en: 'Interoperability' },
  reusability: { sv: 'Återanvändbarhet', en: 'Reusability' },
  contextuality: { sv: 'Sammanhang', en: 'Contextuality' },
};
