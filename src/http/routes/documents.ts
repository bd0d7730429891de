import { addressOf } from '../../catalog/catalog-context.ts';
import { describe } from '../../catalog/describe.ts';
import { findResource } from '../../catalog/find-resource.ts';
import { demand } from '../../catalog/policy.ts';
import { classOf, type Kind } from '../../catalog/resource.ts';
import { importCatalog } from '../../harvest/import-catalog.ts';
import type { ImportEntry, ImportReport } from '../../harvest/import-report.ts';
import { isAbsoluteIri } from '../../kernel/iri.ts';
import type { Issue } from '../../kernel/issue.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { typeTerms } from '../../profile/record.ts';
import { graphStatements } from '../../rdf/graph-statements.ts';
import type { ReadRecord } from '../../rdf/read-record.ts';
import { syntaxByMediaType, syntaxes } from '../../rdf/syntaxes/registry.ts';
import { readJson, spoolBody } from '../body.ts';
import { contentType } from '../content-type.ts';
import type { Context } from '../context.ts';
import { badParameters, ClientGone } from '../http-problem.ts';
import { preferredLanguage } from '../language.ts';
import { negotiate } from '../negotiate.ts';
import { fromJson, withExtra } from '../record-body.ts';
import { rdf } from '../representations.ts';
import { defineRoute, type MediaContent, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import {
  organizationParameter,
  publishParameter,
  rdfParameters,
  reasonParameter,
} from './record-parameters.ts';
import { rdfContent } from './record-schemas.ts';
import { shown } from './record-writing.ts';

/** Whole RDF documents: taken in, judged without being kept, or turned from one syntax into another. */
export function documentRoutes(services: Services): readonly Route[] {
  const example = rdfContent(services, 'dataset');
  const body = {
    description: { sv: 'Ett RDF-dokument.', en: 'An RDF document.' },
    limit: services.importLimit,
    content: Object.fromEntries(documentMediaTypes.map((type) => [type, example(type)])),
  };
  return [
    defineRoute({
      method: 'POST',
      path: '/api/v1/imports',
      id: 'import-catalog',
      tag: 'documents',
      summary: { sv: 'Ta in en hel katalog', en: 'Take in a whole catalogue' },
      description: {
        sv: 'Varje post tas in hel eller inte alls, och en dålig post stoppar aldrig de andra. POST med dryRun=true ändrar inget, men läser ett dokument ur innehållet, vilket GET inte kan.',
        en: 'Each record is taken in whole or not at all, and one bad record never stops the others. POST with dryRun=true changes nothing, but reads a document from the content, which GET cannot.',
      },
      parameters: [
        { ...organizationParameter, required: true },
        publishParameter,
        flag(
          'replace',
          'Dra tillbaka publicerade poster som dokumentet inte har.',
          'Withdraw published records that the document does not have.',
        ),
        flag(
          'dryRun',
          'Säg vad som skulle hända, utan att göra det.',
          'Say what would happen, without doing it.',
        ),
        reasonParameter,
      ],
      body,
      access: 'bearer',
      responses: {
        200: {
          description: { sv: 'Vad som blev av varje post.', en: 'What became of each record.' },
          content: { 'application/json': reportContent },
        },
      },
      problems: ['not-found', 'invalid-document', 'document-too-large'],
      handler: (ctx) => takeIn(ctx, services),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/v1/validate',
      id: 'validate',
      tag: 'documents',
      summary: { sv: 'Bedöm utan att spara', en: 'Judge without keeping' },
      description: {
        sv: 'En post som JSON, eller ett RDF-dokument med en eller flera. POST därför att det som bedöms är innehållet.',
        en: 'One record as JSON, or an RDF document with one or more. POST because what is judged is the content.',
      },
      body: {
        ...body,
        limit: services.bodyLimit,
        content: {
          'application/json': {
            schema: { type: 'object' },
            example: { '@type': 'Dataset', title: { sv: 'Badplatser' } },
          },
          ...body.content,
        },
      },
      access: 'public',
      responses: {
        200: {
          description: { sv: 'Alla anmärkningar.', en: 'All remarks.' },
          content: { 'application/json': judgementContent },
        },
      },
      problems: ['invalid-document', 'document-too-large'],
      handler: (ctx) => validate(ctx, services),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/v1/convert',
      id: 'convert',
      tag: 'documents',
      summary: { sv: 'RDF i en annan syntax', en: 'RDF in another syntax' },
      description: {
        sv: 'Syntaxen väljs med Accept. POST därför att dokumentet är innehållet.',
        en: 'Accept chooses the syntax. POST because the document is the content.',
      },
      parameters: [
        ...rdfParameters.filter((parameter) => parameter.name === 'format'),
        {
          name: 'base',
          in: 'query',
          description: {
            sv: 'IRI som relativa IRI:er i dokumentet utgår från.',
            en: 'The IRI that relative IRIs of the document start from.',
          },
          schema: { type: 'string', maxLength: 1000 },
          example: 'https://data.example.se/',
        },
      ],
      body: { ...body, limit: services.bodyLimit },
      access: 'public',
      responses: {
        200: {
          description: { sv: 'Samma graf.', en: 'The same graph.' },
          content: Object.fromEntries(rdf.map(({ mediaType }) => [mediaType, example(mediaType)])),
        },
      },
      problems: ['invalid-document', 'document-too-large'],
      handler: (ctx) => convert(ctx, services),
    }),
  ];
}

/** All syntaxes that can be read: ours, and the two with named graphs. */
const documentMediaTypes: readonly string[] = [
  ...Object.values(syntaxes).map((entry) => entry.mediaType),
  'application/trig',
  'application/n-quads',
];

function flag(name: string, sv: string, en: string) {
  return {
    name,
    in: 'query',
    description: { sv, en },
    schema: { type: 'boolean', default: false },
    example: false,
  } as const;
}

/** The whole body is on disk before anything is done, so that a client that hangs up has done nothing. */
async function takeIn(ctx: Context, services: Services): Promise<void> {
  const { context, reader } = services;
  const { actor, query } = ctx.state;
  const organization = await findResource(
    context.store,
    actor,
    'organization',
    query.text('organization') ?? '',
  );
  demand(actor, 'import', organization.id);
  await using body = await spoolBody(ctx, services.importLimit);
  if (ctx.req.destroyed && !ctx.req.complete) throw new ClientGone();
  const mediaType = mediaTypeOf(ctx);
  const report = await importCatalog(context, {
    actor,
    organization,
    publish: query.flag('publish'),
    replace: query.flag('replace'),
    dryRun: query.flag('dryRun'),
    reason: query.text('reason'),
    read: (take) =>
      reader.readCatalog(
        { file: body.path },
        { mediaType, base: `${context.base}/`, onRecords: take },
      ),
  });
  ctx.vary('Accept-Language');
  ctx.body = shownReport(report, ctx);
}

/** The report in the reader's language. */
function shownReport(report: ImportReport, ctx: Context): object {
  const language = preferredLanguage(ctx.req.headers['accept-language']);
  const entries = (list: readonly ImportEntry[]) =>
    list.map(({ reason, issues, ...entry }) => ({
      ...entry,
      ...(reason === undefined ? {} : { reason: reason[language] }),
      issues: shown(issues, ctx),
    }));
  return {
    dryRun: report.dryRun,
    added: entries(report.added),
    updated: entries(report.updated),
    removed: entries(report.removed),
    unchanged: entries(report.unchanged),
    refused: entries(report.refused),
    notes: shown(report.notes, ctx),
  };
}

async function validate(ctx: Context, services: Services): Promise<void> {
  ctx.vary('Accept-Language');
  if ((contentType(ctx) ?? 'application/json') === 'application/json') {
    const { node } = fromJson(await readJson(ctx, services.bodyLimit));
    const kind = kindOf(typeTerms(node)[0]) ?? 'dataset';
    const address = addressOf(services.context.base, kind, 'validate');
    const iri =
      typeof node['@id'] === 'string' && isAbsoluteIri(node['@id']) ? node['@id'] : address;
    const { issues } = describe(services.context, kind, node, iri, address);
    ctx.body = judgement(ctx, issues, [], 1);
    return;
  }
  await using body = await spoolBody(ctx, services.bodyLimit);
  const { catalog, records, notes } = await services.reader.readCatalog(
    { file: body.path },
    { mediaType: mediaTypeOf(ctx), base: `${services.context.base}/` },
  );
  const all = catalog === undefined ? records : [catalog, ...records];
  const issues = all.flatMap((record) => judged(services, record));
  ctx.body = judgement(ctx, issues, notes, all.length);
}

/** What is wrong with a record of a document, each place led by the record's IRI. */
function judged(
  services: Services,
  read: ReadRecord,
): readonly (Issue & { readonly record?: string })[] {
  const kind = kindOf(read.className) ?? 'dataset';
  const address = addressOf(services.context.base, kind, 'validate');
  const { issues } = describe(
    services.context,
    kind,
    withExtra(read),
    read.iri ?? address,
    address,
  );
  const about = read.iri === undefined ? {} : { record: read.iri };
  return [...read.notes, ...issues].map((issue) => ({ ...issue, ...about }));
}

function judgement(
  ctx: Context,
  issues: readonly (Issue & { readonly record?: string })[],
  notes: readonly Issue[],
  records: number,
): object {
  return {
    valid: ![...issues, ...notes].some((issue) => issue.level === 'error'),
    records,
    issues: issues.map((issue) => ({
      ...(issue.record === undefined ? {} : { record: issue.record }),
      ...shown([issue], ctx)[0],
    })),
    notes: shown(notes, ctx),
  };
}

async function convert(ctx: Context, services: Services): Promise<void> {
  const form = negotiate(ctx, rdf);
  const base = ctx.state.query.text('base') ?? `${services.context.base}/`;
  if (!isAbsoluteIri(base)) {
    throw badParameters([
      {
        in: 'query',
        parameter: 'base',
        detail: { sv: 'Ska vara en absolut IRI.', en: 'Must be an absolute IRI.' },
      },
    ]);
  }
  await using body = await spoolBody(ctx, services.bodyLimit);
  const { graph } = await services.reader.parse(
    { file: body.path },
    { mediaType: mediaTypeOf(ctx), base },
  );
  ctx.body = services.writers.statements(graphStatements(graph), form.syntax);
}

/** The parser's media type for the body's; the router has refused those that none reads. */
function mediaTypeOf(ctx: Context): string {
  const type = contentType(ctx) ?? '';
  return syntaxByMediaType(type)?.mediaType ?? type;
}

function kindOf(className: string | undefined): Kind | undefined {
  return (Object.keys(classOf) as Kind[]).find((kind) => classOf[kind] === className);
}

const entryExample: JsonObject = {
  kind: 'dataset',
  name: 'umea-badplatser',
  iri: 'https://data.example.se/datasets/umea-badplatser',
  state: 'draft',
  issues: [],
};

const entrySchema: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    required: ['kind', 'issues'],
    properties: {
      kind: { type: 'string' },
      name: { type: 'string' },
      iri: { type: 'string' },
      state: { type: 'string' },
      code: { type: 'string' },
      reason: { type: 'string' },
      issues: { type: 'array', items: { $ref: '#/components/schemas/Issue' } },
    },
  },
};

const reportContent: MediaContent = {
  schema: {
    type: 'object',
    required: ['dryRun', 'added', 'updated', 'removed', 'unchanged', 'refused', 'notes'],
    properties: {
      dryRun: { type: 'boolean' },
      added: entrySchema,
      updated: entrySchema,
      removed: entrySchema,
      unchanged: entrySchema,
      refused: entrySchema,
      notes: { type: 'array', items: { $ref: '#/components/schemas/Issue' } },
    },
  },
  example: {
    dryRun: false,
    added: [entryExample],
    updated: [],
    removed: [],
    unchanged: [],
    refused: [],
    notes: [],
  },
};

const judgementContent: MediaContent = {
  schema: {
    type: 'object',
    required: ['valid', 'records', 'issues', 'notes'],
    properties: {
      valid: { type: 'boolean' },
      records: { type: 'integer' },
      issues: { type: 'array', items: { $ref: '#/components/schemas/Issue' } },
      notes: { type: 'array', items: { $ref: '#/components/schemas/Issue' } },
    },
  },
  example: {
    valid: false,
    records: 1,
    issues: [
      { pointer: '#/description', rule: 'V004', level: 'error', detail: 'Beskrivning saknas.' },
    ],
    notes: [],
  },
};
