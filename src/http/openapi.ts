import type { Localized } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';
import { type ProblemCode, problems } from './problem-table.ts';
import type { MediaContent, Parameter, RequestBody, Route, RouteResponse } from './route.ts';

/** What `info` and `/api/v1/api-info` say. VER.06–VER.12, DOK.03 of Sweden's REST API profile. */
export interface ApiInfo {
  readonly name: string;
  /** x.y.z */
  readonly version: string;
  /** The day of this version, `2027-01-15`. */
  readonly released: string;
  readonly status: 'alpha' | 'beta' | 'active' | 'deprecated' | 'retired' | 'decommissioned';
  readonly description: Localized;
  readonly contact: { readonly name: string; readonly url: string; readonly email: string };
  readonly license: { readonly name: string; readonly url: string };
  readonly termsOfService: string;
}

export const apiRoot = '/api/v1';

/** Refusals that any operation may answer. */
const always: readonly ProblemCode[] = [
  'bad-request',
  'not-acceptable',
  'method-not-allowed',
  'uri-too-long',
  'too-many-requests',
  'internal-error',
  'busy',
  'service-unavailable',
];

/**
 * The OpenAPI 3.1 document of the routes under the API's root. Texts are in both languages, Swedish first (DOK.06).
 * @param schemas goes to `components.schemas`, for routes whose bodies refer there
 */
export function openApiDocument({
  base,
  api,
  routes,
  schemas = {},
}: {
  readonly base: string;
  readonly api: ApiInfo;
  readonly routes: readonly Route[];
  readonly schemas?: JsonObject;
}): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  const tags = new Set<string>();
  for (const route of routes) {
    if (!route.path.startsWith(`${apiRoot}/`)) continue;
    const path = route.path.slice(apiRoot.length);
    tags.add(route.tag);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(base, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: api.name,
      version: api.version,
      summary:
        'Öppna data från Sveriges regioner och kommuner / Open data of Sweden’s regions and municipalities',
      description: both(api.description),
      termsOfService: api.termsOfService,
      contact: api.contact,
      license: api.license,
    },
    externalDocs: { url: `${base}/`, description: 'Portalen / The portal' },
    servers: [{ url: base + apiRoot, description: 'Detta system / This system' }],
    tags: [...tags].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Åtkomstnyckel / Access token' },
      },
      parameters: { traceparent: traceparentParameter, acceptLanguage: acceptLanguageParameter },
      headers: commonHeaders,
      schemas: { ...schemas, Problem: problemSchema },
      responses: problemResponses(base),
    },
  };
}

function operation(base: string, route: Route): JsonObject {
  const { description, parameters = [], headers = [], body } = route;
  const refusals = refusalsOf(route);
  const responses: Record<string, JsonObject> = {};
  for (const [status, response] of Object.entries(route.responses))
    responses[status] = success(response);
  for (const [status, codes] of Map.groupBy(refusals, (code) => problems[code].status)) {
    const [only = 'bad-request'] = codes;
    responses[String(status)] =
      codes.length === 1
        ? { $ref: `#/components/responses/${only}` }
        : problemResponse(base, codes);
  }
  responses.default = { $ref: '#/components/responses/internal-error' };
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: `${route.summary.sv} / ${route.summary.en}`,
    description: both(description ?? route.summary),
    parameters: [
      ...[...parameters, ...headers].map(parameterObject),
      { $ref: '#/components/parameters/traceparent' },
      { $ref: '#/components/parameters/acceptLanguage' },
    ],
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses,
    security: { public: [], optional: [{}, { bearer: [] }], bearer: [{ bearer: [] }], person: [] }[
      route.access
    ],
  };
}

/** Every problem that the operation can answer: its own, and those that come with what it declares. */
function refusalsOf(route: Route): readonly ProblemCode[] {
  const { access, body, problems: own = [], path } = route;
  const codes = new Set<ProblemCode>([...own, ...always]);
  if (access !== 'public') codes.add('not-authenticated');
  if (access === 'bearer') codes.add('not-permitted');
  if (path.includes('{')) codes.add('not-found');
  if (body !== undefined)
    for (const code of ['unsupported-media-type', 'payload-too-large', 'request-timeout'] as const)
      codes.add(code);
  return [...codes];
}

