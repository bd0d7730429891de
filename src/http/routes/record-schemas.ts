import { classOf, collections, type Kind } from '../../catalog/resource.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { Profile } from '../../profile/profile.ts';
import type { MediaContent } from '../route.ts';

/** The forms of record bodies in the OpenAPI document; they come from the profile's own schemas. */

/** What the platform says beside a description. */
const recordSchema: JsonObject = {
  type: 'object',
  required: ['kind', 'name', 'organization', 'state', 'version', 'created', 'changed', 'published'],
  properties: {
    kind: { type: 'string', enum: Object.keys(collections) },
    name: { type: 'string', example: 'umea-badplatser' },
    organization: { type: 'string', example: 'umea' },
    state: { type: 'string', enum: ['draft', 'published', 'withdrawn'] },
    version: { type: 'integer', minimum: 1 },
    created: { type: 'string', format: 'date-time', example: '2026-11-23T08:00:00.000Z' },
    changed: { type: 'string', format: 'date-time', example: '2026-11-23T08:00:00.000Z' },
    published: {
      type: ['string', 'null'],
      format: 'date-time',
      example: '2026-11-23T08:00:00.000Z',
    },
    issues: { type: 'array', items: { $ref: '#/components/schemas/Issue' } },
  },
};

const issueSchema: JsonObject = {
  type: 'object',
  required: ['pointer', 'rule', 'level', 'detail'],
  properties: {
    pointer: { type: 'string', example: '#/title' },
    rule: { type: 'string', example: 'V007' },
    level: { type: 'string', enum: ['error', 'warning', 'info'] },
    detail: { type: 'string', example: 'Titeln finns inte på engelska.' },
  },
};

/** Everything for `components.schemas`: each kind's record as answered, and what they share. */
export function componentSchemas(profile: Profile): JsonObject {
  const schemas: Record<string, JsonObject> = { Issue: issueSchema, Record: recordSchema };
  for (const kind of Object.keys(collections) as Kind[]) {
    schemas[classOf[kind]] = {
      type: 'object',
      description: profile.plan.class(classOf[kind]).help.en,
      required: ['@context', '@id', '@type', 'record'],
      properties: {
        '@context': { type: 'string', format: 'uri' },
        '@id': { type: 'string', format: 'iri' },
        '@type': { type: ['string', 'array'] },
        record: { $ref: '#/components/schemas/Record' },
      },
      // The whole schema of the description, obligations and all.
      externalDocs: { url: `/schemas/dcat-ap-se/${fileOf(classOf[kind])}` },
      additionalProperties: true,
    };
  }
  return schemas;
}

/** `DatasetSeries` → `dataset-series.json`. */
export function fileOf(className: string): string {
  return `${className.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.json`;
}

/** A record of the kind as JSON in the document, with an example. */
export function recordContent(base: string, kind: Kind): MediaContent {
  return {
    schema: { $ref: `#/components/schemas/${classOf[kind]}` },
    example: exampleOf(base, kind),
  };
}

/** What a writer of the kind may send as JSON. */
export function writtenContent(kind: Kind): MediaContent {
  return { schema: { type: 'object', description: `A ${classOf[kind]}.` }, example: written[kind] };
}

/** RDF as a body. */
export const turtleContent: MediaContent = {
  schema: { type: 'string' },
  example:
    '@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n<> a dcat:Dataset ; dcterms:title "Badplatser"@sv .\n',
};

function exampleOf(base: string, kind: Kind): JsonObject {
  const name = kind === 'organization' || kind === 'catalog' ? 'umea' : 'umea-badplatser';
  return {
    '@context': `${base}/context.jsonld`,
    record: {
      kind,
      name,
      organization: 'umea',
      state: 'published',
      version: 1,
      created: '2026-11-23T08:00:00.000Z',
      changed: '2026-11-23T08:00:00.000Z',
      published: '2026-11-23T08:00:00.000Z',
    },
    '@id': `${base}/${collections[kind]}/${name}`,
    '@type': classOf[kind],
    ...written[kind],
  };
}

const titled = {
  title: { sv: 'Badplatser i Umeå', en: 'Bathing places in Umeå' },
  description: {
    sv: 'Kommunala badplatser med läge, service och vattenprov.',
    en: 'Municipal bathing places with position, facilities and water samples.',
  },
} satisfies JsonObject;

const written: Readonly<Record<Kind, JsonObject>> = {
  organization: {
    name: { sv: 'Umeå kommun', en: 'Umeå Municipality' },
    type: 'http://purl.org/adms/publishertype/LocalAuthority',
    identifier: ['212000-2627'],
  },
  catalog: {
    title: { sv: 'Datakatalog för Umeå kommun', en: 'Data catalogue of Umeå Municipality' },
    description: { sv: 'Data som Umeå kommun delar.', en: 'Data shared by Umeå Municipality.' },
    license: 'http://creativecommons.org/publicdomain/zero/1.0/',
  },
  dataset: {
    ...titled,
    theme: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
    accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
    distribution: [
      {
        '@type': 'Distribution',
        title: { sv: 'CSV-fil', en: 'CSV file' },
        accessUrl: 'https://data.example.se/umea/badplatser.csv',
        format: 'text/csv',
        license: 'http://creativecommons.org/publicdomain/zero/1.0/',
      },
    ],
  },
  series: titled,
  service: { ...titled, endpointUrl: ['https://api.example.se/badplatser/v1'] },
};
