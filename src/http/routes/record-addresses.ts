import { collections, type Kind } from '../../catalog/resource.ts';
import type { Localized } from '../../kernel/issue.ts';
import { answerRecord, answerVersion } from '../answer-record.ts';
import { html, json, rdf } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import { nameParameter, rdfParameters, versionParameter } from './record-parameters.ts';

/** One address for each thing: HTML to browsers, JSON and RDF by `Accept` or suffix; and the same for each version of it. */
export function recordAddressRoutes(services: Services): readonly Route[] {
  return (['dataset', 'series', 'service', 'organization'] as const).flatMap((kind) => [
    address(services, kind),
    versionAddress(services, kind),
  ]);
}

const forms = [json, html, ...rdf];
const summary: Localized = { sv: 'En post i valfri form', en: 'One record in any form' };
const described: Localized = { sv: 'Posten.', en: 'The record.' };

function address(services: Services, kind: Kind): Route {
  return defineRoute({
    method: 'GET',
    path: `/${collections[kind]}/{name}`,
    id: `show-${kind}`,
    tag: 'addresses',
    summary,
    suffixes: true,
    parameters: [nameParameter, ...rdfParameters],
    access: 'optional',
    responses: { 200: { description: described } },
    problems: ['not-found', 'gone'],
    handler: (ctx) => answerRecord(ctx, services, kind, { name: ctx.params.name ?? '', forms }),
  });
}

function versionAddress(services: Services, kind: Kind): Route {
  return defineRoute({
    method: 'GET',
    path: `/${collections[kind]}/{name}/versions/{version}`,
    id: `show-${kind}-version`,
    tag: 'addresses',
    summary,
    suffixes: true,
    parameters: [nameParameter, versionParameter, ...rdfParameters],
    access: 'optional',
    responses: { 200: { description: described } },
    problems: ['not-found', 'gone'],
    handler: (ctx) =>
      answerVersion(ctx, services, kind, {
        name: ctx.params.name ?? '',
        number: Number(ctx.params.version),
        forms,
      }),
  });
}
