import type { Parameter } from '../route.ts';

/** Parameters that many record routes share. */

/** A record's name in the path. What cannot be a name is not found. */
export const nameParameter: Parameter = {
  name: 'name',
  in: 'path',
  required: true,
  description: { sv: 'Postens namn.', en: "The record's name." },
  schema: { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 100 },
  example: 'umea-badplatser',
};

export const versionParameter: Parameter = {
  name: 'version',
  in: 'path',
  required: true,
  description: { sv: 'Versionens nummer, från 1.', en: 'Number of the version, from 1.' },
  schema: { type: 'integer', minimum: 1, maximum: 1_000_000_000 },
  example: 1,
};

/** `?profile=` and `?format=` of whatever comes as RDF. */
export const rdfParameters: readonly Parameter[] = [
  {
    name: 'profile',
    in: 'query',
    description: {
      sv: 'se: DCAT-AP-SE 3.0.1 (förval). eu: DCAT-AP 3.0.1. Gäller RDF. Kan också väljas med Accept-Profile.',
      en: 'se: DCAT-AP-SE 3.0.1 (default). eu: DCAT-AP 3.0.1. For RDF. Accept-Profile chooses as well.',
    },
    schema: { type: 'string', maxLength: 200 },
    example: 'se',
  },
  {
    name: 'format',
    in: 'query',
    description: {
      sv: 'Formatet som filändelse, i stället för Accept: json, ttl, rdf, jsonld eller nt.',
      en: 'The format as a suffix, instead of Accept: json, ttl, rdf, jsonld or nt.',
    },
    schema: { type: 'string', maxLength: 10 },
    example: 'ttl',
  },
];

export const organizationParameter: Parameter = {
  name: 'organization',
  in: 'query',
  description: { sv: 'Organisationens namn.', en: "The organisation's name." },
  schema: { type: 'string', maxLength: 100 },
  example: 'umea',
};

export const stateParameter: Parameter = {
  name: 'state',
  in: 'query',
  description: {
    sv: 'Bara poster i detta läge; utkast ser bara den egna organisationen.',
    en: 'Only records in this state; drafts are seen by their own organisation alone.',
  },
  schema: { type: 'string', enum: ['draft', 'published', 'withdrawn'] },
  example: 'published',
};

export const publishParameter: Parameter = {
  name: 'publish',
  in: 'query',
  description: {
    sv: 'true: publicera direkt; då ska beskrivningen vara giltig. Annars blir det ett utkast.',
    en: 'true: publish at once; the description must then be valid. Otherwise it becomes a draft.',
  },
  schema: { type: 'boolean', default: false },
  example: true,
};

export const reasonParameter: Parameter = {
  name: 'reason',
  in: 'query',
  description: {
    sv: 'Varför: sparas med versionen och läses av den egna organisationen. Skälet till att något dras tillbaka läser alla, i svaret 410.',
    en: 'Why: kept with the version and read by its own organisation. Why something is withdrawn is read by all, in the answer 410.',
  },
  schema: { type: 'string', maxLength: 500 },
  example: 'Rättad licens',
};

export const idempotencyHeader: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: {
    sv: 'En egen nyckel, till exempel ett UUID: samma begäran en gång till inom 24 timmar skapar inget nytt.',
    en: 'A key of your own, such as a UUID: the same request again within 24 hours makes nothing new.',
  },
  schema: { type: 'string', maxLength: 200 },
  example: '0192f0c1-7f1c-7d1e-8d0e-0b5c1f6f0a01',
};

export const ifMatchHeader: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: {
    sv: 'ETag för den version du har läst, eller *. Krävs när posten finns.',
    en: 'ETag of the version that you have read, or *. Required when the record exists.',
  },
  schema: { type: 'string', maxLength: 500 },
  example: '"7-json"',
};

/** What 201 tells of what it made. ARP.03. */
export const newAddress = {
  Location: { sv: 'Adressen till det nya.', en: 'The address of what is new.' },
} as const;