function success({ description, content, headers = {} }: RouteResponse): JsonObject {
  const own = Object.entries(headers).map(([name, text]) => [
    name,
    { description: both(text), schema: { type: 'string' } },
  ]);
  const common = Object.keys(commonHeaders).map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]);
  return {
    description: both(description),
    headers: Object.fromEntries([...own, ...common]),
    ...(content === undefined ? {} : { content: contentObject(content) }),
  };
}

function requestBody({ content, description, required = true }: RequestBody): JsonObject {
  return { description: both(description), required, content: contentObject(content) };
}

function contentObject(content: Readonly<Record<string, MediaContent>>): JsonObject {
  const entries = Object.entries(content).map(([type, { schema, example }]) => [
    type,
    { schema, examples: { example: { summary: 'Exempel / Example', value: example } } },
  ]);
  return Object.fromEntries(entries);
}

function parameterObject({
  name,
  in: place,
  required,
  description,
  schema,
  example,
}: Parameter): JsonObject {
  return {
    name,
    in: place,
    required: place === 'path' || required === true,
    description: both(description),
    schema,
    ...(example === undefined ? {} : { example }),
  };
}

function problemResponses(base: string): JsonObject {
  const codes = Object.keys(problems) as readonly ProblemCode[];
  return Object.fromEntries(codes.map((code) => [code, problemResponse(base, [code])]));
}

/** One response for all problems that share a status, each with an example. */
function problemResponse(base: string, codes: readonly ProblemCode[]): JsonObject {
  const examples = codes.map((code) => {
    const { title, help, status } = problems[code];
    const value = {
      type: `${base}/problems/${code}`,
      title: title.sv,
      status,
      detail: help.sv,
      instance: `${base}${apiRoot}/datasets/trad`,
    };
    return [code, { summary: `${title.sv} / ${title.en}`, value }];
  });
  const statuses: Readonly<Record<number, JsonObject>> = {
    401: { 'WWW-Authenticate': textHeader('Bearer') },
    405: { Allow: textHeader('Metoder som går / Methods that work') },
    429: { 'Retry-After': textHeader('Sekunder / Seconds') },
    503: { 'Retry-After': textHeader('Sekunder / Seconds') },
  };
  const [first = 'bad-request'] = codes;
  return {
    description: codes
      .map((code) => `${problems[code].title.sv} / ${problems[code].title.en}`)
      .join('; '),
    headers: statuses[problems[first].status] ?? {},
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples),
      },
    },
  };
}

/** Swedish, an empty line, English: Markdown shows two paragraphs. */
function both({ sv, en }: Localized): string {
  return `${sv}\n\n${en}`;
}

function textHeader(description: string): JsonObject {
  return { description, schema: { type: 'string' } };
}

const commonHeaders: JsonObject = {
  'X-Request-ID': textHeader('Begärans namn i loggen / The name of the request in the log'),
  traceparent: textHeader('W3C Trace Context'),
  RateLimit: textHeader(
    'Vad som är kvar av budgeten / What is left of the budget (draft-ietf-httpapi-ratelimit-headers-10)',
  ),
  'RateLimit-Policy': textHeader('Budgeten / The budget'),
};

const traceparentParameter: JsonObject = {
  name: 'traceparent',
  in: 'header',
  required: false,
  description: 'W3C Trace Context; förs vidare och besvaras / passed on and answered (SPA.02)',
  schema: { type: 'string', pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' },
  example: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

const acceptLanguageParameter: JsonObject = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description:
    'Språk för förklaringar: sv (förval) eller en / Language of explanations: sv (default) or en',
  schema: { type: 'string' },
  example: 'en',
};

const problemSchema: JsonObject = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: 'Leder till förklaringen / Leads to the explanation',
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri' },
    requestId: { type: 'string' },
    reason: {
      type: 'string',
      description:
        'Bara i 410: utgivarens skäl till att posten är tillbakadragen, när det finns ett / Only in 410: why the publisher withdrew the record, when they say',
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: {
            type: 'string',
            description: 'JSON Pointer som fragment / as a fragment, #/title',
          },
          in: { type: 'string', enum: ['query', 'path', 'header'] },
          parameter: { type: 'string' },
          rule: { type: 'string' },
          level: { type: 'string', enum: ['error', 'warning', 'info'] },
          detail: { type: 'string' },
        },
        required: ['detail'],
      },
    },
  },
};
