import type { JsonObject } from '../../src/kernel/json.ts';

const authority = 'http://publications.europa.eu/resource/authority';
const data = 'https://data.exempelkommun.se';

/** A settled record that uses every form a value can take. The municipality is made up. */
export const sampleDataset: JsonObject = {
  '@id': `${data}/datasets/luft`,
  '@type': 'Dataset',
  title: { sv: 'Luftkvalitet 2025', en: 'Air quality 2025' },
  description: { sv: 'Timvärden för kvävedioxid och partiklar.', en: 'Hourly values.' },
  publisher: {
    '@id': 'http://dataportal.se/organisation/SE2120009994',
    '@type': ['Organization', 'Agent'],
    name: { '@none': 'Exempelkommun' },
    type: 'http://purl.org/adms/publishertype/LocalAuthority',
    description: { sv: 'En kommun.' },
    classification: 'https://dataportal.se/concepts/orgAspects/feeFinanzing',
    identifier: ['212000-9994'],
  },
  contactPoint: [
    {
      '@id': `${data}/contacts/oppnadata`,
      '@type': 'ContactOrganization',
      fn: { sv: 'Öppna data-gruppen' },
      hasEmail: ['mailto:oppnadata@exempelkommun.se'],
      hasTelephone: [{ '@id': `${data}/t`, '@type': 'Telephone', hasValue: 'tel:+4681234567' }],
      hasAddress: [
        {
          '@id': `${data}/a`,
          '@type': 'Address',
          streetAddress: { '@none': 'Storgatan 1' },
          postalCode: { '@none': '123 45' },
          locality: { '@none': 'Exempelstad' },
          countryName: { '@none': 'Sverige' },
        },
      ],
    },
  ],
  keyword: { sv: ['luft', 'partiklar'], en: ['air'] },
  theme: [`${authority}/data-theme/ENVI`],
  accessRights: `${authority}/access-right/PUBLIC`,
  issued: '2026-02-01',
  conformsTo: ['https://example.org/spec/luft/1.0'],
  spatial: [
    'http://sws.geonames.org/2673722',
    {
      '@id': `${data}/box`,
      '@type': 'Location',
      bbox: 'POLYGON((17.2 60.3,19.5 60.3,19.5 58.7,17.2 58.7,17.2 60.3))',
      centroid: 'POINT(18.3 59.5)',
    },
  ],
  temporal: [
    {
      '@id': `${data}/period`,
      '@type': 'PeriodOfTime',
      startDate: '2025-01-01',
      endDate: '2025-12-31',
    },
  ],
  temporalResolution: 'PT1H',
  spatialResolutionInMeters: '10.0',
  identifier: ['7f1c2c0e-0d1e-4d0e-9c55-0b5c1f6f0a01'],
  otherIdentifier: ['https://doi.org/10.0000/exempel'],
  versionNotes: { sv: ['Rättat sensor 4.'] },
  offers: [
    {
      '@id': `${data}/offer`,
      '@type': 'Offer',
      description: { sv: 'Avgiftsfritt.' },
      mainEntityOfPage: 'https://www.exempelkommun.se/avgifter',
    },
  ],
  provenance: [
    {
      '@id': `${data}/provenance`,
      '@type': 'ProvenanceStatement',
      description: { sv: 'Mätningar från fasta stationer.' },
    },
  ],
  distribution: [
    {
      '@id': `${data}/distributions/luft-csv`,
      '@type': 'Distribution',
      description: { sv: 'Alla mätvärden.' },
      accessUrl: `${data}/files/luft.csv`,
      downloadUrl: [`${data}/files/luft.csv`],
      format: 'text/csv',
      mediaType: 'text/csv',
      byteSize: 1048576,
      availability: `${authority}/planned-availability/STABLE`,
      license: 'http://creativecommons.org/licenses/by/4.0/',
      checksum: {
        '@id': `${data}/checksum`,
        '@type': 'Checksum',
        algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha1',
        checksumValue: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
      },
    },
  ],
  record: { version: 3, state: 'published' },
  extra: [`<${data}/datasets/luft> <https://example.org/colour> "green" .`],
};
