import { type ChangeState, publish, removeResource, withdraw } from '../../catalog/change-state.ts';
import type { Saved } from '../../catalog/create-resource.ts';
import { publishDeclared } from '../../catalog/publish-declared.ts';
import { answerRecord, answerVersion } from '../answer-record.ts';
import { expectedVersion } from '../conditional.ts';
import type { Context } from '../context.ts';
import { declarationBody, readDeclaration } from '../declaration-body.ts';
import { listContent, pagingParameters } from '../paging.ts';
import { recordMediaTypes } from '../record-body.ts';
import { json, rdf } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import { searchContent, searchedList } from '../search-content.ts';
import { facetParameters, searchParameters } from '../search-parameters.ts';
import type { Services } from '../services.ts';
import { patchContent } from './patch-content.ts';
import { listRecords, listVersions } from './record-lists.ts';
import {
  idempotencyHeader,
  ifMatchHeader,
  nameParameter,
  newAddress,
  organizationParameter,
  publishParameter,
  rdfParameters,
  reasonParameter,
  stateParameter,
  versionParameter,
} from './record-parameters.ts';
import {
  allForms,
  rdfContent,
  recordContent,
  versionContent,
  writtenContent,
} from './record-schemas.ts';
import {
  answerSaved,
  apiCollection,
  changeProblems,
  demanded,
  patch,
  post,
  put,
  type RecordKind,
} from './record-writing.ts';

/** Datasets, series and services as a REST collection each: list, make, read, replace, change, publish, withdraw, delete. */
export function recordApiRoutes(services: Services): readonly Route[] {
  return (['dataset', 'series', 'service'] as const).flatMap((kind) => collection(services, kind));
}

const names = {
  dataset: { sv: 'datamängd', en: 'dataset' },
  series: { sv: 'datamängdsserie', en: 'dataset series' },
  service: { sv: 'datatjänst', en: 'data service' },
} as const;

