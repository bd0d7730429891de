import { classOf, collections, type Kind } from '../../catalog/resource.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../kernel/json.ts';
import type { Profile } from '../../profile/profile.ts';
import { settle } from '../../profile/settle.ts';
import type { SyntaxName } from '../../rdf/syntaxes/registry.ts';
import { syntaxByMediaType } from '../../rdf/syntaxes/registry.ts';
import { rdf } from '../representations.ts';
import type { MediaContent } from '../route.ts';
import { hitSchema, markedTextSchema } from '../search-content.ts';
import type { Services } from '../services.ts';

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
    search: hitSchema,
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

/**
 * Everything for `components.schemas`: each kind as the profile has it, what the platform says beside a description, and as
 * `AgentNode` and so on whatever is described inside a record or referred to by its IRI. Nothing is required there: a draft may
 * be incomplete. What must be there to be published stands in `/schemas`.
 */
export function componentSchemas(profile: Profile): JsonObject {
  const schemas: Record<string, JsonValue> = {
    Issue: issueSchema,
    MarkedText: markedTextSchema,
    Record: recordSchema,
  };
  for (const name of Object.values(classOf)) {
    const { $schema, $id, $defs, required, ...schema } = profile.schema(name);
    for (const [inner, definition] of Object.entries(isJsonObject($defs) ? $defs : {}))
      schemas[`${inner}Node`] = within(definition);
    const properties = isJsonObject(schema.properties) ? schema.properties : {};
    const record = { $ref: '#/components/schemas/Record' };
    schemas[name] = within({ ...schema, properties: { ...properties, record } });
  }
  return schemas;
}

/** The schema with its references into `$defs` led to the document's components, and without obligations. */
function within(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(within);
  if (!isJsonObject(schema)) return schema;
  const entries = Object.entries(schema)
    .filter(([key, value]) => key !== 'required' || !Array.isArray(value))
    .map(([key, value]): [string, JsonValue] => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace(/^#\/\$defs\/(\w+)$/, '#/components/schemas/$1Node')
        : within(value),
    ]);
  return Object.fromEntries(entries);
}

/** A record of the kind as JSON in the document, with an example. */
export function recordContent(base: string, kind: Kind): MediaContent {
  return {
    schema: {
      $ref: `#/components/schemas/${classOf[kind]}`,
      required: ['@context', '@id', '@type', 'record'],
    },
    example: exampleOf(base, kind),
  };
}

/** What a writer of the kind may send as JSON. */
export function writtenContent(kind: Kind): MediaContent {
  return { schema: { $ref: `#/components/schemas/${classOf[kind]}` }, example: written[kind] };
}

/** RDF as a body: the example in each syntax is what our own writers make of the one in JSON. */
export function rdfContent(services: Services, kind: Kind): (mediaType: string) => MediaContent {
  const { context, writers } = services;
  const iri = 'https://www.umea.se/data/badplatser';
  const { plan, vocabularies } = context.profile;
  const { content } = settle(written[kind], classOf[kind], plan, { iri, vocabularies });
  return (mediaType) => {
    const syntax = syntaxByMediaType(mediaType)?.name ?? namedGraphs[mediaType] ?? 'ttl';
    return {
      schema: { type: 'string' },
      example: writers.record(content, classOf[kind], { syntax, profile: 'se' }),
    };
  };
}

/** A record as it is answered: JSON and each RDF syntax. */
export function allForms(services: Services, kind: Kind): Readonly<Record<string, MediaContent>> {
  const example = rdfContent(services, kind);
  return {
    'application/json': recordContent(services.context.base, kind),
    ...Object.fromEntries(rdf.map(({ mediaType }) => [mediaType, example(mediaType)])),
  };
}

/** One version in a record's history. */
export const versionContent: MediaContent = {
  schema: {
    type: 'object',
    required: ['version', 'state', 'author', 'reason', 'saved'],
    properties: {
      version: { type: 'integer' },
      state: { type: 'string' },
      author: { type: ['string', 'null'] },
      reason: { type: ['string', 'null'] },
      saved: { type: 'string', format: 'date-time', example: '2026-11-23T08:00:00.000Z' },
    },
  },
  example: {
    version: 1,
    state: 'published',
    author: 'editor of umea',
    reason: null,
    saved: '2026-11-23T08:00:00.000Z',
  },
};

/** What a document without named graphs looks like in the syntaxes that have them. */
const namedGraphs: Readonly<Record<string, SyntaxName>> = {
  'application/trig': 'ttl',
  'application/n-quads': 'nt',
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
