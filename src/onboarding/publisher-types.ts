/** The kinds of publisher that can come in by the form, of the concept scheme ADMS publisher types. DCAT-AP-SE 3.0.1, Agent, dcterms:type. */
export const publisherTypes = [
  'http://purl.org/adms/publishertype/LocalAuthority',
  'http://purl.org/adms/publishertype/RegionalAuthority',
  'http://purl.org/adms/publishertype/NationalAuthority',
  'http://purl.org/adms/publishertype/Company',
  'http://purl.org/adms/publishertype/NonProfitOrganisation',
  'http://purl.org/adms/publishertype/Academia-ScientificOrganisation',
] as const;

export type PublisherType = (typeof publisherTypes)[number];
