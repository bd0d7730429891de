import { findResource } from '../../catalog/find-resource.ts';
import { demand } from '../../catalog/policy.ts';
import { importCatalog } from '../../harvest/import-catalog.ts';
import type { ImportEntry, ImportReport } from '../../harvest/import-report.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import { hangUp } from '../hang-up.ts';
import { preferredLanguage } from '../language.ts';
import { receiveDocument } from '../received-document.ts';
import { defineRoute, type MediaContent, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import { vary } from '../vary.ts';
import { documentBody } from './document-body.ts';
import { organizationParameter, publishParameter, reasonParameter } from './record-parameters.ts';
import { shown } from './record-writing.ts';

/** A whole catalogue taken into an organisation. */
export function importRoutes(services: Services): readonly Route[] {
  const body = documentBody(services, services.importLimit);
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
  ];
}

function flag(name: string, sv: string, en: string) {
  return {
    name,
    in: 'query',
    description: { sv, en },
    schema: { type: 'boolean', default: false },
    example: false,
  } as const;
}

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
  await using document = await receiveDocument(ctx, services.importLimit);
  const { mediaType } = document;
  const dryRun = query.flag('dryRun');
  using gone = hangUp(ctx);
  const report = await importCatalog(context, {
    actor,
    organization,
    publish: query.flag('publish'),
    replace: query.flag('replace'),
    dryRun,
    reason: query.text('reason'),
    read: (take) =>
      reader.readCatalog(
        { file: document.path },
        {
          mediaType,
          base: `${context.base}/`,
          signal: gone.signal,
          onRecords: (records) => {
            // What has begun to be written is written to its end: half a catalogue helps nobody.
            if (!dryRun) gone.ignore();
            return take(records);
          },
        },
      ),
  });
  vary(ctx, 'Accept-Language');
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
