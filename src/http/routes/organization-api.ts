import { createOrganization } from '../../catalog/create-organization.ts';
import { findResource } from '../../catalog/find-resource.ts';
import { putResource } from '../../catalog/put-resource.ts';
import { answerRecord } from '../answer-record.ts';
import { expectedVersion } from '../conditional.ts';
import type { Context } from '../context.ts';
import { badParameters } from '../http-problem.ts';
import { pagingParameters } from '../paging.ts';
import { demandPlace } from '../placement.ts';
import { readRecord, recordMediaTypes } from '../record-body.ts';
import { json, rdf } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import { searchContent, searchedList } from '../search-content.ts';
import { facetParameters, searchParameters } from '../search-parameters.ts';
import type { Services } from '../services.ts';
import { patchContent } from './patch-content.ts';
import { listOrganizations } from './record-lists.ts';
import {
  ifMatchHeader,
  nameParameter,
  newAddress,
  rdfParameters,
  reasonParameter,
} from './record-parameters.ts';
import { allForms, rdfContent, recordContent, writtenContent } from './record-schemas.ts';
import {
  answerSaved,
  changeProblems,
  contradiction,
  demanded,
  patch,
  replacing,
} from './record-writing.ts';

/** Organisations, which operators take in, and the one catalogue of each, which its administrators describe. */
export function organizationApiRoutes(services: Services): readonly Route[] {
  return [
    ...organizations(services),
    ...described(services, 'organization'),
    ...described(services, 'catalog'),
  ];
}

const root = '/api/v1/organizations';
const forms = [json, ...rdf];

function organizations(services: Services): readonly Route[] {
  const { base } = services.context;
  const one = recordContent(base, 'organization');
  return [
    defineRoute({
      method: 'GET',
      path: root,
      id: 'list-organizations',
      tag: 'organizations',
      summary: { sv: 'Lista och sök organisationer', en: 'List and search organisations' },
      description: searchedList,
      parameters: [...searchParameters, ...facetParameters, ...pagingParameters],
      access: 'public',
      responses: {
        200: {
          description: { sv: 'En sida av listan.', en: 'A page of the list.' },
          content: { 'application/json': searchContent(one) },
        },
      },
      problems: ['search-unavailable'],
      handler: (ctx) => listOrganizations(ctx, services),
    }),
    defineRoute({
      method: 'POST',
      path: root,
      id: 'create-organization',
      tag: 'organizations',
      summary: { sv: 'Ta in en organisation', en: 'Take in an organisation' },
      parameters: [{ ...nameParameter, in: 'query', required: false }, reasonParameter],
      body: body(services, 'organization'),
      access: 'bearer',
      responses: {
        201: {
          description: {
            sv: 'Organisationen, med sin katalog.',
            en: 'The organisation, with its catalogue.',
          },
          headers: newAddress,
          content: { 'application/json': one },
        },
      },
      problems: ['invalid-record', 'invalid-document', 'name-taken', 'iri-taken'],
      handler: (ctx) => create(ctx, services),
    }),
  ];
}

/** Reading and changing what exists: the organisation, or its catalogue. */
function described(services: Services, kind: 'organization' | 'catalog'): readonly Route[] {
  const { context } = services;
  const path = kind === 'organization' ? `${root}/{name}` : `${root}/{name}/catalog`;
  const one = recordContent(context.base, kind);
  const saved = {
    200: {
      description: { sv: 'Så sparades det.', en: 'As saved.' },
      content: { 'application/json': one },
    },
  };
  const common = { tag: 'organizations', path } as const;
  const what =
    kind === 'organization'
      ? { sv: 'organisationen', en: 'the organisation' }
      : { sv: 'katalogen', en: 'the catalogue' };
  return [
    defineRoute({
      ...common,
      method: 'GET',
      id: `get-${kind}`,
      summary: { sv: `Läs ${what.sv}`, en: `Read ${what.en}` },
      parameters: [nameParameter, ...rdfParameters],
      access: 'optional',
      responses: {
        200: {
          description: { sv: 'Beskrivningen.', en: 'The description.' },
          content: allForms(services, kind),
        },
      },
      problems: ['not-found'],
      handler: (ctx) =>
        answerRecord(ctx, services, kind, { name: ctx.params.name ?? '', forms, ownersToo: true }),
    }),
    defineRoute({
      ...common,
      method: 'PUT',
      id: `put-${kind}`,
      summary: {
        sv: `Byt ut beskrivningen av ${what.sv}`,
        en: `Replace the description of ${what.en}`,
      },
      parameters: [nameParameter, reasonParameter],
      headers: [ifMatchHeader],
      body: body(services, kind),
      access: 'bearer',
      responses: saved,
      problems: changeProblems,
      handler: async (ctx) => {
        const name = ctx.params.name ?? '';
        const sent = await readRecord(ctx, services, kind);
        await findResource(context.store, ctx.state.actor, kind, name);
        const expected = demanded(expectedVersion(ctx), name);
        const reason = ctx.state.query.text('reason');
        answerSaved(
          ctx,
          services,
          await putResource(context, {
            actor: ctx.state.actor,
            kind,
            name,
            node: replacing(ctx, sent),
            expected,
            rename: sent.name,
            reason,
          }),
        );
      },
    }),
    defineRoute({
      ...common,
      method: 'PATCH',
      id: `patch-${kind}`,
      summary: {
        sv: `Ändra beskrivningen av ${what.sv}`,
        en: `Change the description of ${what.en}`,
      },
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
      responses: saved,
      problems: changeProblems,
      handler: (ctx) => patch(ctx, services, kind),
    }),
  ];
}

async function create(ctx: Context, services: Services): Promise<void> {
  const { node, ...sent } = await readRecord(ctx, services, 'organization');
  const name = ctx.state.query.text('name') ?? sent.name;
  if (name === undefined) {
    throw badParameters([
      {
        in: 'query',
        parameter: 'name',
        detail: {
          sv: 'Ange organisationens namn i adresser: ?name=umea.',
          en: "Give the organisation's name in addresses: ?name=umea.",
        },
      },
    ]);
  }
  if (sent.name !== undefined && sent.name !== name) throw contradiction('name');
  demandPlace(sent, { kind: 'organization', organization: name, state: 'published' });
  const reason = ctx.state.query.text('reason');
  answerSaved(
    ctx,
    services,
    await createOrganization(services.context, { actor: ctx.state.actor, name, node, reason }),
  );
}

function body(services: Services, kind: 'organization' | 'catalog') {
  const example = rdfContent(services, kind);
  return {
    description: { sv: 'Beskrivningen som JSON eller RDF.', en: 'The description as JSON or RDF.' },
    limit: services.bodyLimit,
    content: Object.fromEntries(
      recordMediaTypes.map((type) => [
        type,
        type === 'application/json' ? writtenContent(kind) : example(type),
      ]),
    ),
  };
}
