import type { RecordContent } from '../../src/profile/record.ts';

/** The records behind `worked-example.ttl`: an organisation, its catalogue, a series, a dataset of it and a service. */

const base = 'https://data.exempelkommun.se';
const agent = 'http://dataportal.se/organisation/SE2120009994';
const dataset = `${base}/dataset/7f1c2c0e-0d1e-4d0e-9c55-0b5c1f6f0a01`;
const series = `${base}/series/luftkvalitet`;
const service = `${base}/service/luft-api`;
const authority = 'http://publications.europa.eu/resource/authority';
const environment = `${authority}/data-theme/ENVI`;
const highValue = 'http://data.europa.eu/eli/reg_impl/2023/138/oj';
const airCategory = 'http://data.europa.eu/bna/c_63b37dd4';
const attribution4 = 'http://creativecommons.org/licenses/by/4.0/';

const contact = {
  '@id': `${base}/contact/oppnadata`,
  '@type': 'ContactOrganization',
  fn: { sv: 'Öppna data-gruppen' },
  hasEmail: ['mailto:oppnadata@exempelkommun.se'],
  hasUrl: ['https://www.exempelkommun.se/oppna-data'],
  hasTelephone: [
    {
      '@id': `${base}/contact/oppnadata#telephone`,
      '@type': 'Telephone',
      hasValue: 'tel:+4681234567',
    },
  ],
  hasAddress: [
    {
      '@id': `${base}/contact/oppnadata#address`,
      '@type': 'Address',
      streetAddress: { '@none': 'Storgatan 1' },
      postalCode: { '@none': '123 45' },
      locality: { '@none': 'Exempelstad' },
      countryName: { '@none': 'Sverige' },
    },
  ],
} as const;

export const exampleAgent: RecordContent = {
  '@id': agent,
  '@type': ['Organization', 'Agent'],
  name: { sv: 'Exempelkommun', en: 'Exempel Municipality' },
  type: 'http://purl.org/adms/publishertype/LocalAuthority',
  description: { sv: 'Kommun i Stockholms län.' },
  identifier: ['212000-9994'],
  homepage: ['https://www.exempelkommun.se/'],
  mbox: ['mailto:kommun@exempelkommun.se'],
};

export const exampleCatalog: RecordContent = {
  '@id': `${base}/catalog`,
  '@type': 'Catalog',
  title: { sv: 'Exempelkommuns datakatalog', en: 'Data catalogue of Exempel municipality' },
  description: {
    sv: 'Alla datamängder som kommunen delar.',
    en: 'All datasets shared by the municipality.',
  },
  publisher: agent,
  license: 'http://creativecommons.org/publicdomain/zero/1.0/',
  issued: '2026-01-15',
  modified: '2026-09-30T02:00:00+02:00',
  language: [`${authority}/language/SWE`, `${authority}/language/ENG`],
  spatial: ['http://sws.geonames.org/2673722'],
  homepage: 'https://data.exempelkommun.se/',
  themeTaxonomy: [`${authority}/data-theme`],
};

export const exampleSeries: RecordContent = {
  '@id': series,
  '@type': 'DatasetSeries',
  title: { sv: 'Luftkvalitet', en: 'Air quality' },
  description: {
    sv: 'En datamängd per år; tidsdimension.',
    en: 'One dataset per year; temporal dimension.',
  },
  publisher: agent,
  contactPoint: [contact],
  keyword: { sv: ['luft'], en: ['air'] },
  theme: [environment],
  applicableLegislation: [highValue],
  hvdCategory: [airCategory],
  accrualPeriodicity: `${authority}/frequency/ANNUAL`,
};

