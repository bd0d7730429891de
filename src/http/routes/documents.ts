import { addressOf } from '../../catalog/catalog-context.ts';
import { describe } from '../../catalog/describe.ts';
import {
  type DocumentJudgement,
  judgeDocument,
  kindOf,
  nameless,
} from '../../harvest/judge-document.ts';
import { type Iri, isAbsoluteIri } from '../../kernel/iri.ts';
import type { Issue } from '../../kernel/issue.ts';
import { typeTerms } from '../../profile/record.ts';
import { graphPieces } from '../../rdf/graph-pieces.ts';
import { readJson } from '../body.ts';
import { contentType } from '../content-type.ts';
import type { Context } from '../context.ts';
import { hangUp } from '../hang-up.ts';
import { badParameters } from '../http-problem.ts';
import { negotiate } from '../negotiate.ts';
import { receiveDocument } from '../received-document.ts';
import { fromJson } from '../record-body.ts';
import { rdf } from '../representations.ts';
import { defineRoute, type MediaContent, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import { streamBody } from '../stream-body.ts';
import { vary } from '../vary.ts';
import { documentBody } from './document-body.ts';
import { rdfParameters } from './record-parameters.ts';
import { rdfContent } from './record-schemas.ts';
import { shown } from './record-writing.ts';

/** Whole RDF documents: judged without being kept, or turned from one syntax into another. */
export function documentRoutes(services: Services): readonly Route[] {
  const body = documentBody(services, services.bodyLimit);
  const example = rdfContent(services, 'dataset');
  return [
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

async function validate(ctx: Context, services: Services): Promise<void> {
  vary(ctx, 'Accept-Language');
  if ((contentType(ctx) ?? 'application/json') === 'application/json') {
    const { node } = fromJson(await readJson(ctx, services.bodyLimit));
    const kind = kindOf(typeTerms(node)[0]) ?? 'dataset';
    const address = addressOf(services.context.base, kind, nameless);
    const iri =
      typeof node['@id'] === 'string' && isAbsoluteIri(node['@id']) ? node['@id'] : address;
    const { issues } = describe(
      services.context,
      { kind, name: nameless, iri, owner: undefined },
      node,
    );
    ctx.body = judgement(ctx, { records: [{ kind, iri: undefined, issues }], notes: [] });
    return;
  }
  await using document = await receiveDocument(ctx, services.bodyLimit);
  const { mediaType } = document;
  using gone = hangUp(ctx);
  const reading = await services.reader.readCatalog(
    { file: document.path },
    { mediaType, base: `${services.context.base}/`, signal: gone.signal },
  );
  ctx.body = judgement(ctx, await judgeDocument(services.context, reading, gone.signal));
}

/** A judgement in the reader's language, each place led by the record's IRI. */
function judgement(ctx: Context, { records, notes }: DocumentJudgement): object {
  const isFaulty = [{ issues: notes }, ...records].some(({ issues }) =>
    issues.some((issue) => issue.level === 'error'),
  );
  return {
    valid: !isFaulty,
    records: records.length,
    issues: firstIssues(records).map(({ iri, issue }) => ({
      ...(iri === undefined ? {} : { record: iri }),
      ...shown([issue], ctx)[0],
    })),
    total: records.reduce((sum, record) => sum + record.issues.length, 0),
    notes: shown(notes, ctx),
  };
}

/** An issue and the record that it was found in. */
interface ShownIssue {
  readonly iri: Iri | undefined;
  readonly issue: Issue;
}

/** So many issues are shown of a whole document; `total` counts them all. */
const mostIssues = 5000;

/** The worst first, so that what is left out is what matters least. */
function firstIssues(records: DocumentJudgement['records']): readonly ShownIssue[] {
  const byLevel = { error: [], warning: [], info: [] } as Record<Issue['level'], ShownIssue[]>;
  const inOrder: ShownIssue[] = [];
  for (const { iri, issues } of records) {
    for (const issue of issues) {
      if (inOrder.length <= mostIssues) inOrder.push({ iri, issue });
      const alike = byLevel[issue.level];
      if (alike.length < mostIssues) alike.push({ iri, issue });
    }
  }
  if (inOrder.length <= mostIssues) return inOrder;
  return [...byLevel.error, ...byLevel.warning, ...byLevel.info].slice(0, mostIssues);
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
  await using document = await receiveDocument(ctx, services.bodyLimit);
  const { mediaType } = document;
  using gone = hangUp(ctx);
  const { graph } = await services.reader.parse(
    { file: document.path },
    { mediaType, base, signal: gone.signal },
  );
  await streamBody(ctx, graphPieces(graph, services.writers.document({ syntax: form.syntax })));
}

const judgementContent: MediaContent = {
  schema: {
    type: 'object',
    required: ['valid', 'records', 'issues', 'total', 'notes'],
    properties: {
      valid: { type: 'boolean' },
      records: { type: 'integer' },
      issues: { type: 'array', items: { $ref: '#/components/schemas/Issue' } },
      total: { type: 'integer' },
      notes: { type: 'array', items: { $ref: '#/components/schemas/Issue' } },
    },
  },
  example: {
    valid: false,
    records: 1,
    issues: [
      { pointer: '#/description', rule: 'V004', level: 'error', detail: 'Beskrivning saknas.' },
    ],
    total: 1,
    notes: [],
  },
};