function collection(services: Services, kind: RecordKind): readonly Route[] {
  const { base } = services.context;
  const root = apiCollection(kind);
  const item = `${root}/{name}`;
  const { sv, en } = names[kind];
  const one = recordContent(base, kind);
  const example = rdfContent(services, kind);
  const oneResponse = {
    description: { sv: `En ${sv}.`, en: `One ${en}.` },
    content: allForms(services, kind),
  };
  const written = {
    'application/json': writtenContent(kind),
    ...Object.fromEntries(recordMediaTypes.slice(1).map((type) => [type, example(type)])),
  };
  const body = {
    description: { sv: `En ${sv} som JSON eller RDF.`, en: `A ${en} as JSON or RDF.` },
    limit: services.bodyLimit,
    content: written,
  };
  const savedResponse = {
    description: {
      sv: `Så sparades ${sv}en, med anmärkningar i record.issues.`,
      en: `The ${en} as saved, with remarks in record.issues.`,
    },
    content: { 'application/json': one },
  };
  const tag = root.slice(root.lastIndexOf('/') + 1);
  return [
    defineRoute({
      method: 'GET',
      path: root,
      id: `list-${tag}`,
      tag,
      summary: { sv: 'Lista och sök', en: 'List and search' },
      description: searchedList,
      parameters: [...searchParameters, ...facetParameters, ...pagingParameters, stateParameter],
      access: 'optional',
      responses: {
        200: {
          description: { sv: 'En sida av listan.', en: 'A page of the list.' },
          content: { 'application/json': searchContent(one) },
        },
      },
      problems: ['not-found', 'search-unavailable'],
      handler: (ctx) => listRecords(ctx, services, kind),
    }),
    defineRoute({
      method: 'POST',
      path: root,
      id: `create-${kind}`,
      tag,
      summary: { sv: `Lägg till en ${sv}`, en: `Add a ${en}` },
      parameters: [organizationParameter, newNameParameter, publishParameter, reasonParameter],
      headers: [idempotencyHeader],
      body,
      access: 'bearer',
      responses: { 201: { ...savedResponse, headers: newAddress }, 200: savedResponse },
      problems: [
        'not-found',
        'invalid-record',
        'invalid-document',
        'name-taken',
        'iri-taken',
        'idempotency-conflict',
      ],
      handler: (ctx) => post(ctx, services, kind),
    }),
    defineRoute({
      method: 'GET',
      path: item,
      id: `get-${kind}`,
      tag,
      summary: { sv: `Läs en ${sv}`, en: `Read a ${en}` },
      parameters: [nameParameter, ...rdfParameters],
      access: 'optional',
      responses: { 200: oneResponse },
      problems: ['not-found', 'gone'],
      handler: (ctx) =>
        answerRecord(ctx, services, kind, { name: ctx.params.name ?? '', forms, ownersToo: true }),
    }),
    defineRoute({
      method: 'PUT',
      path: item,
      id: `put-${kind}`,
      tag,
      summary: { sv: `Byt ut eller lägg till en ${sv}`, en: `Replace or add a ${en}` },
      parameters: [nameParameter, organizationParameter, publishParameter, reasonParameter],
      headers: [ifMatchHeader],
      body,
      access: 'bearer',
      responses: { 200: savedResponse, 201: { ...savedResponse, headers: newAddress } },
      problems: [...changeProblems, 'name-taken', 'iri-taken'],
      handler: (ctx) => put(ctx, services, kind),
    }),
    defineRoute({
      method: 'PATCH',
      path: item,
      id: `patch-${kind}`,
      tag,
      summary: { sv: `Ändra en ${sv}`, en: `Change a ${en}` },
      parameters: [nameParameter, reasonParameter],
      headers: [ifMatchHeader],
      body: {
        description: {
          sv: 'JSON Merge Patch, SPARQL Update eller N3 Patch.',
          en: 'JSON Merge Patch, SPARQL Update or N3 Patch.',
        },
        limit: services.bodyLimit,
        content: patchContent(kind),
      },
      access: 'bearer',
      responses: { 200: savedResponse },
      problems: changeProblems,
      handler: (ctx) => patch(ctx, services, kind),
    }),
    defineRoute({
      method: 'DELETE',
      path: item,
      id: `delete-${kind}`,
      tag,
      summary: {
        sv: 'Ta bort ett utkast, eller dra tillbaka det publicerade',
        en: 'Delete a draft, or withdraw what is published',
      },
      parameters: [nameParameter, reasonParameter],
      headers: [ifMatchHeader],
      access: 'bearer',
      responses: { 204: { description: { sv: 'Borta.', en: 'Gone.' } } },
      problems: ['not-found', 'version-conflict', 'precondition-required'],
      handler: async (ctx) => {
        await removeResource(services.context, {
          ...asked(ctx, kind),
          expected: demanded(expectedVersion(ctx), ctx.params.name ?? ''),
        });
        ctx.status = 204;
      },
    }),
    ...(['publish', 'withdraw'] as const).map((action) =>
      defineRoute({
        method: 'POST',
        path: `${item}/${action}`,
        id: `${action}-${kind}`,
        tag,
        summary:
          action === 'publish'
            ? { sv: 'Publicera', en: 'Publish' }
            : { sv: 'Dra tillbaka', en: 'Withdraw' },
        parameters: [nameParameter, reasonParameter],
        headers: [ifMatchHeader],
        ...(action === 'publish' ? { body: declarationBody } : {}),
        access: 'bearer',
        responses: { 200: savedResponse },
        problems: [
          'not-found',
          'invalid-record',
          'version-conflict',
          'state-conflict',
          'approval-required',
          'declaration-required',
        ],
        handler: async (ctx) => {
          const expected = expectedVersion(ctx);
          const request = {
            ...asked(ctx, kind),
            expected: typeof expected === 'number' ? expected : undefined,
          };
          const saved =
            action === 'publish'
              ? await published(ctx, services, request)
              : {
                  resource: await withdraw(services.context, request),
                  issues: [],
                  isNew: false,
                };
          answerSaved(ctx, services, saved);
        },
      }),
    ),
    defineRoute({
      method: 'GET',
      path: `${item}/versions`,
      id: `list-${kind}-versions`,
      tag,
      summary: { sv: 'Alla versioner, nyast först', en: 'All versions, newest first' },
      parameters: [nameParameter, ...pagingParameters],
      access: 'optional',
      responses: {
        200: {
          description: { sv: 'En sida av historiken.', en: 'A page of the history.' },
          content: { 'application/json': listContent(versionContent) },
        },
      },
      problems: ['not-found', 'gone'],
      handler: (ctx) => listVersions(ctx, services, kind),
    }),
    defineRoute({
      method: 'GET',
      path: `${item}/versions/{version}`,
      id: `get-${kind}-version`,
      tag,
      summary: { sv: 'En version', en: 'One version' },
      parameters: [nameParameter, versionParameter, ...rdfParameters],
      access: 'optional',
      responses: { 200: oneResponse },
      problems: ['not-found', 'gone'],
      handler: (ctx) =>
        answerVersion(ctx, services, kind, {
          name: ctx.params.name ?? '',
          number: Number(ctx.params.version),
          forms,
        }),
    }),
  ];
}

const forms = [json, ...rdf];

const newNameParameter = { ...nameParameter, in: 'query', required: false } as const;

function asked(ctx: Context, kind: RecordKind) {
  return {
    actor: ctx.state.actor,
    kind,
    name: ctx.params.name ?? '',
    reason: ctx.state.query.text('reason'),
  };
}

/** Publishes, with the declaration when one is sent. */
async function published(ctx: Context, services: Services, request: ChangeState): Promise<Saved> {
  const words = await readDeclaration(ctx);
  return words === undefined
    ? publish(services.context, request)
    : publishDeclared(services.publishing, { ...request, words });
}