export const exampleDataset: RecordContent = {
  '@id': dataset,
  '@type': 'Dataset',
  title: { sv: 'Luftkvalitet 2025', en: 'Air quality 2025' },
  description: {
    sv: 'Timvärden för NO2, PM10 och PM2.5.',
    en: 'Hourly values for NO2, PM10 and PM2.5.',
  },
  identifier: ['7f1c2c0e-0d1e-4d0e-9c55-0b5c1f6f0a01'],
  otherIdentifier: ['https://doi.org/10.0000/exempel'],
  publisher: agent,
  creator: agent,
  contactPoint: [contact],
  keyword: { sv: ['luft', 'partiklar'], en: ['air'] },
  theme: [environment],
  applicableLegislation: [highValue],
  hvdCategory: [airCategory],
  accessRights: `${authority}/access-right/PUBLIC`,
  issued: '2026-02-01',
  modified: '2026-09-29',
  language: [`${authority}/language/SWE`],
  accrualPeriodicity: `${authority}/frequency/MONTHLY`,
  conformsTo: ['https://example.org/spec/luftkvalitet/1.0'],
  spatial: [
    'http://sws.geonames.org/2673722',
    {
      '@id': `${dataset}#spatial-1`,
      '@type': 'Location',
      bbox: 'POLYGON((17.2 60.3,19.5 60.3,19.5 58.7,17.2 58.7,17.2 60.3))',
    },
  ],
  temporal: [
    {
      '@id': `${dataset}#temporal-1`,
      '@type': 'PeriodOfTime',
      startDate: '2025-01-01',
      endDate: '2025-12-31',
    },
  ],
  temporalResolution: 'PT1H',
  spatialResolutionInMeters: '10.0',
  version: '1.2',
  versionNotes: { sv: 'Rättat sensor 4.' },
  landingPage: ['https://www.exempelkommun.se/luft'],
  page: ['https://www.exempelkommun.se/luft/dokumentation'],
  provenance: [
    {
      '@id': `${dataset}#provenance-1`,
      '@type': 'ProvenanceStatement',
      description: { sv: 'Mätningar från fasta stationer.' },
    },
  ],
  qualifiedAttribution: [
    {
      '@id': `${dataset}#attribution-1`,
      '@type': 'Attribution',
      agent,
      hadRole: 'http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/custodian',
    },
  ],
  offers: [{ '@id': `${dataset}#offer-1`, '@type': 'Offer', description: { sv: 'Avgiftsfritt.' } }],
  inSeries: [series],
  distribution: [
    {
      '@id': `${base}/distribution/luft-2025-csv`,
      '@type': 'Distribution',
      title: { sv: 'CSV-fil', en: 'CSV file' },
      description: { sv: 'Alla mätvärden 2025.' },
      accessUrl: 'https://data.exempelkommun.se/files/luft-2025.csv',
      downloadUrl: ['https://data.exempelkommun.se/files/luft-2025.csv'],
      format: 'text/csv',
      byteSize: 1048576,
      license: attribution4,
      availability: `${authority}/planned-availability/STABLE`,
      status: `${authority}/distribution-status/COMPLETED`,
      applicableLegislation: [highValue],
      checksum: {
        '@id': `${base}/distribution/luft-2025-csv#checksum`,
        '@type': 'Checksum',
        algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha1',
        checksumValue: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
      },
    },
    {
      '@id': `${base}/distribution/luft-2025-api`,
      '@type': 'Distribution',
      title: { sv: 'API' },
      description: { sv: 'Frågebar åtkomst.' },
      accessUrl: 'https://api.exempelkommun.se/luft/v1',
      format: 'application/json',
      license: attribution4,
      availability: `${authority}/planned-availability/STABLE`,
      applicableLegislation: [highValue],
      conformsTo: ['https://api.exempelkommun.se/luft/v1/openapi.json'],
      accessService: [service],
    },
  ],
};

export const exampleService: RecordContent = {
  '@id': service,
  '@type': 'DataService',
  title: { sv: 'Luftkvalitet API', en: 'Air quality API' },
  description: { sv: 'REST-API för mätvärden.' },
  publisher: agent,
  contactPoint: [contact],
  endpointUrl: ['https://api.exempelkommun.se/luft/v1'],
  endpointDescription: ['https://api.exempelkommun.se/luft/v1/openapi.json'],
  type: ['http://www.wikidata.org/entity/Q749568'],
  keyword: { sv: ['luft'], en: ['air'] },
  theme: [environment],
  format: 'application/json',
  license: attribution4,
  accessRights: `${authority}/access-right/PUBLIC`,
  applicableLegislation: [highValue],
  hvdCategory: [airCategory],
  servesDataset: [dataset, series],
  page: ['https://api.exempelkommun.se/luft/docs'],
};

export const exampleMembers = { dataset: [dataset, series], service: [service] };
