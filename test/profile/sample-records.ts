import type { JsonObject } from '../../src/kernel/json.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import type { NodeObject } from '../../src/profile/record.ts';
import { compileValidator } from '../../src/profile/validate.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

/** Records without a fault, for tests to break one thing of. */

export const authority = 'http://publications.europa.eu/resource/authority';
export const hvd = 'http://data.europa.eu/eli/reg_impl/2023/138/oj';
export const publisher = 'http://dataportal.se/organisation/SE2021006883';

export const plan = loadPlan('schemas/dcat-ap-se');
export const vocabularies = loadVocabularies('vocabularies');
export const validate = compileValidator(
  plan,
  vocabularies,
  () => new Date('2026-10-01T00:00:00Z'),
);

export const contact: JsonObject = {
  '@id': 'https://data.example.se/contact/1',
  '@type': 'ContactOrganization',
  fn: { sv: 'Öppna data' },
  hasEmail: ['mailto:oppnadata@example.se'],
  hasTelephone: [{ '@type': 'Telephone', hasValue: 'tel:+46101234567' }],
  hasAddress: [
    {
      '@type': 'Address',
      streetAddress: { '@none': 'Storgatan 1' },
      postalCode: { '@none': '123 45' },
      locality: { sv: 'Umeå' },
      countryName: { sv: 'Sverige' },
    },
  ],
};

export const distribution: JsonObject = {
  '@id': 'https://data.example.se/datasets/bad#distribution-1',
  '@type': 'Distribution',
  title: { sv: 'CSV-fil', en: 'CSV file' },
  description: { sv: 'Alla värden.', en: 'All values.' },
  accessUrl: 'https://data.example.se/files/bad.csv',
  downloadUrl: ['https://data.example.se/files/bad.csv'],
  format: 'text/csv',
  mediaType: 'text/csv',
  byteSize: 1024,
  license: 'http://creativecommons.org/licenses/by/4.0/',
  availability: `${authority}/planned-availability/STABLE`,
  status: `${authority}/distribution-status/COMPLETED`,
  checksum: {
    '@type': 'Checksum',
    algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha1',
    checksumValue: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  },
};

export const dataset: NodeObject = {
  '@id': 'https://data.example.se/datasets/bad',
  '@type': 'Dataset',
  title: { sv: 'Badplatser', en: 'Bathing places' },
  description: { sv: 'Alla kommunala badplatser.', en: 'All municipal bathing places.' },
  publisher,
  contactPoint: [contact],
  keyword: { sv: ['bad', 'vatten'], en: ['bathing'] },
  theme: [`${authority}/data-theme/ENVI`],
  accessRights: `${authority}/access-right/PUBLIC`,
  issued: '2025-01-01',
  modified: '2026-09-01',
  conformsTo: ['https://dataportal.se/specifications/badplatser/1.0'],
  spatial: [
    'http://sws.geonames.org/2661886',
    {
      '@type': 'Location',
      bbox: 'POLYGON((10.5 69.1,24.2 69.1,24.2 55.3,10.5 55.3,10.5 69.1))',
      centroid: 'POINT(15 60)',
    },
  ],
  temporal: [{ '@type': 'PeriodOfTime', startDate: '2025-01-01', endDate: '2025-12-31' }],
  accrualPeriodicity: `${authority}/frequency/ANNUAL`,
  language: [`${authority}/language/SWE`],
  landingPage: ['https://www.example.se/bad'],
  spatialResolutionInMeters: '2.5',
  temporalResolution: 'P1Y',
  distribution: [distribution],
};

/** A dataset of high value that keeps every rule. */
export const hvdDataset: NodeObject = {
  ...dataset,
  applicableLegislation: [hvd],
  hvdCategory: ['http://data.europa.eu/bna/c_63b37dd4'],
  distribution: [
    {
      ...distribution,
      applicableLegislation: [hvd],
      accessService: ['https://data.example.se/services/bad'],
    },
  ],
};

export const series: NodeObject = {
  '@id': 'https://data.example.se/series/bad',
  '@type': 'DatasetSeries',
  title: { sv: 'Badplatser', en: 'Bathing places' },
  description: { sv: 'Ett år i taget.', en: 'Year by year.' },
  publisher,
  contactPoint: [contact],
  keyword: { sv: ['bad'], en: ['bathing'] },
  theme: [`${authority}/data-theme/ENVI`],
  conformsTo: ['https://dataportal.se/specifications/badplatser/1.0'],
  issued: '2025',
  spatial: ['http://sws.geonames.org/2661886'],
  temporal: [{ '@type': 'PeriodOfTime', startDate: '2020' }],
};

export const service: NodeObject = {
  '@id': 'https://data.example.se/services/bad',
  '@type': 'DataService',
  title: { sv: 'Badplatser, API', en: 'Bathing places, API' },
  description: { sv: 'Frågor om bad.', en: 'Questions about bathing.' },
  endpointUrl: ['https://api.example.se/bad'],
  endpointDescription: ['https://api.example.se/bad/openapi.json'],
  contactPoint: [contact],
  keyword: { sv: ['bad'] },
  format: 'application/json',
  license: 'http://creativecommons.org/publicdomain/zero/1.0/',
  accessRights: `${authority}/access-right/PUBLIC`,
  page: ['https://api.example.se/docs'],
  servesDataset: ['https://data.example.se/datasets/bad'],
};

export const agent: NodeObject = {
  '@id': publisher,
  '@type': ['Organization', 'Agent'],
  name: { sv: 'Myndigheten för digital förvaltning' },
  type: 'http://purl.org/adms/publishertype/NationalAuthority',
  description: { sv: 'En myndighet.' },
  classification: 'https://dataportal.se/concepts/orgAspects/feeFinanzing',
  identifier: ['202100-6883'],
};

export const catalog: NodeObject = {
  '@id': 'https://data.example.se/organizations/digg/catalog',
  '@type': 'Catalog',
  title: { sv: 'Datakatalog', en: 'Data catalogue' },
  description: { sv: 'Våra data.', en: 'Our data.' },
  publisher,
  license: 'http://creativecommons.org/publicdomain/zero/1.0/',
  issued: '2025',
  modified: '2026',
  language: [`${authority}/language/SWE`],
  homepage: 'https://data.example.se/',
  spatial: ['http://sws.geonames.org/2661886'],
  themeTaxonomy: [`${authority}/data-theme`],
};
