import type { Dimension, MetricId } from './metrics.ts';

/** How Europe as a whole stood, to compare with: an example in data.europa.eu's description of its interface, not a live figure. */
export const europeSample: {
  /** ISO date when it was read. */
  readonly read: string;
  readonly average: number;
  readonly dimensions: Readonly<Record<Dimension, number>>;
  /** Whole per cent; metrics without a figure are left out. */
  readonly shares: Partial<Readonly<Record<MetricId, number>>>;
} = {
  read: '2026-11-23',
  average: 188,
  dimensions: {
    findability: 68,
    accessibility: 28,
    interoperability: 44,
    reusability: 38,
    contextuality: 10,
  },
  shares: {
    keywordAvailability: 88,
    categoryAvailability: 80,
    spatialAvailability: 66,
    temporalAvailability: 21,
    accessUrlStatusCode: 40,
    downloadUrlAvailability: 22,
    formatAvailability: 82,
    mediaTypeAvailability: 27,
    formatMediaTypeVocabularyAlignment: 67,
    formatMediaTypeNonProprietary: 42,
    formatMediaTypeMachineInterpretable: 18,
    dcatApCompliance: 18,
    licenceAvailability: 79,
    knownLicence: 6,
    accessRightsAvailability: 21,
    contactPointAvailability: 67,
    publisherAvailability: 55,
    rightsAvailability: 26,
    byteSizeAvailability: 13,
    dateIssuedAvailability: 69,
    dateModifiedAvailability: 70,
  },
};
